import type { Corpus } from '../../shared/analysis/corpus.ts'

/** A row of the list by number: a coding by its index in the columns, a free segment by `~index`. */
export type RowNumber = number

/** The segment that a row is about, by its index in the columns. */
export const segmentOf = ({ codings }: Corpus, row: RowNumber): number =>
  row < 0 ? ~row : codings.segment[row]!
