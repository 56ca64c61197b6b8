import type { FootnoteDefinition, List, ListItem, RootContent, Table } from 'mdast'
import type { BlockProps } from './builder.ts'
import { writeHtml } from './html-blocks.ts'
import { parsePiece } from './html-tree.ts'
import { type MarkdownStory, noteKey, writeInline } from './markdown-inline.ts'

export interface BlockStory extends MarkdownStory {
  /** what the offsets of the tree's nodes count in */
  source: string
  readonly footnotes: Map<string, FootnoteDefinition>
  tables: number
  hidden: number
}

/** Where a block stands: in a list, in a quotation, in a note. */
export interface Place {
  readonly list: number
  readonly quote: number
  /** shown at the first block of an item only */
  readonly item: { marker: string | null } | null
  readonly note: { readonly key: string; marker: string | null } | null
}

export const TOP: Place = { list: 0, quote: 0, item: null, note: null }

export function writeBlocks(story: BlockStory, nodes: readonly RootContent[], place: Place): void {
  for (const node of nodes) writeBlock(story, node, place)
}

function writeBlock(story: BlockStory, node: RootContent, place: Place): void {
  switch (node.type) {
    case 'heading':
      begin(story, place.note ? propsOf(place) : { kind: 'heading', level: node.depth })
      writeInline(story, node.children)
      break
    case 'paragraph':
      begin(story, propsOf(place))
      writeInline(story, node.children)
      break
    case 'code':
      begin(story, place.note ? propsOf(place) : { kind: 'pre' })
      story.text.write(node.value)
      break
    case 'blockquote':
      writeBlocks(story, node.children, { ...place, quote: place.quote + 1, item: null })
      break
    case 'list':
      writeList(story, node, { ...place, list: place.list + 1 })
      break
    case 'table':
      writeTable(story, node, place)
      break
    case 'html':
      writePiece(story, node.value)
      break
    default:
  }
  end(story)
}

function begin(story: BlockStory, props: BlockProps): void {
  end(story)
  story.text.builder.begin(props)
}

function end(story: BlockStory): void {
  story.text.break()
  story.text.builder.endUnlessEmpty()
}

function propsOf(place: Place): BlockProps {
  if (place.note) return { kind: 'note', note: place.note.key, ...marker(place.note) }
  if (place.item) return { kind: 'item', level: place.list, ...marker(place.item) }
  if (place.quote > 0) return { kind: 'quote', level: place.quote }
  return { kind: 'paragraph' }
}

function marker(owner: { marker: string | null }): { marker?: string } {
  const shown = owner.marker
  owner.marker = null
  return shown === null ? {} : { marker: shown }
}

function writeList(story: BlockStory, list: List, place: Place): void {
  for (const [index, item] of list.children.entries()) {
    writeBlocks(story, item.children, { ...place, item: { marker: markerOf(story, list, item, index) } })
  }
}

function markerOf(story: BlockStory, list: List, item: ListItem, index: number): string {
  if (item.checked !== null && item.checked !== undefined) return item.checked ? '☑' : '☐'
  if (!list.ordered) return '•'
  const start = item.position?.start.offset ?? 0
  const sign = /^\s*\d+([.)])/.exec(story.source.slice(start, start + 14))?.[1] ?? '.'
  return `${(list.start ?? 1) + index}${sign}`
}

function writeTable(story: BlockStory, table: Table, place: Place): void {
  const number = story.tables++
  for (const [row, { children }] of table.children.entries()) {
    for (const [column, cell] of children.entries()) {
      const header = row === 0 ? { header: true } : {}
      begin(story, place.note ? propsOf(place) : { kind: 'cell', table: number, row, column, ...header })
      writeInline(story, cell.children)
      end(story)
    }
  }
}

/** HTML between the paragraphs is read as a page of its own, so that its text is not lost. */
function writePiece(story: BlockStory, source: string): void {
  const tally = writeHtml(story.text.builder, parsePiece(source), story.tables)
  story.tables = tally.tables
  story.pictures += tally.pictures
  story.hidden += tally.hidden
}

/** Notes stand at the end, in the order of their references; those that nothing refers to as well. */
export function writeNotes(story: BlockStory): void {
  // a note may refer to further notes: the list grows while it is walked
  for (let at = 0; at < story.notes.length; at++) writeNote(story, story.notes[at] ?? '', String(at + 1))
  for (const identifier of story.footnotes.keys()) {
    if (!story.notes.includes(identifier)) writeNote(story, identifier, identifier)
  }
}

function writeNote(story: BlockStory, identifier: string, label: string): void {
  const definition = story.footnotes.get(identifier)
  if (!definition) return
  writeBlocks(story, definition.children, { ...TOP, note: { key: noteKey(identifier), marker: label } })
}
