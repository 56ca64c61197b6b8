import { placesBySlot } from '../../shared/analysis/code-counts.ts'
import { wantedDocuments } from '../../shared/analysis/select.ts'
import type { SegmentScope } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'

/** The segments without a code that a scope means, in the order of documents and text, as `~index`. */
export function freeSegments(ctx: Context, scope: SegmentScope): Int32Array {
  if (scope.codeIds !== undefined) return new Int32Array(0)
  const corpus = ctx.corpus.read()
  const { segments, codings } = corpus
  const coded = new Uint8Array(segments.length)
  for (let coding = 0; coding < codings.length; coding++) {
    const segment = codings.segment[coding]!
    if (segment >= 0) coded[segment] = 1
  }
  const place = placesBySlot(corpus.documents)
  const wanted = wantedDocuments(corpus, scope)
  const found: number[] = []
  for (let segment = 0; segment < segments.length; segment++) {
    const slot = segments.document[segment]!
    if (slot >= 0 && coded[segment] === 0 && wanted[place[slot]!] === 1) found.push(segment)
  }
  const rank = (segment: number) => place[segments.document[segment]!]!
  const mine = found
    .filter(isMadeBy(ctx, scope.coderIds))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || segments.start[a]! - segments.start[b]! || segments.end[b]! - segments.end[a]!,
    )
  return Int32Array.from(mine, segment => ~segment)
}

function isMadeBy(ctx: Context, coderIds: readonly string[] | undefined): (segment: number) => boolean {
  if (coderIds === undefined) return () => true
  const ids = new Set(coderIds)
  return segment => ids.has(makerOf(ctx, segment))
}

/** A free segment has no coder of its codes: whoever made it stands in. By row number. */
export const makersOf = (ctx: Context, free: Int32Array): Map<number, string> =>
  new Map(Array.from(free, row => [row, makerOf(ctx, ~row)]))

const makerOf = (ctx: Context, segment: number): string =>
  statement<[string], string>(ctx.db, 'SELECT created_by FROM segment WHERE id = ?')
    .pluck()
    .get(ctx.corpus.segmentIds[segment]!)!
