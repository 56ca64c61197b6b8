import type { FrequencySpec } from '../contract/analysis.ts'
import type { Cell, Column, Row, Table } from '../model/table.ts'
import type { Corpus } from './corpus.ts'
import type { Frequencies } from './frequency.ts'
import { frequencyNotes, type ProjectFacts, titleOf } from './frequency-notes.ts'

/**
 * The counts as a table, with totals and the figure asked for. Percentages are over the
 * rows and columns shown; an empty denominator is `null` (blank), never 0. Nothing is
 * rounded here.
 */
export function frequencyTable(
  corpus: Corpus,
  counts: Frequencies,
  spec: FrequencySpec,
  project: ProjectFacts,
): Table {
  const totals = sumUp(counts)
  const columns = visible(
    counts.columns.length,
    column => !spec.hideEmptyColumns || totals.columns[column]! > 0,
  )
  const rows = visible(counts.rows.length, row => !spec.hideEmptyRows || totals.rows[row]! > 0)
  const figure = figureOf(counts, totals, spec.figure)
  const kind = spec.figure.endsWith('percent') ? 'percent' : 'number'
  const label: Column = { key: 'code', title: 'Code', kind: 'text', role: 'label' }
  const heads = columns.map(
    (column): Column => ({
      key: counts.columns[column]!.id,
      title: counts.columns[column]!.title,
      kind,
      role: 'value',
    }),
  )
  const total: Column = { key: 'total', title: 'Total', kind, role: 'total' }
  const body = rows.map((row): Row => {
    const { id, path, depth } = corpus.codes[counts.rows[row]!]!
    const cells: Cell[] = [path, ...columns.map(column => figure(row, column)), figure(row, TOTAL)]
    return { key: id, role: 'value', depth, cells }
  })
  const foot: Cell[] = ['Total', ...columns.map(column => figure(TOTAL, column)), figure(TOTAL, TOTAL)]
  return {
    title: titleOf(spec),
    columns: [label, ...heads, total],
    rows: [...body, { key: 'total', role: 'total', depth: 0, cells: foot }],
    notes: frequencyNotes(corpus, counts, spec, project),
  }
}

const TOTAL = -1

interface Totals {
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly all: number
  readonly words: number
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
  return {
    rows: rowTotals,
    columns: columnTotals,
    all,
    words: columns.reduce((sum, { words }) => sum + words, 0),
  }
}

const visible = (length: number, keep: (index: number) => boolean): number[] =>
  Array.from({ length }, (_, i) => i).filter(keep)

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)

/** The value to show at a place; `TOTAL` stands for the total row or column. */
function figureOf(
  counts: Frequencies,
  totals: Totals,
  figure: FrequencySpec['figure'],
): (row: number, column: number) => number | null {
  const width = counts.columns.length
  const rowTotal = (row: number) => (row === TOTAL ? totals.all : totals.rows[row]!)
  const columnTotal = (column: number) => (column === TOTAL ? totals.all : totals.columns[column]!)
  const count = (row: number, column: number) => {
    if (column === TOTAL) return rowTotal(row)
    return row === TOTAL ? columnTotal(column) : counts.cells[row * width + column]!
  }
  const wordsOf = (column: number) => (column === TOTAL ? totals.words : counts.columns[column]!.words)
  switch (figure) {
    case 'count':
      return count
    case 'row-percent':
      return (row, column) => share(count(row, column), rowTotal(row))
    case 'column-percent':
      return (row, column) => share(count(row, column), columnTotal(column))
    case 'table-percent':
      return (row, column) => share(count(row, column), totals.all)
    case 'per-1000-words':
      return (row, column) => (wordsOf(column) === 0 ? null : (1000 * count(row, column)) / wordsOf(column))
  }
}
