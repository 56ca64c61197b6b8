import type { Corpus } from './corpus.ts'

export interface CodeCounts {
  /** segments that carry this very code, whoever coded them */
  readonly segments: number
  readonly documents: number
  /** the same with all sub-codes, each segment once */
  readonly segmentsBelow: number
}

/** Counts for every code, in the order of `corpus.codes`. One pass over the codings and one over each code's own. */
export function countCodes(corpus: Corpus): CodeCounts[] {
  const { codes, codings, segments } = corpus
  const place = placesBySlot(codes)
  const byCode = bucketByCode(corpus, place)
  const seenSegment = new Int32Array(segments.length).fill(-1)
  const seenDocument = new Map<number, number>()
  const own: { segments: number; documents: number }[] = codes.map((_, code) => {
    let segmentCount = 0
    let documentCount = 0
    for (const coding of byCode.of(code)) {
      const segment = codings.segment[coding]!
      if (seenSegment[segment] === code) continue
      seenSegment[segment] = code
      segmentCount++
      const document = segments.document[segment]!
      if (seenDocument.get(document) === code) continue
      seenDocument.set(document, code)
      documentCount++
    }
    return { segments: segmentCount, documents: documentCount }
  })
  seenSegment.fill(-1)
  const ends = branchEnds(codes)
  return own.map((counts, code) => {
    if (ends[code] === code + 1) return { ...counts, segmentsBelow: counts.segments }
    let below = 0
    for (let sub = code; sub < ends[code]!; sub++) {
      for (const coding of byCode.of(sub)) {
        const segment = codings.segment[coding]!
        if (seenSegment[segment] === code) continue
        seenSegment[segment] = code
        below++
      }
    }
    return { ...counts, segmentsBelow: below }
  })
}

/** slot -> index in the list; -1 where the slot's row is gone. */
export function placesBySlot(list: readonly { readonly slot: number }[]): Int32Array {
  const places = new Int32Array(1 + list.reduce((most, { slot }) => Math.max(most, slot), -1)).fill(-1)
  list.forEach(({ slot }, index) => {
    places[slot] = index
  })
  return places
}

/** For each code in tree order: one past its last descendant. */
export function branchEnds(codes: Corpus['codes']): Int32Array {
  const ends = Int32Array.from(codes, (_, index) => index + 1)
  for (let code = codes.length - 1; code >= 0; code--) {
    const { parent } = codes[code]!
    if (parent >= 0) ends[parent] = Math.max(ends[parent]!, ends[code]!)
  }
  return ends
}

/** Live codings sorted by code (a counting sort): `of(code)` is a view on the codings of the code at that index. */
export function bucketByCode(
  corpus: Corpus,
  place = placesBySlot(corpus.codes),
): { of(code: number): Int32Array } {
  const { codings, codes } = corpus
  const begins = new Int32Array(codes.length + 1)
  const codeOf = (coding: number) =>
    codings.segment[coding]! < 0 ? -1 : (place[codings.code[coding]!] ?? -1)
  for (let i = 0; i < codings.length; i++) {
    const code = codeOf(i)
    if (code >= 0) begins[code + 1]!++
  }
  for (let code = 0; code < codes.length; code++) begins[code + 1]! += begins[code]!
  const order = new Int32Array(begins[codes.length]!)
  const next = begins.slice()
  for (let i = 0; i < codings.length; i++) {
    const code = codeOf(i)
    if (code >= 0) order[next[code]!++] = i
  }
  return { of: code => order.subarray(begins[code]!, begins[code + 1]!) }
}
