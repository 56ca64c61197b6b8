import { fail } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { bringBack, findLost, forgetLost } from './lost-segments.ts'
import { type AskedPlace, moveTo, placeOf } from './segment-places.ts'
import { forgetReview } from './segment-reviews.ts'
import { getSegment } from './segment-rows.ts'

type Settling =
  | { readonly as: 'accept' | 'drop'; readonly segmentIds: readonly string[] }
  | ({ readonly as: 'place'; readonly segmentId: string } & AskedPlace)

export function settleSegments(ctx: Context, input: Settling): { settled: number } {
  if (input.as === 'place') {
    placeSegment(ctx, input.segmentId, input)
    return { settled: 1 }
  }
  const settle = input.as === 'accept' ? accept : drop
  for (const id of new Set(input.segmentIds)) settle(ctx, id)
  return { settled: input.segmentIds.length }
}

function accept(ctx: Context, id: string): void {
  if (!forgetReview(ctx, id)) throw fail('not-found', { what: 'segment to be reviewed' })
}

/** Only what is open can be dropped here: a segment in its place is deleted as any other. */
function drop(ctx: Context, id: string): void {
  if (forgetLost(ctx, id)) return
  accept(ctx, id)
  ctx.db.prepare('DELETE FROM segment WHERE id = ?').run(id)
}

/** A lost one may be put on a passage or on an area, whatever it was; a proposed one stays what it is. */
function placeSegment(ctx: Context, id: string, asked: AskedPlace): void {
  const lost = findLost(ctx, id)
  if (lost) {
    bringBack(ctx, id, placeOf(ctx, lost.documentId, asked))
    return
  }
  const segment = getSegment(ctx, id)
  moveTo(ctx, segment, placeOf(ctx, segment.document_id, asked))
  accept(ctx, id)
}
