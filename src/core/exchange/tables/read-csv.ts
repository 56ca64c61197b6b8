import { parse } from 'csv-parse/sync'
import { fail } from '../../../shared/errors.ts'

export interface CsvRow {
  /** as a spreadsheet counts: the header is row 1 */
  readonly number: number
  readonly cells: readonly string[]
}

export interface CsvTable {
  /** the header's names, folded to lower case */
  readonly header: readonly string[]
  /** without the empty ones */
  readonly rows: readonly CsvRow[]
}

/** UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 (what spreadsheet programs write); comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array, name: string): CsvTable {
  const text = decode(bytes)
  try {
    const [header = [], ...records] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
    }) as string[][]
    return {
      header: header.map(title => title.trim().toLowerCase()),
      rows: records
        .map((cells, index) => ({ number: index + 2, cells }))
        .filter(({ cells }) => cells.some(cell => cell.trim() !== '')),
    }
  } catch (error) {
    throw fail('table-unreadable', { name, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** TextDecoder takes the byte order mark off. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}

/** The one of the three that the header line has most of. */
function delimiterOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)![0]
  const count = (delimiter: string) => head.split(delimiter).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0]!
}
