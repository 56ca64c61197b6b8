import type { Block } from '../../../shared/model/structure.ts'
import { readChange, readDrawing, readInline, repeats } from './odt-inline.ts'
import { type Counting, listStyleOf, writtenNumber } from './odt-lists.ts'
import { type Note, type OdtStory, pageBreak, say, wearing } from './odt-story.ts'
import type { ParagraphLook } from './odt-styles.ts'
import { child, type Element, elements, textOf } from './xml.ts'

export type Place =
  | { readonly kind: 'flow' }
  | { readonly kind: 'cell' }
  | { readonly kind: 'note'; readonly note: string; marker: string; written: boolean }

/** The list item that is being read. `marker` is handed to its first paragraph. */
interface Item {
  readonly level: number
  readonly counting: Counting
  readonly style: string
  readonly start: number | null
  readonly written: string | null
  /** a paragraph that is not the first, or a header, has no mark of its own */
  fresh: boolean
}

const TRANSPARENT =
  /^(text:(section|table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography|index-body|index-title|numbered-paragraph)|draw:text-box|office:text)$/

/** All of a note; one without text keeps its place, since the text refers to it. */
export function readNote(story: OdtStory, { body, key, label }: Note): void {
  const place: Place = { kind: 'note', note: key, marker: label, written: false }
  readBlocks(story, body, place)
  if (place.written) return
  story.text.builder.begin({ kind: 'note', note: key, ...(label === '' ? {} : { marker: label }) })
  story.text.builder.end()
}

export function readBlocks(story: OdtStory, parent: Element, place: Place, item: Item | null = null): void {
  for (const element of elements(parent)) readBlock(story, element, place, item)
}

function readBlock(story: OdtStory, element: Element, place: Place, item: Item | null): void {
  const { name } = element
  if (TRANSPARENT.test(name)) {
    if (story.styles.hides(element)) story.tally.hidden += textOf(element).trim().length
    else readBlocks(story, element, place, item)
  } else if (name === 'text:p' || name === 'text:h') {
    readParagraph(story, element, place, item)
  } else if (name === 'text:list') {
    readList(story, element, place, item)
  } else if (name === 'table:table') {
    readTable(story, element, place)
  } else if (name === 'text:soft-page-break') {
    story.pagesKnown = true
    pageBreak(story)
  } else if (name.startsWith('text:change')) {
    readChange(story, element, {})
  } else if (name.startsWith('draw:')) {
    readDrawing(story, element, {})
    readBoxes(story, place)
  }
}

function readBoxes(story: OdtStory, place: Place): void {
  for (const box of story.boxes.splice(0)) readBlocks(story, box, place)
}

function readList(story: OdtStory, list: Element, place: Place, outer: Item | null): void {
  const named = listStyleOf(list, outer?.style ?? firstListStyle(story, list))
  const level = (outer?.level ?? 0) + 1
  const counting = outer?.counting ?? story.lists.begin(list, named)
  const style = named === '' ? counting.style : named
  for (const entry of elements(list)) {
    if (entry.name !== 'text:list-item' && entry.name !== 'text:list-header') continue
    const start = entry.attributes['text:start-value']
    readBlocks(story, entry, place, {
      level,
      counting,
      style: entry.attributes['text:style-override'] ?? style,
      start: start === undefined ? null : Number(start),
      written: writtenNumber(entry),
      fresh: entry.name === 'text:list-item',
    })
  }
}

/** A list without a style takes that of its first paragraph. */
function firstListStyle(story: OdtStory, list: Element): string {
  const paragraph = elements(child(list, 'text:list-item')).find(element => element.name === 'text:p')
  return story.styles.paragraph(paragraph?.attributes['text:style-name']).list ?? ''
}

function readParagraph(story: OdtStory, element: Element, place: Place, item: Item | null): void {
  const style = story.styles.paragraph(element.attributes['text:style-name'])
  if (style.newPage) pageBreak(story)
  const props = blockProps(story, element, style, item)
  begin(story, style.look.rtl === true ? { ...props, direction: 'rtl' } : props, place)
  const { bold, italic, ...rest } = style.look
  // the weight of a heading is what being a heading means
  readInline(story, element, props.kind === 'heading' ? rest : style.look)
  end(story, place)
  readBoxes(story, place)
}

