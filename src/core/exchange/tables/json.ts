import type { Table } from '../../../shared/model/table.ts'

/** The table object itself: the same that the window shows. */
export function writeJson(table: Table): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(table, null, 1)}\n`)
}
