import type { FrequencySpec } from '../contract/analysis.ts'
import type { Cell, Column, Row, Table } from '../model/table.ts'
import type { Corpus } from './corpus.ts'
import type { Frequencies } from './frequency.ts'
import { frequencyNotes, type ProjectFacts, titleOf } from './frequency-notes.ts'

/**
 * The counts as a table, with totals and the figure asked for. Percentages are over the
 * rows and columns asked for; an empty denominator is `null` (blank), never 0. Nothing is
 * rounded here. Leaving out what is empty changes no number.
 */
export function frequencyTable(
  corpus: Corpus,
  counts: Frequencies,
  spec: FrequencySpec,
  project: ProjectFacts,
): Table {
  const totals = sumUp(counts)
  const columns = keep(totals.columns, spec.hideEmptyColumns)
  const rows = keep(totals.rows, spec.hideEmptyRows)
  const kind = spec.figure.endsWith('percent') ? 'percent' : 'number'
  const heads = columns.map((column): Column => {
    const { id, title } = counts.columns[column]!
    return { key: id, title, kind, role: 'value' }
  })
  const fill = filler(counts, totals, spec.figure, columns)
  const width = counts.columns.length
  const body = rows.map((row): Row => {
    const { id, path, depth } = corpus.codes[counts.rows[row]!]!
    const numbers = counts.cells.subarray(row * width, (row + 1) * width)
    return { key: id, role: 'value', depth, cells: fill(path, numbers, totals.rows[row]!) }
  })
  const foot: Row = {
    key: 'total',
    role: 'total',
    depth: 0,
    cells: fill('Total', totals.columns, totals.all),
  }
  return {
    title: titleOf(spec),
    columns: [
      { key: 'code', title: 'Code', kind: 'text', role: 'label' },
      ...heads,
      { key: 'total', title: 'Total', kind, role: 'total' },
    ],
    rows: [...body, foot],
    notes: frequencyNotes(corpus, counts, spec, project),
  }
}

interface Totals {
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly all: number
}

function sumUp({ rows, columns, cells, summed }: Frequencies): Totals {
  const rowTotals = new Float64Array(rows.length)
  const columnTotals = new Float64Array(columns.length)
  let all = 0
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < columns.length; column++) {
      const value = cells[row * columns.length + column]!
      rowTotals[row]! += value
      if (summed[row] === 1) columnTotals[column]! += value
    }
    if (summed[row] === 1) all += rowTotals[row]!
  }
  return { rows: rowTotals, columns: columnTotals, all }
}

function keep(totals: Float64Array, onlyFull: boolean): number[] {
  const all = Array.from(totals, (_, index) => index)
  return onlyFull ? all.filter(index => totals[index]! > 0) : all
}

type Fill = (label: string, numbers: Float64Array, rowTotal: number) => Cell[]

/** Writes the cells of one line: its label, the figure of each column shown, and of its total. */
function filler(
  counts: Frequencies,
  totals: Totals,
  figure: FrequencySpec['figure'],
  columns: readonly number[],
): Fill {
  const scale = { count: 1, 'per-1000-words': 1000 }[figure as string] ?? 100
  const wholes = denominators(counts, totals, figure)
  return (label, numbers, rowTotal) => {
    const cells: Cell[] = [label] // grown, not preset: an array without holes crosses to the window faster
    const own = wholes === null ? rowTotal : undefined
    const ratio = (part: number, whole: number) => (whole === 0 ? null : (scale * part) / whole)
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!
      cells.push(ratio(numbers[column]!, own ?? wholes!.columns[column]!))
    }
    cells.push(ratio(rowTotal, own ?? wholes!.total))
    return cells
  }
}

/** What the cells of a column, and those of the total column, are divided by; null: by the total of their row. */
function denominators(
  counts: Frequencies,
  totals: Totals,
  figure: FrequencySpec['figure'],
): { columns: Float64Array; total: number } | null {
  const same = (whole: number) => ({
    columns: new Float64Array(counts.columns.length).fill(whole),
    total: whole,
  })
  switch (figure) {
    case 'count':
      return same(1)
    case 'row-percent':
      return null
    case 'column-percent':
      return { columns: totals.columns, total: totals.all }
    case 'table-percent':
      return same(totals.all)
    case 'per-1000-words': {
      const words = Float64Array.from(counts.columns, column => column.words)
      return { columns: words, total: words.reduce((sum, some) => sum + some, 0) }
    }
  }
}
