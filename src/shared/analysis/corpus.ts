/**
 * The coded project as columns: what all counting is done on. A million codings are a
 * handful of typed arrays; tables, queries and co-occurrence are loops over them.
 * Small numbers, not ids, tie the columns together: a segment column's `document` is the
 * document's `slot`, a coding column's `segment` is an index into the segment columns, and
 * so on. -1 in `document` or `segment` marks a row that is gone.
 */
export interface Corpus {
  /** in the order of the project */
  readonly documents: readonly CorpusDocument[]
  /** in tree order: a parent stands before its sub-codes */
  readonly codes: readonly CorpusCode[]
  readonly groups: readonly CorpusGroup[]
  readonly coders: readonly CorpusCoder[]
  readonly segments: SegmentColumns
  readonly codings: CodingColumns
}

export interface CorpusDocument {
  /** the number by which the columns mean it; never reused while the project is open */
  readonly slot: number
  readonly id: string
  readonly number: number
  readonly name: string
  readonly words: number
}

export interface CorpusCode {
  readonly slot: number
  readonly id: string
  readonly name: string
  readonly path: string
  readonly depth: number
  readonly codable: boolean
  /** index of the parent in `codes`, -1 at the top */
  readonly parent: number
}

export interface CorpusCoder {
  readonly slot: number
  readonly id: string
  readonly name: string
}

export interface CorpusGroup {
  readonly id: string
  readonly name: string
  /** indexes into `documents` */
  readonly members: readonly number[]
}

export interface SegmentColumns {
  /** rows in use, the gone ones included */
  readonly length: number
  readonly document: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** none in an area */
  readonly words: Int32Array
  /** 1: an area of a page. It has a place in the text but covers none of it, and overlaps no passage. */
  readonly area: Int32Array
}

export interface CodingColumns {
  readonly length: number
  readonly segment: Int32Array
  readonly code: Int32Array
  readonly coder: Int32Array
}
