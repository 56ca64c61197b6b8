import { Name } from '../../shared/contract/common.ts'
import { fail } from '../../shared/errors.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import { splitsPair } from '../../shared/text/boundaries.ts'
import { checksum } from '../../shared/text/checksum.ts'
import { wordsBetween } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import { withoutGuard } from '../exchange/tables/guard.ts'
import type { CsvRow, CsvTable } from '../exchange/tables/read-csv.ts'
import type { TextAtHand } from '../texts.ts'
import type { CodeFinder } from './code-finder.ts'
import { createDocumentFinder } from './document-finder.ts'
import { AREA_TITLES, areaOfRow, isAreaRow } from './segments-import-areas.ts'

/** A row that has been checked: it can be written without a further question. */
export interface PlannedRow {
  /** which row of the table */
  readonly number: number
  readonly documentId: string
  readonly start: number
  readonly end: number
  readonly words: number
  readonly checksum: number
  /** it is an area of a page, tied to the text by start and end */
  readonly area?: Area
  /** a path that the code finder knows how to take */
  readonly code: string
  /** '' is whoever codes now */
  readonly coder: string
  readonly comment: string
}

const MOST_TOLD = 20
const SHOWN = 60
const LONGEST_COMMENT = 1_000_000
const REQUIRED = ['document', 'start', 'end', 'code'] as const
const OPTIONAL = ['coder', 'comment', 'quote', ...AREA_TITLES] as const
type Title = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
type Cells = Readonly<Record<Title, string>>

interface Problem {
  readonly number: number
  readonly what: string
}

/**
 * Checks every row before any is written, document by document, so that each text is
 * opened once. Gives the rows in the order of the table; or fails, telling how many are
 * bad, showing the first and (in `problems`) up to twenty.
 */
export function checkRows(ctx: Context, codes: CodeFinder, table: CsvTable, name: string): PlannedRow[] {
  const read = cellReader(placeColumns(table, name))
  const findDocument = createDocumentFinder(ctx)
  const problems: Problem[] = []
  const planned: PlannedRow[] = []
  const byDocument = new Map<string, CsvRow[]>()
  for (const row of table.rows) {
    const cell = read.raw(row, 'document')
    const found = findDocument(cell)
    // a guard is taken off only where the cell as it stands means nothing
    const document = 'id' in found ? found : findDocument(withoutGuard(cell))
    if ('problem' in document) problems.push({ number: row.number, what: document.problem })
    else pushTo(byDocument, document.id, row)
  }
  for (const [documentId, rows] of byDocument) {
    const text = ctx.texts.of(documentId)
    const place = (cells: Cells) =>
      isAreaRow(cells) ? areaOfRow(ctx, documentId, cells) : passageOfRow(cells, text)
    for (const row of rows) {
      const cells = read.cells(row)
      const checked = checkRow(cells, place(cells), codes)
      if (typeof checked === 'string') problems.push({ number: row.number, what: checked })
      else planned.push({ number: row.number, documentId, ...checked })
    }
  }
  if (problems.length > 0) throw refusal(problems, table.rows.length, name)
  return planned.sort((a, b) => a.number - b.number)
}

type PlacedRow = Pick<PlannedRow, 'start' | 'end' | 'words' | 'checksum' | 'area'>

/** The row, or what is wrong with it. */
function checkRow(
  cells: Cells,
  place: PlacedRow | string,
  codes: CodeFinder,
): Omit<PlannedRow, 'number' | 'documentId'> | string {
  if (typeof place === 'string') return place
  const problem = codes.problem(withoutGuard(cells.code))
  if (problem !== undefined) return problem
  const coder = withoutGuard(cells.coder).trim()
  const coderName = coder === '' ? undefined : Name.safeParse(coder)
  if (coderName?.error) return `the coder cannot be used: ${coderName.error.issues[0]!.message}`
  const comment = withoutGuard(cells.comment).replace(/\r\n?/g, '\n')
  if (comment.length > LONGEST_COMMENT)
    return `the comment has ${comment.length} characters; ${LONGEST_COMMENT} are the most`
  return { ...place, code: withoutGuard(cells.code), coder: coderName?.data ?? '', comment }
}

function passageOfRow({ document, quote, ...cells }: Cells, { text, words }: TextAtHand): PlacedRow | string {
  const [start, end] = [wholeNumber(cells.start), wholeNumber(cells.end)]
  if (start === null || end === null)
    return `start and end must be whole numbers, not “${short(cells.start)}” and “${short(cells.end)}”`
  if (start >= end || end > text.length)
    return `${start}–${end} is not a passage of “${document}”, which has ${text.length} characters`
  if (splitsPair(text, start) || splitsPair(text, end))
    return `${start}–${end} would cut a character of “${document}” in two`
  const found = text.slice(start, end)
  if (quote !== '' && !sameQuote(quote, found))
    return `the quote is “${short(quote)}”, but “${document}” has “${short(found)}” at ${start}–${end}`
  return { start, end, words: wordsBetween(words, start, end), checksum: checksum(text, start, end) }
}

/** Spreadsheet programs turn line ends into CRLF, and our own CSV may carry a guard; nothing else may differ. */
function sameQuote(quote: string, found: string): boolean {
  if (quote === found) return true
  const unified = quote.replace(/\r\n?/g, '\n')
  return unified === found || withoutGuard(unified) === found
}

const wholeNumber = (cell: string): number | null => (/^\s*\d{1,10}\s*$/.test(cell) ? Number(cell) : null)

const short = (text: string) => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).toWellFormed()}…`)

function refusal(problems: readonly Problem[], total: number, name: string) {
  const told = problems
    .toSorted((a, b) => a.number - b.number)
    .slice(0, MOST_TOLD)
    .map(({ number, what }) => `row ${number}: ${what}`)
  return fail('table-rows', {
    name,
    bad: problems.length,
    total,
    first: told[0]!,
    problems: told.join('\n'),
  })
}

type Places = Readonly<Partial<Record<Title, number>>>

/** Which column is which: by name, in any order; further columns are not ours. */
function placeColumns({ header }: CsvTable, name: string): Places {
  const missing = REQUIRED.find(title => !header.includes(title))
  if (missing !== undefined) throw fail('table-columns', { name, missing })
  const known = [...REQUIRED, ...OPTIONAL].filter(title => header.includes(title))
  const twice = known.find(title => header.indexOf(title) !== header.lastIndexOf(title))
  if (twice !== undefined)
    throw fail('table-unreadable', { name, reason: `it has two columns called ${twice}` })
  return Object.fromEntries(known.map(title => [title, header.indexOf(title)]))
}

function cellReader(places: Places) {
  const raw = ({ cells }: CsvRow, title: Title): string => {
    const place = places[title]
    return place === undefined ? '' : (cells[place] ?? '')
  }
  const cells = (row: CsvRow): Cells => ({
    document: raw(row, 'document'),
    start: raw(row, 'start'),
    end: raw(row, 'end'),
    code: raw(row, 'code'),
    coder: raw(row, 'coder'),
    comment: raw(row, 'comment'),
    quote: raw(row, 'quote'),
    'area page': raw(row, 'area page'),
    'area x': raw(row, 'area x'),
    'area y': raw(row, 'area y'),
    'area width': raw(row, 'area width'),
    'area height': raw(row, 'area height'),
  })
  return { raw, cells }
}

export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
