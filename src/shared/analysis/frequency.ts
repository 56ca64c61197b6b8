import type { FrequencySpec } from '../contract/analysis.ts'
import type { Corpus } from './corpus.ts'
import { chooseColumns, chooseRows, countLeftOut, topmost } from './frequency-axes.ts'
import { countCells } from './frequency-cells.ts'

/** Words of a document's text that lie in [start, end). */
export type WordsIn = (documentId: string, start: number, end: number) => number

export interface FrequencyColumn {
  readonly id: string
  readonly title: string
  /** words of the document, or of the group's documents: the denominator of "per 1,000 words" */
  readonly words: number
}

/** What the question covers, but no cell shows. */
export interface LeftOut {
  /** documents that are in none of the groups shown */
  readonly documents: number
  /** codings in those documents that would have counted */
  readonly codings: number
  /** codings on headings, which have a row only where sub-codes are counted in */
  readonly onHeadings: number
}

/** Raw counts, before any percentage: `cells[row * columns.length + column]`. */
export interface Frequencies {
  /** indexes into `corpus.codes`, in tree order */
  readonly rows: readonly number[]
  readonly columns: readonly FrequencyColumn[]
  readonly cells: Float64Array
  /** 1 for the rows that the totals add up: with sub-codes only topmost ones, so that nothing counts twice */
  readonly summed: Uint8Array
  readonly leftOut: LeftOut
}

/**
 * Counts codes by documents or by groups of documents. What each measure counts is told
 * at `FrequencySpec`; the definitions are those of ATLAS.ti's code-document table,
 * restated in docs/decisions/0007-tables.md.
 */
export function countFrequencies(corpus: Corpus, spec: FrequencySpec, wordsIn: WordsIn): Frequencies {
  const rows = chooseRows(corpus, spec)
  const { columns, columnsOf } = chooseColumns(corpus, spec)
  return {
    rows,
    columns,
    cells: countCells(corpus, spec, { rows, width: columns.length, columnsOf }, wordsIn),
    summed: topmost(corpus, rows, spec.aggregate),
    leftOut: countLeftOut(corpus, spec, rows, columnsOf),
  }
}
