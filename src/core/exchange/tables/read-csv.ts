import { parse } from 'csv-parse/sync'
import { fail } from '../../../shared/errors.ts'

export interface CsvTable {
  /** the header's names, folded to lower case */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** UTF-8 with or without BOM, else Windows-1252 (what spreadsheet programs write); comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array, name: string): CsvTable {
  const text = decode(bytes)
  try {
    const [header = [], ...rows] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
    }) as string[][]
    return { header: header.map(title => title.trim().toLowerCase()), rows }
  } catch (error) {
    throw fail('table-unreadable', { name, reason: error instanceof Error ? error.message : String(error) })
  }
}

function decode(bytes: Uint8Array): string {
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

/** Takes off the apostrophe that our own CSV puts before what a spreadsheet would run. */
export const withoutGuard = (cell: string): string =>
  /^'[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell
