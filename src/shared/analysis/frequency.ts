import type { FrequencySpec } from '../contract/analysis.ts'
import { branchEnds, bucketByCode, placesBySlot } from './code-counts.ts'
import type { Corpus } from './corpus.ts'
import { flags } from './select.ts'

/** Words of a document's text that lie in [start, end). */
export type WordsIn = (documentId: string, start: number, end: number) => number

/** Raw counts, before any percentage: `cells[row * columns + column]`. */
export interface Frequencies {
  /** indexes into `corpus.codes`, in tree order */
  readonly rows: readonly number[]
  readonly columns: readonly FrequencyColumn[]
  readonly cells: Float64Array
  /** which rows the totals add up: with aggregation only topmost ones, so that nothing counts twice */
  readonly summed: Uint8Array
  /** documents that are in no column, and the codings in them */
  readonly leftOut: { readonly documents: number; readonly codings: number }
}

export interface FrequencyColumn {
  readonly id: string
  readonly title: string
  readonly words: number
}

/**
 * Counts codes by documents or by groups of documents.
 * codings: codes on segments by coders; an aggregated row with two of its codes on a
 * segment counts 2. segments, words: each segment once a row. documents: 0 or 1 a
 * document, in a group the number of its documents.
 * Source of the definitions: ATLAS.ti's code-document table, restated in docs/decisions/0007-tables.md.
 */
export function countFrequencies(corpus: Corpus, spec: FrequencySpec, wordsIn: WordsIn): Frequencies {
  const rows = chooseRows(corpus, spec)
  const { columns, columnsOf, leftOut } = chooseColumns(corpus, spec)
  const cells = new Float64Array(rows.length * columns.length)
  const counter = createCounter(corpus, spec, wordsIn)
  rows.forEach((code, row) => {
    counter.countRow(code, (document, amount) => {
      for (const column of columnsOf[document]!) cells[row * columns.length + column]! += amount
    })
  })
  return { rows, columns, cells, summed: topmost(corpus, rows, spec.aggregate), leftOut }
}

/** Headings have no codings of their own: they are rows only when they stand for their branch. */
function chooseRows(corpus: Corpus, { codeIds, aggregate }: FrequencySpec): number[] {
  const wanted = flags(corpus.codes, codeIds)
  return corpus.codes.flatMap((code, index) =>
    wanted[index] === 1 && (code.codable || aggregate) ? [index] : [],
  )
}

function topmost({ codes }: Corpus, rows: readonly number[], aggregate: boolean): Uint8Array {
  const chosen = new Set(rows)
  const hasChosenAncestor = (code: number) => {
    for (let at = codes[code]!.parent; at >= 0; at = codes[at]!.parent) if (chosen.has(at)) return true
    return false
  }
  return Uint8Array.from(rows, code => (aggregate && hasChosenAncestor(code) ? 0 : 1))
}

interface Columns {
  readonly columns: FrequencyColumn[]
  /** for each document of the corpus: the columns it counts in */
  readonly columnsOf: readonly (readonly number[])[]
  readonly leftOut: Frequencies['leftOut']
}

function chooseColumns(corpus: Corpus, spec: FrequencySpec): Columns {
  const inScope = flags(corpus.documents, spec.documentIds)
  const wantedGroups = new Set<string>(spec.groupIds ?? corpus.groups.map(({ id }) => id))
  const groups = corpus.groups.filter(({ id }) => wantedGroups.has(id))
  const columnsOf: number[][] = corpus.documents.map(() => [])
  const columns: FrequencyColumn[] = []
  if (spec.columns === 'groups') {
    for (const { id, name, members } of groups) {
      const mine = members.filter(member => inScope[member] === 1)
      for (const member of mine) columnsOf[member]!.push(columns.length)
      columns.push({
        id,
        title: name,
        words: mine.reduce((sum, member) => sum + corpus.documents[member]!.words, 0),
      })
    }
  } else {
    const inGroups = spec.groupIds === undefined ? null : new Set(groups.flatMap(({ members }) => members))
    corpus.documents.forEach(({ id, name, words }, index) => {
      if (inScope[index] !== 1 || (inGroups !== null && !inGroups.has(index))) return
      columnsOf[index]!.push(columns.length)
      columns.push({ id, title: name, words })
    })
  }
  return { columns, columnsOf, leftOut: countLeftOut(corpus, columnsOf, inScope) }
}

