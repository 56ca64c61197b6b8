import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { areaInWords } from '../../../shared/model/area.ts'

/** How far from a cut a space is looked for: a language without spaces is cut where it is. */
const NEAR = 24

const oneLine = (text: string) => text.replace(/\s+/gu, ' ')

/** What stands before a passage, from a whole word on. `cut`: there is more text before it. */
export function contextBefore(text: string, cut: boolean): string {
  if (!cut) return oneLine(text)
  const space = text.slice(0, NEAR).search(/\s/u)
  return `…${oneLine(space < 0 ? text : text.slice(space + 1))}`
}

/** What stands after a passage, up to a whole word. */
export function contextAfter(text: string, cut: boolean): string {
  if (!cut) return oneLine(text)
  const space = text.slice(-NEAR).search(/\s\S*$/u)
  return `${oneLine(space < 0 ? text : text.slice(0, Math.max(0, text.length - NEAR) + space))}…`
}

export const placeOf = ({ document, page }: SegmentRow): string =>
  page === '' ? document : `${document}, p. ${page}`

/** The words of the passage; of an area, which has none, what it is. */
export const wordsOf = ({ quote, area, page }: SegmentRow): string => (area ? areaInWords(area, page) : quote)

/** “quote” (document, p. 17, 3:10): what goes into a paper. Of an area: [Area on page 17] (document, 3:10). */
export const quotationOf = (row: SegmentRow): string =>
  row.area
    ? `[${wordsOf(row)}] (${row.document}, ${row.reference})`
    : `“${oneLine(row.quote).trim()}” (${placeOf(row)}, ${row.reference})`
