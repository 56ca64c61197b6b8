import { MARK } from './html-marks.ts'
import { attribute, type Element, find, isElement, textOf, walk } from './html-tree.ts'

export interface Cell {
  readonly element: Element
  readonly row: number
  readonly column: number
  readonly header: boolean
}

export interface Table {
  readonly caption: Element | null
  readonly cells: readonly Cell[]
  /**
   * data: rows and columns mean something
   * list: the first column holds nothing but list marks
   * layout: a frame for the page; its cells are read one after the other
   */
  readonly kind: 'data' | 'list' | 'layout'
}

/** A span may claim any number of columns. */
const WIDEST = 100
/** Beyond so many columns nobody asks any more what pushes what aside. */
const MOST_COLUMNS = 1000

export function readTable(table: Element): Table {
  const cells = placed(rowsOf(table))
  return { caption: captionOf(table), cells, kind: kindOf(table, cells) }
}

function captionOf(table: Element): Element | null {
  return (
    table.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'caption') ?? null
  )
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const part of table.childNodes) {
    if (!isElement(part)) continue
    if (part.tagName === 'tr') rows.push(part)
    else if (/^t(?:head|body|foot)$/.test(part.tagName)) {
      for (const row of part.childNodes) if (isElement(row) && row.tagName === 'tr') rows.push(row)
    }
  }
  return rows
}

/** Cells that span rows push the cells below them to the right. */
function placed(rows: readonly Element[]): Cell[] {
  const taken = new Map<number, number>()
  const cells: Cell[] = []
  for (const [row, element] of rows.entries()) {
    let column = 0
    for (const cell of element.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue
      while (column < MOST_COLUMNS && (taken.get(column) ?? 0) > row) column++
      cells.push({ element: cell, row, column, header: isHeader(cell, element) })
      const width = span(cell, 'colspan')
      const until = row + span(cell, 'rowspan')
      for (let at = column; at < Math.min(column + width, MOST_COLUMNS); at++) taken.set(at, until)
      column += width
    }
  }
  return cells
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, WIDEST)
}

function isHeader(cell: Element, row: Element): boolean {
  const part = row.parentNode
  return cell.tagName === 'th' || (part !== null && 'tagName' in part && part.tagName === 'thead')
}

function kindOf(table: Element, cells: readonly Cell[]): Table['kind'] {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return isList(cells) ? 'list' : 'layout'
  if (cells.some(cell => cell.header)) return 'data'
  if (isList(cells)) return 'list'
  const filled = cells.filter(cell => hasText(cell.element))
  const columns = new Set(filled.map(cell => cell.column)).size
  const rows = new Set(filled.map(cell => cell.row)).size
  if (columns <= 1 || rows === 1 || find(table, 'table'))
    return columns > 1 && rows === 1 && isSlim(filled) ? 'data' : 'layout'
  return holdsPage(filled) ? 'layout' : 'data'
}

/** One row of short cells is still a row. */
const isSlim = (cells: readonly Cell[]): boolean =>
  cells.every(cell => textOf(cell.element).trim().length < 80 && !find(cell.element, 'table'))

/** Headings, lists or long passages of several paragraphs are a page, not a cell. */
function holdsPage(cells: readonly Cell[]): boolean {
  return cells.some(({ element }) => {
    const paragraphs = [...walk(element)].filter(
      node => isElement(node) && node.tagName === 'p' && hasText(node),
    )
    const headed = ['h1', 'h2', 'h3', 'h4'].some(tag => find(element, tag))
    return headed || (paragraphs.length > 8 && textOf(element).length > 4000)
  })
}

function isList(cells: readonly Cell[]): boolean {
  const rows = filledRows(cells)
  return (
    rows.length > 0 &&
    rows.every(([first, second, ...more]) => first && second && more.length === 0 && isMark(first))
  )
}

const isMark = ({ element }: Cell): boolean => MARK.test(textOf(element).trim())

/** The cells that hold text, row by row. */
export function filledRows(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = []
  for (const cell of cells) {
    if (!hasText(cell.element)) continue
    const open = rows.at(-1)
    if (open?.[0]?.row === cell.row) open.push(cell)
    else rows.push([cell])
  }
  return rows
}

const hasText = (element: Element): boolean => textOf(element).trim() !== ''
