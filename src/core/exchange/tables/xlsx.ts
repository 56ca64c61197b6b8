import writeExcelFile from 'write-excel-file/node'
import type { Cell, Column, Table } from '../../../shared/model/table.ts'

/** The most a cell holds (Excel specifications and limits). */
const LONGEST = 32_767
const CUT = ' […]'
const WIDEST = 60

/**
 * Two sheets: the table (real numbers, frozen header and label column) and "About" with
 * scope, options, project, date and version. Text is written as typed strings, so
 * nothing in a name or a quote can ever run as a formula.
 */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const labels = table.columns.filter(column => column.role === 'label').length
  const sheets = [
    {
      data: [
        table.columns.map(headCell),
        ...table.rows.map(({ role, cells }) =>
          cells.map((cell, i) => bodyCell(cell, table.columns[i]!, role)),
        ),
      ],
      sheet: sheetName(table.title),
      stickyRowsCount: 1,
      stickyColumnsCount: labels > 1 ? 0 : labels,
      columns: table.columns.map((column, i) => ({
        width: widthOf(
          column,
          table.rows.map(row => row.cells[i] ?? null),
        ),
      })),
    },
    {
      data: table.notes.map(({ name, value }) => [
        { value: name, type: String, fontWeight: 'bold' as const },
        { value: legal(value), type: String, wrap: true },
      ]),
      sheet: 'About',
      columns: [{ width: 26 }, { width: 100 }],
    },
  ]
  return writeExcelFile(sheets).toBuffer()
}

const headCell = ({ title, role }: Column) => ({
  value: legal(title),
  type: String,
  fontWeight: 'bold' as const,
  wrap: role !== 'label',
  alignVertical: 'top' as const,
})

function bodyCell(cell: Cell, column: Column, role: 'value' | 'total') {
  if (cell === null || cell === '') return null
  const weight = role === 'total' ? { fontWeight: 'bold' as const } : {}
  if (typeof cell === 'string') return { value: legal(cell), type: String, ...weight }
  // percentages are numbers from 0 to 100, as on the screen; the format rounds only what is shown
  return Number.isInteger(cell) && column.kind === 'number'
    ? { value: cell, type: Number, ...weight }
    : { value: cell, type: Number, format: '0.00', ...weight }
}

/** Characters that XML 1.0 cannot hold are left out; what does not fit into a cell is cut, and says so. */
function legal(text: string): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return clean.length <= LONGEST ? clean : clean.slice(0, LONGEST - CUT.length).toWellFormed() + CUT
}

/** Sheet names have 31 characters at the most and none of these: \ / ? * [ ] : */
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

function widthOf(column: Column, cells: readonly Cell[]): number {
  if (column.kind !== 'text') return Math.min(18, Math.max(9, Math.ceil(column.title.length / 3)))
  const longest = cells.reduce<number>(
    (most, cell) => Math.max(most, typeof cell === 'string' ? cell.length : 0),
    column.title.length,
  )
  return Math.min(WIDEST, longest + 2)
}
