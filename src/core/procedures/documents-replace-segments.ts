import type { Area } from '../../shared/model/page-layout.ts'
import { quoteAt } from '../../shared/text/anchoring/quote.ts'
import type { Anchored, ReAnchoring } from '../../shared/text/anchoring/re-anchor.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import type { PageSetKey } from '../page-sets.ts'
import type { TextAtHand } from '../texts.ts'
import { type AreaAnchoring, areaAnchoring, reseatArea } from './documents-replace-areas.ts'
import { bringBack, type LostRecord, lose, lostOf } from './lost-segments.ts'
import { areasBySegment } from './segment-areas.ts'
import { moveSegment } from './segment-moves.ts'
import { forgetReview, type OpenQuote, putReview, reviewsOf } from './segment-reviews.ts'
import { pageAt } from './segments-list.ts'

interface SegmentPlace {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** The version that a document had before another one took its place. */
export interface Before {
  readonly key: PageSetKey
  readonly text: TextAtHand
}

type State = Anchored['state']

/** Finds the segments of a document again, whose text is now another one. */
export function anchorSegments(
  ctx: Context,
  documentId: string,
  before: Before,
  anchoring: ReAnchoring,
): Record<State, number> {
  const counts = { moved: 0, review: 0, lost: 0 }
  const reviews = reviewsOf(ctx, documentId)
  const lostBefore = lostOf(ctx, documentId)
  const areas = areasBySegment(ctx)
  const pages = areaAnchoring(ctx, documentId, before, anchoring)
  const segments = statement<[string], SegmentPlace>(
    ctx.db,
    'SELECT id, "start", "end" FROM segment WHERE document_id = ? ORDER BY "start", "end" DESC, number',
  ).all(documentId)
  for (const segment of segments) {
    const open = reviews.get(segment.id)
    const area = areas.get(segment.id)
    const state = area
      ? anchorArea(ctx, documentId, pages, { ...segment, area }, open ?? areaQuote(before, segment))
      : anchorPassage(ctx, anchoring, segment, open, before)
    counts[state]++
  }
  for (const lost of lostBefore) counts[tryAgain(ctx, lost, anchoring, pages)]++
  return counts
}

/** An area has no words; the page it was on stands for them. */
function areaQuote({ text: { text, structure } }: Before, { start }: SegmentPlace): OpenQuote {
  const place = text.length === 0 ? 0 : start / text.length
  return { exact: '', before: '', after: '', place, page: pageAt(structure.pages, start) }
}

function anchorPassage(
  ctx: Context,
  anchoring: ReAnchoring,
  { id, start, end }: SegmentPlace,
  open: OpenQuote | undefined,
  { text: { text, structure } }: Before,
): State {
  // a place that was only proposed is no ground to go on from: the words it had are
  const anchored = open ? anchoring.quote(open) : anchoring.span(start, end)
  const quote = open ?? { ...quoteAt(text, start, end), page: pageAt(structure.pages, start) }
  if (anchored.state === 'lost') lose(ctx, id, quote, anchored)
  else {
    moveSegment(ctx, id, anchored)
    if (anchored.state === 'moved') forgetReview(ctx, id)
    else putReview(ctx, id, quote, anchored.score)
  }
  return anchored.state
}

function anchorArea(
  ctx: Context,
  documentId: string,
  pages: AreaAnchoring,
  { id, area }: { readonly id: string; readonly area: Area },
  quote: OpenQuote,
): State {
  const anchored = pages.area(area)
  if (!anchored) {
    lose(ctx, id, quote, { start: 0, score: 0 })
    return 'lost'
  }
  reseatArea(ctx, documentId, id, anchored.place)
  if (anchored.state === 'review') putReview(ctx, id, quote, anchored.score)
  return anchored.state
}

/** What an earlier version had lost may be in this one. */
function tryAgain(ctx: Context, lost: LostRecord, anchoring: ReAnchoring, pages: AreaAnchoring): State {
  if (lost.area) {
    const anchored = pages.area(lost.area)
    if (!anchored) return 'lost'
    bringBack(ctx, lost.id, anchored.place)
    putReview(ctx, lost.id, lost.quote, anchored.score)
    return 'review'
  }
  const anchored = anchoring.quote(lost.quote)
  if (anchored.state === 'lost') {
    statement<[number, number, string]>(
      ctx.db,
      'UPDATE lost_segment SET near = ?, score = ? WHERE id = ?',
    ).run(anchored.start, anchored.score, lost.id)
  } else {
    bringBack(ctx, lost.id, anchored)
    if (anchored.state === 'review') putReview(ctx, lost.id, lost.quote, anchored.score)
  }
  return anchored.state
}
