import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { areaInWords } from '../../../shared/model/area.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { Table } from '../../../shared/model/table.ts'
import type { ListedForExport } from './listed.ts'

/** A passage or an area with all that is said of it. */
export interface Quotation {
  readonly before: string
  /** of an area, which has no words, what it is: "Area on page iv (4)" */
  readonly quote: string
  readonly after: string
  /** "Accord, p. 3, 1:12" */
  readonly place: string
  /** "Framing › Win-win"; none on a free segment */
  readonly codes: readonly string[]
  readonly coders: readonly string[]
  readonly comment: string
}

export interface Report {
  readonly project: string
  readonly title: string
  /** made one by one as they are written: a report of a whole project does not stand in memory */
  readonly sections: Iterable<{ readonly title: string; readonly quotations: Iterable<Quotation> }>
  readonly notes: Table['notes']
}

/** The list as a text to read. Codes that follow one another on one segment stand under one quotation. */
export function segmentsReport({ title, rows, sections, notes }: ListedForExport, project: string): Report {
  return {
    project,
    title,
    notes,
    sections: {
      *[Symbol.iterator]() {
        let first = 0
        for (const { title, count } of sections) {
          yield { title, quotations: quotationsOf(rows, first, first + count) }
          first += count
        }
      },
    },
  }
}

function* quotationsOf(rows: readonly SegmentRow[], first: number, end: number): Iterable<Quotation> {
  for (let from = first; from < end; ) {
    let to = from + 1
    while (to < end && rows[to]!.segmentId === rows[from]!.segmentId) to++
    yield quotationOf(rows.slice(from, to) as Run)
    from = to
  }
}

type Run = [SegmentRow, ...SegmentRow[]]

function quotationOf(run: Run): Quotation {
  const [{ before, quote: words, after, document, page, reference, comment, area }] = run
  const quote = area ? areaInWords(area, page) : words
  const place = page === '' ? `${document}, ${reference}` : `${document}, p. ${page}, ${reference}`
  const codes = new Set(run.filter(({ code }) => code !== '').map(({ code }) => splitPath(code).join(' › ')))
  const coders = new Set(run.map(({ coder }) => coder))
  return { before, quote, after, place, codes: [...codes], coders: [...coders], comment }
}

/** The codes in one line, or that there are none. */
export const codesInWords = ({ codes }: Quotation): string =>
  codes.length === 0 ? 'no code' : codes.join('; ')