type Props = Omit<Block, 'start' | 'end'>

function blockProps(story: OdtStory, element: Element, style: ParagraphLook, item: Item | null): Props {
  const marker = item ? itemMarker(story, item) : ''
  const marked = marker === '' ? {} : { marker }
  if (element.name === 'text:h') {
    const level = Math.max(1, Number(element.attributes['text:outline-level'] ?? 1) || 1)
    const number = item ? marker : headingNumber(story, element, style, level)
    return { kind: 'heading', level: Math.min(6, level), ...(number === '' ? {} : { marker: number }) }
  }
  if (style.level !== null && style.kind === 'heading')
    return { kind: 'heading', level: style.level, ...marked }
  if (item) return { kind: 'item', level: item.level, ...marked }
  return { kind: style.kind, ...(style.kind === 'quote' ? { level: 1 } : {}) }
}

function itemMarker(story: OdtStory, item: Item): string {
  if (!item.fresh) return ''
  item.fresh = false
  const counted = story.lists.next(item.counting, item.style, item.level, item.start)
  return item.written ?? counted
}

function headingNumber(story: OdtStory, element: Element, style: ParagraphLook, level: number): string {
  if (element.attributes['text:is-list-header'] === 'true' || style.list === '') return ''
  const restart = element.attributes['text:restart-numbering'] === 'true'
  const start = element.attributes['text:start-value']
  const counted = story.lists.nextHeading(level, restart ? Number(start ?? 1) : null)
  return writtenNumber(element) ?? counted
}

function begin(story: OdtStory, props: Props, place: Place): void {
  story.text.break()
  story.blank = null
  story.atBlank = true
  story.breaks = 0
  story.lead = ''
  if (place.kind === 'cell') {
    story.breaks = story.text.builder.offset > story.blockStart ? 1 : 0
    if (props.marker !== undefined) say(story, `${props.marker} `, wearing(story, {}))
    story.atBlank = true
    return
  }
  const direction = props.direction ? { direction: props.direction } : {}
  const marker = place.kind === 'note' && place.marker !== '' ? { marker: place.marker } : {}
  story.text.builder.begin(
    place.kind === 'note' ? { kind: 'note', note: place.note, ...marker, ...direction } : props,
  )
  story.blockStart = story.text.builder.offset
}

function end(story: OdtStory, place: Place): void {
  story.text.break()
  story.blank = null
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

interface Row {
  readonly element: Element
  readonly header: boolean
}

function readTable(story: OdtStory, table: Element, place: Place): void {
  const rows = [...rowsOf(table, false)]
  const [only, ...more] = rows.length === 1 ? elements(rows[0]?.element, 'table:table-cell') : []
  if (place.kind !== 'flow') {
    for (const row of rows)
      for (const cell of elements(row.element, 'table:table-cell')) readBlocks(story, cell, place)
  } else if (only && more.length === 0) {
    // a frame drawn around text is not a table
    readBlocks(story, only, place)
  } else {
    const index = story.tables++
    for (const [at, row] of rows.entries()) readRow(story, row, { table: index, row: at })
  }
}

function* rowsOf(table: Element, header: boolean): Generator<Row> {
  for (const element of elements(table)) {
    if (element.name === 'table:table-row') {
      yield { element, header }
    } else if (element.name === 'table:table-header-rows') {
      yield* rowsOf(element, true)
    } else if (element.name === 'table:table-rows' || element.name === 'table:table-row-group') {
      yield* rowsOf(element, header)
    }
  }
}

function readRow(story: OdtStory, { element, header }: Row, where: { table: number; row: number }): void {
  let column = 0
  for (const cell of elements(element)) {
    const times = repeats(cell.attributes['table:number-columns-repeated'])
    if (cell.name === 'table:covered-table-cell') column += times
    if (cell.name !== 'table:table-cell') continue
    for (let time = 0; time < times; time++) {
      story.text.builder.begin({
        kind: 'cell',
        ...where,
        column: column++,
        ...(header ? { header: true } : {}),
      })
      story.blockStart = story.text.builder.offset
      readBlocks(story, cell, { kind: 'cell' })
      story.text.break()
      story.text.builder.end()
    }
  }
}
