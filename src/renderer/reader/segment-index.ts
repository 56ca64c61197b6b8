import type { Segment } from '../../shared/contract/segments.ts'
import { sameArea } from '../../shared/model/area.ts'
import type { SegmentId } from '../../shared/model/ids.ts'
import { lowerBound } from '../../shared/model/lower-bound.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'

/** The segments of a document, so kept that those of a place are found without looking at all of them. */
export interface SegmentIndex {
  /** in text order: by start, longer ones first */
  readonly all: readonly Segment[]
  /** those that are areas of a page: they have their turn in the text, and share no character with anything */
  areas(): readonly Segment[]
  byId(id: SegmentId): Segment | undefined
  on(span: Span): Segment | undefined
  onArea(area: Area): Segment | undefined
  /** passages that share at least a character with the span, in text order */
  overlapping(span: Span): readonly Segment[]
  /** the same, and the areas whose place in the text is in the span or at its end */
  near(span: Span): readonly Segment[]
  /** passages that hold the character at an offset (or end at it, where none holds it), innermost first */
  at(offset: number): readonly Segment[]
  /** the next in text order after a segment or an offset; null at the end */
  step(from: Segment | number, direction: 1 | -1): Segment | null
  /** how many lie wholly before and after */
  beyond(span: Span): { readonly before: number; readonly after: number }
}

/** In the order of the text, longer ones first where they begin together. */
export const byPlace = (a: Segment, b: Segment) =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
const length = ({ start, end }: Span) => end - start

export function indexSegments(segments: readonly Segment[]): SegmentIndex {
  // every coding makes a new index, and most of the time little of it is asked for: what costs
  // something in a document with ten thousand segments is made when it is asked for
  const all = isInOrder(segments) ? segments : segments.toSorted(byPlace)
  const ids = once(() => new Map<SegmentId, Segment>(all.map(segment => [segment.id, segment])))
  const reach = once(() => reachOf(all))
  const areas = once(() => all.filter(({ area }) => area))

  /** index of the first segment that begins at or after an offset */
  const firstFrom = (offset: number) => lowerBound(all.length, index => all[index]!.start >= offset)

  const overlapping = (span: Span): Segment[] =>
    areas().length === 0 ? reaching(span) : reaching(span).filter(({ area }) => !area)

  function reaching({ start, end }: Span): Segment[] {
    const found: Segment[] = []
    const farthest = reach()
    const last = firstFrom(end)
    for (let from = 0; from < last; from += BLOCK) {
      if (farthest[from / BLOCK]! <= start) continue
      const to = Math.min(last, from + BLOCK)
      for (let index = from; index < to; index++) if (all[index]!.end > start) found.push(all[index]!)
    }
    return found
  }

  function at(offset: number): Segment[] {
    const holding = overlapping({ start: offset, end: offset + 1 })
    const found =
      holding.length > 0 || offset === 0
        ? holding
        : overlapping({ start: offset - 1, end: offset }).filter(({ end }) => end === offset)
    return found.sort((a, b) => length(a) - length(b) || b.start - a.start)
  }

  function step(from: Segment | number, direction: 1 | -1): Segment | null {
    if (typeof from !== 'number') {
      const place = lowerBound(all.length, index => byPlace(all[index]!, from) >= 0)
      const isThere = all[place]?.id === from.id
      return all[direction === 1 ? place + (isThere ? 1 : 0) : place - 1] ?? null
    }
    const next = firstFrom(from)
    return all[direction === 1 ? next : next - 1] ?? null
  }

  return {
    all,
    areas,
    byId: id => ids().get(id),
    on: span => overlapping(span).find(({ start, end }) => start === span.start && end === span.end),
    onArea: area => areas().find(one => sameArea(one.area!, area)),
    overlapping,
    near: span =>
      areas().length === 0
        ? reaching(span)
        : reaching({ start: span.start, end: span.end + 1 }).filter(
            ({ area, start }) => area !== undefined || start < span.end,
          ),
    at,
    step,
    beyond: ({ start, end }) => ({
      // of those that begin before it, all but the ones that reach into it
      before: firstFrom(start) - reaching({ start, end: start }).length,
      after: all.length - firstFrom(end),
    }),
  }
}

/**
 * The passage in which two lists of one document differ; null where they are the same. What
 * did not change is the same object in both.
 */
export function whereDiffers(before: readonly Segment[], after: readonly Segment[]): Span | null {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const touched = [...before.slice(head, before.length - tail), ...after.slice(head, after.length - tail)]
  if (touched.length === 0) return null
  return touched.reduce<Span>(
    ({ start, end }, one) => ({ start: Math.min(start, one.start), end: Math.max(end, one.end) }),
    touched[0]!,
  )
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function isInOrder(segments: readonly Segment[]): boolean {
  for (let index = 1; index < segments.length; index++)
    if (byPlace(segments[index - 1]!, segments[index]!) > 0) return false
  return true
}

/** so many segments, one after the other, are passed by together */
const BLOCK = 64

/** Of each block the farthest end: made in one walk, since every coding needs it anew. */
function reachOf(all: readonly Segment[]): Float64Array {
  const reach = new Float64Array(Math.ceil(all.length / BLOCK))
  for (let index = 0; index < all.length; index++) {
    const block = Math.floor(index / BLOCK)
    if (all[index]!.end > reach[block]!) reach[block] = all[index]!.end
  }
  return reach
}
