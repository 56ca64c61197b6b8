import type { Coding, Segment } from '../../shared/contract/segments.ts'
import type { SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { byPlace } from './segment-index.ts'

/**
 * What the core has just confirmed. Its next list of all segments will hold it; in a
 * document with ten thousand of them that takes a moment, and nobody should have to wait
 * for a list to see what they have done. Never anything that the core has not said.
 */
export interface Confirmed {
  readonly segmentId: SegmentId
  readonly span: Span
  readonly codings: readonly Coding[]
}

/** The segments with what was confirmed since; the same array if that is nothing. */
export function withConfirmed(
  segments: readonly Segment[],
  confirmed: readonly Confirmed[],
): readonly Segment[] {
  const news = confirmed.filter(one => !isIn(segments, one))
  if (news.length === 0) return segments
  const byId = new Map(news.map(one => [one.segmentId, one]))
  const known: readonly Segment[] = segments.map(segment => {
    const one = byId.get(segment.id)
    if (!one) return segment
    byId.delete(segment.id)
    return { ...segment, codings: [...segment.codings, ...missing(segment, one)] }
  })
  const fresh = [...byId.values()].map(
    ({ segmentId, span, codings }): Segment => ({
      id: segmentId,
      reference: 'new',
      start: span.start,
      end: span.end,
      comment: '',
      codings: [...codings],
    }),
  )
  return fresh.reduce(inserted, known)
}

/** In the order of the list, which then need not be sorted again. */
function inserted(segments: readonly Segment[], one: Segment): readonly Segment[] {
  const place = segments.findIndex(other => byPlace(other, one) > 0)
  return segments.toSpliced(place < 0 ? segments.length : place, 0, one)
}

function isIn(segments: readonly Segment[], one: Confirmed): boolean {
  const segment = segments.find(({ id }) => id === one.segmentId)
  return segment !== undefined && missing(segment, one).length === 0
}

const missing = (segment: Segment, { codings }: Confirmed): Coding[] =>
  codings.filter(({ id }) => !segment.codings.some(known => known.id === id))
