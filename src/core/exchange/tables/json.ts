import type { Table } from '../../../shared/model/table.ts'

const ROWS_A_CHUNK = 5000

/** The table object itself, the same that the window shows; one line a column, row and note. */
export function writeJson({ title, columns, rows, notes }: Table): Uint8Array {
  const chunks = [
    Buffer.from(`{\n"title": ${JSON.stringify(title)},\n"columns": ${lines(columns)},\n"rows": [`),
  ]
  for (let first = 0; first < rows.length; first += ROWS_A_CHUNK) {
    const some = rows.slice(first, first + ROWS_A_CHUNK).map(row => JSON.stringify(row))
    chunks.push(Buffer.from(`${first === 0 ? '\n' : ',\n'}${some.join(',\n')}`))
  }
  chunks.push(Buffer.from(`\n],\n"notes": ${lines(notes)}\n}\n`))
  return Buffer.concat(chunks)
}

const lines = (list: readonly unknown[]): string =>
  `[\n${list.map(entry => JSON.stringify(entry)).join(',\n')}\n]`
