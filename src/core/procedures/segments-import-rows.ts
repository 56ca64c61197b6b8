import { extname } from 'node:path'
import { fail } from '../../shared/errors.ts'
import { splitPath } from '../../shared/model/code-path.ts'
import { splitsPair } from '../../shared/text/boundaries.ts'
import type { Context } from '../context.ts'
import { type CsvTable, withoutGuard } from '../exchange/tables/read-csv.ts'

/** A row that has been checked: it can be written without a further question. */
export interface PlannedRow {
  readonly documentId: string
  readonly start: number
  readonly end: number
  readonly code: string
  readonly coder: string
  readonly comment: string
}

const MOST_TOLD = 20
const SHOWN = 60

/** Checks every row before any is written; tells how many are bad and shows the first of them. */
export function checkRows(ctx: Context, table: CsvTable, name: string): PlannedRow[] {
  const columns = placeColumns(table, name)
  const findDocument = createDocumentFinder(ctx)
  const problems: string[] = []
  const planned: PlannedRow[] = []
  table.rows.forEach((cells, index) => {
    const cell = (title: string) =>
      withoutGuard(columns[title] === undefined ? '' : (cells[columns[title]] ?? ''))
    const row = checkRow(ctx, cell, findDocument)
    // the header is line 1, and people count lines from there
    if (typeof row === 'string') problems.push(`line ${index + 2}: ${row}`)
    else planned.push(row)
  })
  if (problems.length > 0) {
    const first = problems.slice(0, MOST_TOLD).join('; ')
    throw fail('table-rows', { name, bad: problems.length, total: table.rows.length, first })
  }
  return planned
}

/** The row, or what is wrong with it. */
function checkRow(
  ctx: Context,
  cell: (title: string) => string,
  findDocument: (name: string) => string | null,
): PlannedRow | string {
  const document = cell('document')
  const documentId = findDocument(document)
  if (documentId === null) return `there is no document “${document}” in this project, or more than one`
  const [start, end] = [wholeNumber(cell('start')), wholeNumber(cell('end'))]
  if (start === null || end === null)
    return `start and end must be whole numbers, not “${cell('start')}” and “${cell('end')}”`
  const { text } = ctx.texts.of(documentId)
  if (start >= end || end > text.length)
    return `${start}–${end} is not a passage of “${document}”, which has ${text.length} characters`
  if (splitsPair(text, start) || splitsPair(text, end))
    return `${start}–${end} would cut a character of “${document}” in two`
  const quote = cell('quote')
  const found = text.slice(start, end)
  if (quote !== '' && !sameQuote(quote, found))
    return `the quote is “${short(quote)}”, but “${document}” has “${short(found)}” at ${start}–${end}`
  if (splitPath(cell('code')).length === 0) return 'the code is missing'
  return { documentId, start, end, code: cell('code'), coder: cell('coder').trim(), comment: cell('comment') }
}

/** Spreadsheet programs turn line ends into CRLF; nothing else may differ. */
const sameQuote = (quote: string, found: string) => quote === found || quote.replace(/\r\n?/g, '\n') === found

const wholeNumber = (cell: string): number | null => (/^\s*\d{1,10}\s*$/.test(cell) ? Number(cell) : null)

const short = (text: string) => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).toWellFormed()}…`)

const REQUIRED = ['document', 'start', 'end', 'code'] as const

/** Which column is which; the required ones must be there. */
function placeColumns({ header }: CsvTable, name: string): Record<string, number> {
  const missing = REQUIRED.find(title => !header.includes(title))
  if (missing !== undefined) throw fail('table-columns', { name, missing })
  return Object.fromEntries(header.map((title, index) => [title, index]))
}

/** By id, by name, or by the name of the imported file with or without its ending; null where that is not exactly one. */
function createDocumentFinder({ db }: Context): (wanted: string) => string | null {
  const byKey = new Map<string, Set<string>>()
  const add = (key: string, id: string) => byKey.set(key, (byKey.get(key) ?? new Set()).add(id))
  const rows = db
    .prepare<[], { id: string; name: string; file_name: string }>('SELECT id, name, file_name FROM document')
    .all()
  const names = new Map(rows.map(({ id, name }) => [name, id]))
  for (const { id, file_name } of rows) {
    add(id, id)
    add(file_name, id)
    add(file_name.slice(0, file_name.length - extname(file_name).length), id)
  }
  return wanted => {
    const found = byKey.get(wanted)
    return names.get(wanted) ?? names.get(wanted.trim()) ?? (found?.size === 1 ? [...found][0]! : null)
  }
}
