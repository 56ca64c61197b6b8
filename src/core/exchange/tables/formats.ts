import type { Table } from '../../../shared/model/table.ts'

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

/** A name for the file that every system takes: no path characters, no trailing dots, of bearable length. */
export function fileName(project: string, table: Table, format: TableFormat): string {
  const plain = `${project} - ${table.title.replaceAll('×', 'x')}`
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/[. ]+$/, '')
  return `${plain || 'table'}.${format.id}`
}
