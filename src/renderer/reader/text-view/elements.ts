import type { Block } from '../../../shared/model/structure.ts'
import type { Piece } from './plan.ts'
import type { Shelf } from './shelf.ts'

/**
 * Makes the element of a piece and puts it where it belongs. Marks of lists, page labels
 * and paragraph numbers are attributes shown by CSS: a text node would be part of the text.
 */
export function openPiece(piece: Piece, shelf: Shelf, pages: readonly string[]): HTMLElement {
  const { block } = piece
  const box = block.kind === 'cell' ? cellOf(piece, shelf) : plainOf(piece, shelf, pages)
  if (block.kind === 'cell') for (const label of pages) box.append(pageBreak(label, 'inline'))
  if (block.direction) box.dir = block.direction
  if (piece.number > 0 && piece.isFirst) box.dataset['number'] = String(piece.number)
  if (!piece.isFirst) box.classList.add('text-continued')
  return box
}

function plainOf(piece: Piece, shelf: Shelf, pages: readonly string[]): HTMLElement {
  const { block } = piece
  if (pages.length > 0) for (const label of pages) shelf.flow().append(pageBreak(label, 'block'))
  const holder = block.kind === 'item' ? shelf.list() : shelf.flow()
  const box = document.createElement(tagOf(block))
  box.className = `text-block text-${block.kind}`
  if (block.kind === 'item') dressItem(box, piece)
  else if (block.kind === 'quote') box.style.setProperty('--level', String(block.level ?? 1))
  else if (block.kind === 'note') box.setAttribute('role', 'doc-footnote')
  holder.append(box)
  return box
}

function tagOf({ kind, level }: Block): string {
  if (kind === 'heading') return `h${Math.min(6, Math.max(1, level ?? 1))}`
  return { paragraph: 'p', item: 'li', quote: 'blockquote', pre: 'pre', note: 'p', caption: 'p', cell: 'td' }[
    kind
  ]
}

function dressItem(box: HTMLElement, { block, isFirst }: Piece): void {
  box.style.setProperty('--level', String(block.level ?? 1))
  if ((block.level ?? 1) > 1) box.setAttribute('aria-level', String(block.level))
  if (isFirst && block.marker !== undefined) box.dataset['marker'] = block.marker
}

/** A cell; where one cell holds several blocks they stand below each other in it. */
function cellOf({ block }: Piece, shelf: Shelf): HTMLElement {
  const row = shelf.tableRow(block.table ?? 0, block.row ?? 0)
  const column = String(block.column ?? row.childElementCount)
  const last = row.lastElementChild
  const isSame = last instanceof HTMLElement && last.dataset['column'] === column
  const cell = isSame ? last : document.createElement(block.header ? 'th' : 'td')
  if (!isSame) {
    cell.className = 'text-cell'
    cell.dataset['column'] = column
    if (block.header) cell.setAttribute('scope', block.row === 0 ? 'col' : 'row')
    row.append(cell)
  }
  const box = document.createElement('div')
  box.className = 'text-block'
  cell.append(box)
  // the white space that follows goes into the cell too, so that the order of the text is kept
  shelf.holder = cell
  return box
}

/** A printed page begins here. */
export function pageBreak(label: string, place: 'block' | 'inline'): HTMLElement {
  const element = document.createElement(place === 'block' ? 'div' : 'span')
  element.className = `text-page text-page-${place}`
  element.setAttribute('role', 'doc-pagebreak')
  element.setAttribute('aria-label', `page ${label}`)
  element.dataset['label'] = label
  return element
}
