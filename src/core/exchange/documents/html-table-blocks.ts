import { directionOf, dressed, type Page, type Place, propsOf } from './html-place.ts'
import { filledRows, readTable, type Table } from './html-tables.ts'
import { type Element, textOf } from './html-tree.ts'

export function table(page: Page, node: Element, outer: Place): void {
  const place = dressed(page, node, outer)
  const read = readTable(node)
  if (read.caption) page.block(read.caption, place)
  // a table inside a cell cannot be a table of its own: its cells become lines there
  if (page.flow.insideCell || place.note) inLines(page, read, place)
  else if (read.kind === 'data') inCells(page, read, place)
  else if (read.kind === 'list') asList(page, read, place)
  else for (const cell of read.cells) page.block(cell.element, place)
  page.flow.block(() => propsOf(outer))
}

function inCells(page: Page, { cells }: Table, place: Place): void {
  const number = page.tables.next++
  for (const { element: cell, row, column, header } of cells) {
    const direction = directionOf(cell) ?? place.direction
    page.flow.beginCell({
      kind: 'cell',
      table: number,
      row,
      column,
      ...(header ? { header } : {}),
      ...(direction ? { direction } : {}),
    })
    page.children(cell, { ...dressed(page, cell, place), heading: 0, item: null })
    page.flow.endCell()
  }
}

function asList(page: Page, { cells }: Table, place: Place): void {
  const level = place.list + 1
  for (const [mark, ...content] of filledRows(cells)) {
    const item = { marker: mark ? textOf(mark.element).trim() : null, level }
    for (const cell of content) page.block(cell.element, { ...place, list: level, item })
  }
}

function inLines(page: Page, { cells }: Table, place: Place): void {
  let row = 0
  for (const cell of cells) {
    if (cell.row !== row) page.flow.block(() => propsOf(place))
    else page.flow.text(' ', place.wearing)
    row = cell.row
    page.children(cell.element, dressed(page, cell.element, place))
  }
}
