import { fail } from '../../shared/errors.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import type { Context } from '../context.ts'
import { areaOf, moveToArea, type PlacedArea, placeArea, segmentOnArea } from './segment-areas.ts'
import { moveSegment } from './segment-moves.ts'
import { checkSpan, type SegmentRecord, segmentOn } from './segment-rows.ts'

/** Where something is to be coded, as it is asked for: one of both (the contract sees to it). */
export interface AskedPlace {
  readonly span?: Span | undefined
  readonly area?: Area | undefined
}

/** A place that has been checked: a passage of the text, or an area of a page. */
export type Place = Span | PlacedArea

export const isArea = (place: Place): place is PlacedArea => 'area' in place

export function placeOf(ctx: Context, documentId: string, { span, area }: AskedPlace): Place {
  if (area) return placeArea(ctx, documentId, area)
  if (!span) throw fail('bad-input', { name: 'segments', reason: 'either a span or an area is needed' })
  checkSpan(ctx, documentId, span)
  return span
}

/** The segment on exactly this place, made if there is none. */
export const segmentAt = (ctx: Context, documentId: string, place: Place) =>
  isArea(place) ? segmentOnArea(ctx, documentId, place) : segmentOn(ctx, documentId, place)

/** Puts a segment on another place of its document. A passage stays one, and an area stays one. */
export function moveTo(ctx: Context, segment: SegmentRecord, place: Place): void {
  const isOne = areaOf(ctx, segment.id) !== undefined
  if (isOne !== isArea(place)) throw refusal(ctx, segment, isOne)
  if (isArea(place)) moveToArea(ctx, segment, place)
  else moveSegment(ctx, segment.id, place)
}

function refusal({ db }: Context, { document_id, number }: SegmentRecord, isOne: boolean) {
  const document = db
    .prepare<[string], number>('SELECT number FROM document WHERE id = ?')
    .pluck()
    .get(document_id)
  const [is, wanted] = isOne ? ['an area of a page', 'a passage'] : ['a passage', 'an area of a page']
  return fail('area-or-passage', { segment: `${document}:${number}`, is, wanted })
}
