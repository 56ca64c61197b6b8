import { fail } from '../../../shared/errors.ts'
import type { Table } from '../../../shared/model/table.ts'
import { fileName } from './file-name.ts'

export interface WriteOptions {
  /** csv: begin with a byte order mark */
  readonly bom?: boolean | undefined
  /** csv: leave cells that look like formulas as they are */
  readonly exact?: boolean | undefined
}

/** One way to write a table. Listing formats loads none of their libraries. */
export interface TableFormat {
  readonly id: 'csv' | 'xlsx' | 'json'
  readonly mediaType: string
  write(table: Table, options: WriteOptions): Promise<Uint8Array>
}

export const tableFormats: readonly TableFormat[] = [
  {
    id: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    write: async (table, options) => (await import('./csv.ts')).writeCsv(table, options),
  },
  {
    id: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async table => (await import('./xlsx.ts')).writeXlsx(table),
  },
  {
    id: 'json',
    mediaType: 'application/json',
    write: async table => (await import('./json.ts')).writeJson(table),
  },
]

export interface WrittenTable {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The table as a file, named after the project and what it shows. */
export async function writeTable(
  table: Table,
  { project, format: id, ...options }: WriteOptions & { readonly project: string; readonly format: string },
): Promise<WrittenTable> {
  const format = tableFormats.find(known => known.id === id)
  if (!format) throw fail('format-unknown', { format: id })
  return {
    name: fileName(project, table.title, format.id),
    mediaType: format.mediaType,
    bytes: await format.write(table, options),
  }
}
