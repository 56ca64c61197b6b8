import { branchEnds, bucketByCode, placesBySlot } from './code-counts.ts'
import type { Corpus } from './corpus.ts'
import { inTextOrder } from './text-order.ts'

/** Every condition given must hold; within one, any of the values will do. The shape of `SegmentScope`. */
export interface Scope {
  readonly codeIds?: readonly string[] | undefined
  readonly withSubcodes?: boolean | undefined
  readonly documentIds?: readonly string[] | undefined
  readonly groupIds?: readonly string[] | undefined
  readonly coderIds?: readonly string[] | undefined
}

export interface Selection {
  /** indexes of codings, in the order of documents, text and code tree */
  readonly codings: Int32Array
  /** how many different segments and documents they are in */
  readonly segments: number
  readonly documents: number
}

export function selectCodings(corpus: Corpus, scope: Scope): Selection {
  const { codings, segments } = corpus
  const documentPlace = placesBySlot(corpus.documents)
  const coderPlace = placesBySlot(corpus.coders)
  const documentWanted = wantedDocuments(corpus, scope)
  const coderWanted = flags(corpus.coders, scope.coderIds)
  const byCode = bucketByCode(corpus)
  const parts = wantedCodes(corpus, scope).map(code => byCode.of(code))
  const found = new Int32Array(parts.reduce((count, { length }) => count + length, 0))
  let count = 0
  for (const part of parts) {
    for (const coding of part) {
      const document = documentPlace[segments.document[codings.segment[coding]!]!]!
      const coder = coderPlace[codings.coder[coding]!]!
      if (documentWanted[document] === 1 && coderWanted[coder] === 1) found[count++] = coding
    }
  }
  // codings come in tree order of codes, and stay so where two share their place
  const sorted = inTextOrder(corpus, found.subarray(0, count), documentPlace)
  return { codings: sorted, ...extentOf(corpus, sorted) }
}

function extentOf({ codings, segments }: Corpus, found: Int32Array): Omit<Selection, 'codings'> {
  const isSeen = new Uint8Array(segments.length)
  const documents = new Set<number>()
  let distinct = 0
  for (const coding of found) {
    const segment = codings.segment[coding]!
    if (isSeen[segment] === 1) continue
    isSeen[segment] = 1
    distinct++
    documents.add(segments.document[segment]!)
  }
  return { segments: distinct, documents: documents.size }
}

/** Indexes of the codes in question, in tree order. */
function wantedCodes({ codes }: Corpus, { codeIds, withSubcodes }: Scope): number[] {
  const all = codes.map((_, index) => index)
  if (codeIds === undefined) return all
  const ids = new Set(codeIds)
  const own = all.filter(index => ids.has(codes[index]!.id))
  if (!withSubcodes) return own
  const ends = branchEnds(codes)
  const branch = new Set(own.flatMap(index => all.slice(index, ends[index])))
  return all.filter(index => branch.has(index))
}

/** 1 for each document that is meant, in the order of `corpus.documents`. */
export function wantedDocuments(corpus: Corpus, { documentIds, groupIds }: Scope): Uint8Array {
  const wanted = flags(corpus.documents, documentIds)
  if (groupIds === undefined) return wanted
  const inGroup = new Uint8Array(corpus.documents.length)
  const ids = new Set(groupIds)
  for (const group of corpus.groups) {
    if (ids.has(group.id)) for (const member of group.members) inGroup[member] = 1
  }
  return wanted.map((flag, index) => flag & inGroup[index]!)
}

/** 1 for each entry of `list` that is meant; without ids all are. */
export function flags(
  list: readonly { readonly id: string }[],
  ids: readonly string[] | undefined,
): Uint8Array {
  if (ids === undefined) return new Uint8Array(list.length).fill(1)
  const wanted = new Set(ids)
  return Uint8Array.from(list, ({ id }) => (wanted.has(id) ? 1 : 0))
}
