import type { Cell, Table } from '../../../shared/model/table.ts'
import type { WriteOptions } from './formats.ts'
import { guarded } from './guard.ts'

const LINES_A_CHUNK = 5000

/** RFC 4180: commas, CRLF, quotes where needed; UTF-8. Numbers are written in full precision with a point. */
export function writeCsv(table: Table, { bom = false, exact = false }: WriteOptions): Uint8Array {
  const line = (cells: readonly Cell[]) => `${cells.map(cell => field(cell, exact)).join(',')}\r\n`
  const chunks = [Buffer.from((bom ? '\uFEFF' : '') + line(table.columns.map(({ title }) => title)))]
  for (let first = 0; first < table.rows.length; first += LINES_A_CHUNK) {
    const lines = table.rows.slice(first, first + LINES_A_CHUNK).map(row => line(row.cells))
    chunks.push(Buffer.from(lines.join('')))
  }
  return Buffer.concat(chunks)
}

function field(cell: Cell, exact: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = exact ? cell : guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
