import type { Block } from '../../../shared/model/structure.ts'
import { bestAlternative, readInline } from './docx-runs.ts'
import { type Story, say, wearing } from './docx-story.ts'
import { flag, isOn, numberOf, outlineLevel, type ParagraphStyle } from './docx-styles.ts'
import { child, type Element, elements } from './xml.ts'

/** Where blocks go: into the document, into one cell, or into one note. */
export type Place =
  | { readonly kind: 'flow' }
  | { readonly kind: 'cell' }
  | { readonly kind: 'note'; readonly note: string; marker: string; written: boolean }

const TRANSPARENT = new Set(['w:customXml', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:body', 'w:txbxContent'])

/** All of a note; one without text keeps its place, since the text refers to it. */
export function readNote(story: Story, note: Element, key: string, marker: string): void {
  const place: Place = { kind: 'note', note: key, marker, written: false }
  readBlocks(story, note, place)
  if (place.written) return
  story.text.builder.begin({ kind: 'note', note: key, ...(marker === '' ? {} : { marker }) })
  story.text.builder.end()
}

export function readBlocks(story: Story, parent: Element, place: Place): void {
  /** paragraphs whose end was deleted: they run on into the next one */
  let runningOn: Element[] = []
  for (const element of elements(parent)) {
    if (element.name === 'w:p') {
      runningOn.push(element)
      if (isDropCap(element) || (!story.keepBoth && endWasDeleted(element))) continue
      readParagraph(story, runningOn, place)
      runningOn = []
    } else {
      readOther(story, element, place)
    }
  }
  if (runningOn.length > 0) readParagraph(story, runningOn, place)
}

function readOther(story: Story, element: Element, place: Place): void {
  if (TRANSPARENT.has(element.name)) readBlocks(story, element, place)
  if (element.name === 'w:tbl') readTable(story, element, place)
  if (element.name === 'w:altChunk') story.tally.embedded++
  if (element.name === 'mc:AlternateContent') readBlocks(story, bestAlternative(element), place)
  if (element.name === 'w:sdt')
    for (const content of elements(element, 'w:sdtContent')) readBlocks(story, content, place)
}

/** A large initial is a paragraph of its own to Word, and the beginning of the next one to the reader. */
function isDropCap(paragraph: Element): boolean {
  const frame = child(child(paragraph, 'w:pPr'), 'w:framePr')?.attributes['w:dropCap']
  return frame === 'drop' || frame === 'margin'
}

function endWasDeleted(paragraph: Element): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

/** Several elements are one paragraph if the marks between them were deleted; the last one's properties rule. */
function readParagraph(story: Story, parts: readonly Element[], place: Place): void {
  const properties = child(parts.at(-1), 'w:pPr')
  const style = story.styles.paragraph(
    child(properties, 'w:pStyle')?.attributes['w:val'] ?? story.styles.defaultParagraph,
  )
  const rtl = flag(properties, 'w:bidi') ?? style.rtl
  const props = blockProps(story, properties, style)
  begin(story, rtl ? { ...props, direction: 'rtl' } : props, place)
  const before = story.text.builder.offset
  const changes = story.tally.insertions + story.tally.deletions
  // the size and weight of a heading are what being a heading means
  for (const part of parts) readInline(story, part, props.kind === 'heading' ? {} : style.look)
  if (changes === story.tally.insertions + story.tally.deletions) countMarkChanges(story, parts)
  story.characters[rtl ? 'rtl' : 'ltr'] += story.text.builder.offset - before
  end(story, place)
  for (const box of story.boxes.splice(0)) readBlocks(story, box, place)
}

/** The mere end of a paragraph can be inserted or deleted too. */
function countMarkChanges({ tally }: Story, parts: readonly Element[]): void {
  for (const part of parts) {
    const mark = child(child(part, 'w:pPr'), 'w:rPr')
    if (child(mark, 'w:ins')) tally.insertions++
    if (child(mark, 'w:del')) tally.deletions++
  }
}

type Props = Omit<Block, 'start' | 'end'>

function blockProps(story: Story, properties: Element | undefined, style: ParagraphStyle): Props {
  const outline = outlineLevel(properties)
  const level = outline === undefined ? style.level : outline
  const marker = markerOf(story, properties, style)
  const marked = marker === null || marker.sign === '' ? {} : { marker: marker.sign }
  if (level !== null) return { kind: 'heading', level, ...marked }
  if (marker !== null && style.kind === 'paragraph')
    return { kind: 'item', level: marker.depth + 1, ...marked }
  if (style.kind === 'heading') return { kind: 'paragraph', ...marked }
  return { kind: style.kind, ...(style.kind === 'quote' ? { level: 1 } : {}), ...marked }
}

function markerOf(
  story: Story,
  properties: Element | undefined,
  style: ParagraphStyle,
): { sign: string; depth: number } | null {
  const own = numberOf(properties)
  const list = own.list ?? style.list
  if (list === null || list === '0') return null
  const styleId = child(properties, 'w:pStyle')?.attributes['w:val'] ?? ''
  const depth =
    own.level ??
    (own.list === null ? story.numbering.levelOfStyle(list, styleId) : null) ??
    style.listLevel ??
    0
  const sign = story.numbering.next(list, depth)
  return sign === null ? null : { sign, depth }
}

function begin(story: Story, props: Props, place: Place): void {
  story.text.break()
  story.breaks = 0
  story.lead = ''
  if (place.kind === 'cell') {
    const begun = story.text.builder.offset > story.blockStart
    story.breaks = begun ? 1 : 0
    if (props.marker !== undefined) say(story, `${props.marker} `, wearing(story, {}))
    return
  }
  if (place.kind === 'note') {
    story.text.builder.begin({
      kind: 'note',
      note: place.note,
      ...(place.marker === '' ? {} : { marker: place.marker }),
      ...(props.direction ? { direction: props.direction } : {}),
    })
  } else {
    story.text.builder.begin(props)
  }
  story.blockStart = story.text.builder.offset
  // a break that is not written still makes the next piece shed its leading blanks
  story.breaks = place.kind === 'note' ? 1 : 0
}

function end(story: Story, place: Place): void {
  story.text.break()
  story.breaks = 0
  story.lead = ''
  if (place.kind === 'cell') return
  const written = story.text.builder.offset > story.blockStart
  story.text.builder.endUnlessEmpty()
  if (place.kind === 'note' && written) {
    place.marker = ''
    place.written = true
  }
}

function readTable(story: Story, table: Element, place: Place): void {
  const rows = [...rowsOf(table)].filter(row => story.keepBoth || !wasDeleted(row))
  const cells = rows.flatMap(row => [...cellsOf(row)])
  // a frame drawn around text is not a table; a table inside a cell or a note becomes lines of it
  if (place.kind !== 'flow' || cells.length === 1) {
    for (const cell of cells) readBlocks(story, cell, place)
  } else {
    readRows(story, table, rows)
  }
}

function readRows(story: Story, table: Element, rows: readonly Element[]): void {
  const index = story.tables++
  const style = child(child(table, 'w:tblPr'), 'w:tblStyle')?.attributes['w:val'] ?? null
  const look = child(child(table, 'w:tblPr'), 'w:tblLook')?.attributes ?? {}
  const heads = {
    row: looks(look, 'w:firstRow', 0x20) && story.styles.tableDresses(style, 'firstRow'),
    column: looks(look, 'w:firstColumn', 0x80) && story.styles.tableDresses(style, 'firstCol'),
  }
  for (const [at, row] of rows.entries()) readRow(story, row, { table: index, row: at }, heads)
}

/** Tables look as their style says only where the table asks for it, in one of two notations. */
function looks(look: Element['attributes'], name: string, bit: number): boolean {
  const said = look[name]
  return said === undefined ? (Number.parseInt(look['w:val'] ?? '0', 16) & bit) !== 0 : isOn(said)
}

function readRow(
  story: Story,
  row: Element,
  where: { table: number; row: number },
  heads: { row: boolean; column: boolean },
): void {
  const properties = child(row, 'w:trPr')
  const header = flag(properties, 'w:tblHeader') === true || (heads.row && where.row === 0)
  let column = Number(child(properties, 'w:gridBefore')?.attributes['w:val'] ?? 0)
  for (const cell of cellsOf(row)) {
    const own = child(cell, 'w:tcPr')
    if (!continues(own, 'w:vMerge') && !continues(own, 'w:hMerge')) {
      const isHeader = header || (heads.column && column === 0)
      story.text.builder.begin({ kind: 'cell', ...where, column, ...(isHeader ? { header: true } : {}) })
      story.blockStart = story.text.builder.offset
      readBlocks(story, cell, { kind: 'cell' })
      story.text.break()
      story.text.builder.end()
    }
    column += Number(child(own, 'w:gridSpan')?.attributes['w:val'] ?? 1)
  }
}

/** A merged cell is written in its first place only. */
function continues(properties: Element | undefined, name: string): boolean {
  const merge = child(properties, name)
  return merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue'
}

function* rowsOf(table: Element): Generator<Element> {
  for (const element of elements(table)) {
    if (element.name === 'w:tr') yield element
    else if (/^w:(sdt|sdtContent|customXml|ins)$/.test(element.name)) yield* rowsOf(element)
  }
}

function* cellsOf(row: Element | undefined): Generator<Element> {
  for (const element of elements(row)) {
    if (element.name === 'w:tc') yield element
    else if (/^w:(sdt|sdtContent|customXml)$/.test(element.name)) yield* cellsOf(element)
  }
}

const wasDeleted = (row: Element): boolean => child(child(row, 'w:trPr'), 'w:del') !== undefined