function countLeftOut(
  { documents, codings, segments }: Corpus,
  columnsOf: readonly (readonly number[])[],
  inScope: Uint8Array,
) {
  const out = columnsOf.map((columns, index) => inScope[index] === 1 && columns.length === 0)
  const place = placesBySlot(documents)
  let count = 0
  for (let i = 0; i < codings.length; i++) {
    const segment = codings.segment[i]!
    if (segment >= 0 && out[place[segments.document[segment]!]!]) count++
  }
  return { documents: out.filter(Boolean).length, codings: count }
}

/** Goes through the codings of one row, its sub-codes included if asked, and tells each document what it counts. */
function createCounter(corpus: Corpus, spec: FrequencySpec, wordsIn: WordsIn) {
  const { codings, segments, documents, codes } = corpus
  const byCode = bucketByCode(corpus)
  const ends = branchEnds(codes)
  const documentPlace = placesBySlot(documents)
  const coderPlace = placesBySlot(corpus.coders)
  const coderWanted = flags(corpus.coders, spec.coderIds)
  const seenSegment = new Int32Array(segments.length).fill(-1)
  const seenDocument = new Int32Array(documents.length).fill(-1)
  const placeOf = (segment: number) => documentPlace[segments.document[segment]!]!

  /** calls `visit` for every coding of the row, by a wanted coder */
  function eachCoding(code: number, visit: (segment: number) => void): void {
    const last = spec.aggregate ? ends[code]! : code + 1
    for (let sub = code; sub < last; sub++) {
      for (const coding of byCode.of(sub)) {
        if (coderWanted[coderPlace[codings.coder[coding]!]!] === 1) visit(codings.segment[coding]!)
      }
    }
  }
  function eachSegment(code: number, visit: (segment: number) => void): void {
    eachCoding(code, segment => {
      if (seenSegment[segment] === code) return
      seenSegment[segment] = code
      visit(segment)
    })
  }
  function unionWords(code: number, tell: (document: number, amount: number) => void): void {
    const byDocument = new Map<number, number[]>()
    eachSegment(code, segment => {
      const list = byDocument.get(placeOf(segment))
      if (list) list.push(segment)
      else byDocument.set(placeOf(segment), [segment])
    })
    for (const [document, list] of byDocument)
      tell(document, wordsOfUnion(corpus, list, documents[document]!.id, wordsIn))
  }
  function countRow(code: number, tell: (document: number, amount: number) => void): void {
    if (spec.measure === 'codings') eachCoding(code, segment => tell(placeOf(segment), 1))
    else if (spec.measure === 'segments') eachSegment(code, segment => tell(placeOf(segment), 1))
    else if (spec.measure === 'words' && spec.unionWords) unionWords(code, tell)
    else if (spec.measure === 'words')
      eachSegment(code, segment => tell(placeOf(segment), segments.words[segment]!))
    else {
      eachCoding(code, segment => {
        const document = placeOf(segment)
        if (seenDocument[document] === code) return
        seenDocument[document] = code
        tell(document, 1)
      })
    }
  }
  return { countRow }
}

/** Words of the text that these segments cover together: what lies in several counts once. */
function wordsOfUnion(
  { segments }: Corpus,
  list: readonly number[],
  documentId: string,
  wordsIn: WordsIn,
): number {
  const sorted = list.toSorted((a, b) => segments.start[a]! - segments.start[b]!)
  let words = 0
  let start = segments.start[sorted[0]!]!
  let end = segments.end[sorted[0]!]!
  for (const segment of sorted) {
    if (segments.start[segment]! > end) {
      words += wordsIn(documentId, start, end)
      start = segments.start[segment]!
    }
    end = Math.max(end, segments.end[segment]!)
  }
  return words + wordsIn(documentId, start, end)
}
