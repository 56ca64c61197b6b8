import type { Cell, Table } from '../../../shared/model/table.ts'
import type { WriteOptions } from './formats.ts'

/**
 * A spreadsheet runs a cell that begins like this as a formula (OWASP, CSV injection;
 * the full-width forms are normalised to the plain ones by some programs).
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/

/** RFC 4180: commas, CRLF, quotes where needed; UTF-8. Numbers are written in full precision with a point. */
export function writeCsv(table: Table, { bom = false, exact = false }: WriteOptions): Uint8Array {
  const lines = [table.columns.map(column => column.title), ...table.rows.map(row => row.cells)]
  const text = lines.map(cells => `${cells.map(cell => field(cell, exact)).join(',')}\r\n`).join('')
  return new TextEncoder().encode(bom ? `\uFEFF${text}` : text)
}

function field(cell: Cell, exact: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = exact || !FORMULA.test(cell) ? cell : `'${cell}`
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
