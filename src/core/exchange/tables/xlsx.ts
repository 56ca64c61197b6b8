import writeExcelFile from 'write-excel-file/node'
import { fail } from '../../../shared/errors.ts'
import type { Cell, Column, Table } from '../../../shared/model/table.ts'
import { CUT_MARK, cellText, LONGEST_TEXT, sheetName } from './xlsx-text.ts'

/** A sheet holds no more (Excel specifications and limits); beyond the cells the library runs out of memory. */
const MOST = { rows: 1_048_576, columns: 16_384, cells: 3_000_000 }
const WIDEST = 60
const BOLD = { fontWeight: 'bold' as const }

/**
 * Two sheets: the table (real numbers, frozen header and label column) and "About" with
 * scope, options, project, date and version. Text is written as typed strings, so nothing
 * in a name or a quote can ever run as a formula. A percentage is a real fraction under a
 * percent format (63.16 of the table is 0.6316, shown as 63.16%), as spreadsheets reckon.
 */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  refuseTooLarge(table)
  const labels = table.columns.filter(column => column.role === 'label').length
  const formats = table.columns.map(numberFormat(table))
  const sheets = [
    {
      data: [
        table.columns.map(headCell),
        ...table.rows.map(({ role, cells }) => cells.map((cell, i) => bodyCell(cell, formats[i], role))),
      ],
      sheet: sheetName(table.title, 'Table'),
      stickyRowsCount: 1,
      // many label columns would leave no room for what scrolls
      ...(labels === 1 ? { stickyColumnsCount: 1 } : {}),
      columns: table.columns.map((column, i) => ({ width: widthOf(column, table, i) })),
    },
    {
      data: aboutOf(table).map(({ name, value }) => [
        { value: cellText(name), type: String, ...BOLD },
        { value: cellText(value), type: String, wrap: true },
      ]),
      sheet: 'About',
      columns: [{ width: 26 }, { width: 100 }],
    },
  ]
  return writeExcelFile(sheets).toBuffer()
}

function refuseTooLarge({ columns, rows }: Table): void {
  const [height, width] = [rows.length + 1, columns.length]
  if (height <= MOST.rows && width <= MOST.columns && height * width <= MOST.cells) return
  throw fail('table-too-large', { format: 'xlsx', rows: height, columns: width })
}

const headCell = ({ title, role }: Column) => ({
  value: cellText(title),
  type: String,
  ...BOLD,
  wrap: role !== 'label',
  alignVertical: 'top' as const,
})

type NumberFormat = '0.00' | '0.00%' | undefined

/** Counts are shown as they are; where some number of the table has decimals, all show two. */
function numberFormat({ rows }: Table): (column: Column) => NumberFormat {
  const decimals = rows.some(({ cells }) =>
    cells.some(cell => typeof cell === 'number' && !Number.isInteger(cell)),
  )
  return ({ kind }) => {
    if (kind === 'percent') return '0.00%'
    return kind === 'number' && decimals ? '0.00' : undefined
  }
}

function bodyCell(cell: Cell, format: NumberFormat, role: 'value' | 'total') {
  const weight = role === 'total' ? BOLD : undefined
  if (cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))) return null
  if (typeof cell === 'string') {
    const text = cellText(cell)
    return weight ? { value: text, type: String, ...weight } : text
  }
  const value = format === '0.00%' ? cell / 100 : cell
  return format === undefined && !weight
    ? value
    : { value, type: Number, ...weight, ...(format === undefined ? {} : { format }) }
}

/** The notes, and what became of cells that this kind of file cannot hold whole. */
function aboutOf({ notes, rows, columns }: Table): Table['notes'] {
  const cut = rows.reduce((count, { cells }) => count + cells.filter(isTooLong).length, 0)
  const more = [
    ...(columns.some(({ kind }) => kind === 'percent')
      ? [{ name: 'Percentages', value: 'are fractions under a percent format: 63.16% is the number 0.6316' }]
      : []),
    ...(cut > 0
      ? [
          {
            name: 'Cut texts',
            value: `${cut}: a cell holds ${LONGEST_TEXT.toLocaleString('en')} characters; what was cut ends in${CUT_MARK}. The same table as CSV holds them whole`,
          },
        ]
      : []),
  ]
  return [...notes, ...more]
}

const isTooLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > LONGEST_TEXT

function widthOf(column: Column, { rows }: Table, index: number): number {
  if (column.kind !== 'text') return Math.min(18, Math.max(9, Math.ceil(column.title.length / 3)))
  let longest = column.title.length
  for (const { cells } of rows) {
    const cell = cells[index]
    if (typeof cell === 'string' && cell.length > longest) longest = cell.length
  }
  return Math.min(WIDEST, longest + 2)
}
