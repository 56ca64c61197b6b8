import type { BlockProps, TextBuilder } from './builder.ts'
import type { RtfDocument, RtfNote, RtfStyle } from './rtf-header.ts'
import type { CellPlace, Paragraph } from './rtf-story.ts'
import { StyledText } from './styled-text.ts'

/** Lays the paragraphs out as blocks: the body first, the notes behind it. */
export function writeRtf(builder: TextBuilder, document: RtfDocument): void {
  const text = new StyledText(builder)
  const remarks = new Remarks(builder, document)
  let cell: CellPlace | null = null
  for (const written of document.paragraphs) {
    const paragraph = withTypedMark(written)
    if (paragraph.cell && cell && sameCell(paragraph.cell, cell)) {
      if (builder.hasOpenText && hasText(paragraph)) text.write('\n')
    } else begin(text, paragraph.cell ? cellProps(paragraph.cell) : propsOf(paragraph, document.styles))
    cell = paragraph.cell
    writeRuns(text, paragraph, remarks)
    if (!cell) text.break()
  }
  for (const note of document.notes) writeNote(text, note, remarks)
  text.finish()
  builder.endUnlessEmpty()
  remarks.finish()
}

/** "•", "1." or "(a)" and a tab: programs without lists write them so, and they look like one. */
const TYPED_MARK = /^\s?([•·▪◦‣–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\t/i

function withTypedMark(paragraph: Paragraph): Paragraph {
  const [first, ...more] = paragraph.runs
  const typed = first && paragraph.marker === '' && !paragraph.cell ? TYPED_MARK.exec(first.text) : null
  if (!first || !typed) return paragraph
  const shift = typed[0].length
  return {
    ...paragraph,
    marker: typed[1] ?? '',
    runs: [{ ...first, text: first.text.slice(shift) }, ...more],
    ranges: paragraph.ranges.map(range => ({ ...range, at: Math.max(0, range.at - shift) })),
  }
}

function begin(text: StyledText, props: BlockProps): void {
  text.break()
  text.builder.endUnlessEmpty()
  text.builder.begin(props)
}

function writeRuns(text: StyledText, { runs, ranges, cell }: Paragraph, remarks: Remarks): void {
  let written = 0
  const queue = [...ranges]
  for (const { text: words, marks } of runs) {
    for (let at = 0; at < words.length; ) {
      while (queue[0] && queue[0].at <= written) remarks.reach(queue.shift()?.id ?? '')
      const end = Math.min(
        words.length,
        at + Math.max(1, (queue[0]?.at ?? Number.POSITIVE_INFINITY) - written),
      )
      text.write(withoutTabs(words.slice(at, end), cell !== null), marks)
      written += end - at
      at = end
    }
  }
  for (const { id } of queue) remarks.reach(id)
}

/** A tab divides the cells of a row; within a cell it can only be a space. */
const withoutTabs = (words: string, inCell: boolean): string => (inCell ? words.replaceAll('\t', ' ') : words)

function writeNote(text: StyledText, { key, label, paragraphs }: RtfNote, remarks: Remarks): void {
  let marker: string | null = label
  for (const paragraph of paragraphs) {
    if (!hasText(paragraph)) continue
    begin(text, {
      kind: 'note',
      note: key,
      ...(marker === null ? {} : { marker }),
      ...directionOf(paragraph),
    })
    marker = null
    const [first, ...more] = paragraph.runs
    const runs = first ? [{ ...first, text: first.text.trimStart() }, ...more] : []
    writeRuns(text, { ...paragraph, runs }, remarks)
  }
}

const hasText = ({ runs }: Paragraph): boolean => runs.some(run => run.text.trim() !== '')

const sameCell = (a: CellPlace, b: CellPlace): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column

function cellProps({ table, row, column, header }: CellPlace): BlockProps {
  return { kind: 'cell', table, row, column, ...(header ? { header } : {}) }
}

function propsOf(paragraph: Paragraph, styles: ReadonlyMap<number, RtfStyle>): BlockProps {
  const { state, marker } = paragraph
  const style = state.style === null ? undefined : styles.get(state.style)
  const direction = directionOf(paragraph)
  const level = headingLevel(state.outline, style)
  if (level !== null && hasText(paragraph)) return { kind: 'heading', level, ...direction }
  if (state.list !== null || marker !== '') {
    return {
      kind: 'item',
      level: Math.min(state.level, 8) + 1,
      ...(marker === '' ? {} : { marker }),
      ...direction,
    }
  }
  const name = style?.name ?? ''
  if (/^(?:caption|beschriftung|légende|legende|epígrafe|didascalia)$/i.test(name))
    return { kind: 'caption', ...direction }
  if (/^(?:(?:intense )?quote|quotations?|block text|zitat|citation|cita)$/i.test(name))
    return { kind: 'quote', level: 1, ...direction }
  if (/preformatted|^macro text$|^plain text$/i.test(name)) return { kind: 'pre', ...direction }
  return { kind: 'paragraph', ...direction }
}

/** By the outline, or by the name every office program gives its headings in one language or another. */
function headingLevel(outline: number | null, style: RtfStyle | undefined): number | null {
  const level = outline ?? style?.outline ?? null
  if (level !== null) return level < 6 ? level + 1 : null
  const name = style?.name ?? ''
  const named = /^(?:heading|überschrift|titre|título|titolo|kop|nagłówek|rubrik|заголовок)\s*([1-6])$/i.exec(
    name,
  )?.[1]
  if (named) return Number(named)
  return /^(?:title|titel)$/i.test(name) ? 1 : null
}

function directionOf({ state }: Paragraph): { direction?: 'rtl' } {
  return state.direction === 'rtl' ? { direction: 'rtl' } : {}
}

/** Comments get the passage between their two marks, or the place where they hang. */
class Remarks {
  private readonly spans = new Map<string, { start: number; end: number }>()
  private readonly builder: TextBuilder
  private readonly document: RtfDocument
  constructor(builder: TextBuilder, document: RtfDocument) {
    this.builder = builder
    this.document = document
  }

  reach(id: string): void {
    const offset = this.builder.offset
    const known = this.spans.get(id)
    if (known) known.end = Math.max(known.end, offset)
    else this.spans.set(id, { start: offset, end: offset })
  }

  finish(): void {
    const last = this.builder.offset
    for (const [id, remark] of this.document.remarks) {
      const { start, end } = this.spans.get(id) ?? { start: last, end: last }
      this.builder.addRemark({ ...remark, start, end })
    }
  }
}
