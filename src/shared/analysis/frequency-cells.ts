import type { FrequencySpec } from '../contract/analysis.ts'
import { branchEnds, bucketByCode, placesBySlot } from './code-counts.ts'
import type { Corpus } from './corpus.ts'
import type { WordsIn } from './frequency.ts'
import type { ColumnsOf } from './frequency-axes.ts'
import { flags } from './select.ts'
import { createUnion } from './union-words.ts'

interface Grid {
  readonly rows: readonly number[]
  readonly width: number
  readonly columnsOf: ColumnsOf
}

/** The numbers of the table. Loops over typed arrays and nothing else: a million codings are a fraction of a second. */
export function countCells(
  corpus: Corpus,
  spec: FrequencySpec,
  { rows, width, columnsOf: { begins, list } }: Grid,
  wordsIn: WordsIn,
): Float64Array {
  const { documents, segments } = corpus
  const cells = new Float64Array(rows.length * width)
  const add = (row: number, document: number, amount: number) => {
    for (let i = begins[document]!; i < begins[document + 1]!; i++) cells[row * width + list[i]!]! += amount
  }
  const place = placesOfSegments(corpus)
  const gather = createGatherer(corpus, spec, place)
  if (spec.measure === 'words' && spec.unionWords) {
    const union = createUnion(corpus, place, add)
    rows.forEach((code, row) => {
      union.addRow(row, gather(code))
    })
    union.finish(wordsIn)
    return cells
  }
  const { words } = segments
  const seen = new Int32Array(documents.length).fill(-1)
  rows.forEach((code, row) => {
    const found = gather(code)
    for (let i = 0; i < found.length; i++) {
      const segment = found[i]!
      const document = place[segment]!
      if (spec.measure === 'documents') {
        if (seen[document] === row) continue
        seen[document] = row
      }
      add(row, document, spec.measure === 'words' ? words[segment]! : 1)
    }
  })
  return cells
}

/** For each segment the index of its document in `corpus.documents`; -1 where it is gone. */
function placesOfSegments({ documents, segments }: Corpus): Int32Array {
  const documentPlace = placesBySlot(documents)
  const place = new Int32Array(segments.length)
  for (let i = 0; i < segments.length; i++) place[i] = documentPlace[segments.document[i]!] ?? -1
  return place
}

/**
 * Gives the segments of a row, those of its sub-codes included if asked: one entry a
 * coding when codings are counted, else each segment once. The next call overwrites it.
 */
function createGatherer(
  corpus: Corpus,
  spec: FrequencySpec,
  place: Int32Array,
): (code: number) => Int32Array {
  const { codings, segments } = corpus
  const byCode = bucketByCode(corpus)
  const ends = branchEnds(corpus.codes)
  const coderPlace = placesBySlot(corpus.coders)
  const coderWanted = flags(corpus.coders, spec.coderIds)
  const everySegmentOnce = spec.measure !== 'codings'
  const seen = new Int32Array(segments.length).fill(-1)
  const found = new Int32Array(codings.length)
  return code => {
    let count = 0
    const last = spec.aggregate ? ends[code]! : code + 1
    for (let sub = code; sub < last; sub++) {
      const own = byCode.of(sub)
      for (let i = 0; i < own.length; i++) {
        const coding = own[i]!
        const segment = codings.segment[coding]!
        if (coderWanted[coderPlace[codings.coder[coding]!]!] !== 1 || place[segment]! < 0) continue
        if (everySegmentOnce) {
          if (seen[segment] === code) continue
          seen[segment] = code
        }
        found[count++] = segment
      }
    }
    return found.subarray(0, count)
  }
}
