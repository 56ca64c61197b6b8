import type { Segment } from '../../shared/contract/segments.ts'
import type { SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'

/** The segments of a document, so kept that those of a place are found without looking at all of them. */
export interface SegmentIndex {
  /** in text order: by start, longer ones first */
  readonly all: readonly Segment[]
  byId(id: SegmentId): Segment | undefined
  on(span: Span): Segment | undefined
  /** those that share at least a character with the span, in text order */
  overlapping(span: Span): readonly Segment[]
  /** those that hold the character at an offset (or end at it, where none holds it), innermost first */
  at(offset: number): readonly Segment[]
  /** the next in text order after a segment or an offset; null at the end */
  step(from: Segment | number, direction: 1 | -1): Segment | null
  /** how many lie wholly before and after */
  beyond(span: Span): { readonly before: number; readonly after: number }
}

const byPlace = (a: Segment, b: Segment) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
const length = ({ start, end }: Span) => end - start

export function indexSegments(segments: readonly Segment[]): SegmentIndex {
  const all = segments.toSorted(byPlace)
  const ids = new Map<SegmentId, Segment>(all.map(segment => [segment.id, segment]))
  const ends = Float64Array.from(all, ({ end }) => end).sort()
  const reach = reachOf(all)

  /** index of the first segment that begins at or after an offset */
  const firstFrom = (offset: number) => lowerBound(all.length, index => all[index]!.start >= offset)

  function overlapping({ start, end }: Span): Segment[] {
    const found: Segment[] = []
    const visit = (low: number, high: number) => {
      const middle = (low + high) >>> 1
      if (low >= high || reach[middle]! <= start) return
      visit(low, middle)
      const segment = all[middle]!
      if (segment.start >= end) return
      if (segment.end > start) found.push(segment)
      visit(middle + 1, high)
    }
    visit(0, all.length)
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
    byId: id => ids.get(id),
    on: span => overlapping(span).find(({ start, end }) => start === span.start && end === span.end),
    overlapping,
    at,
    step,
    beyond: span => ({
      before: lowerBound(ends.length, index => ends[index]! > span.start),
      after: all.length - firstFrom(span.end),
    }),
  }
}

/**
 * The sorted array read as a balanced tree (the middle of a stretch is the root of it):
 * at each root the farthest end in its stretch, so that whole branches are passed by.
 */
function reachOf(all: readonly Segment[]): Float64Array {
  const reach = new Float64Array(all.length)
  const fill = (low: number, high: number): number => {
    if (low >= high) return 0
    const middle = (low + high) >>> 1
    reach[middle] = Math.max(all[middle]!.end, fill(low, middle), fill(middle + 1, high))
    return reach[middle]!
  }
  fill(0, all.length)
  return reach
}

/** The first index of [0, length) for which `holds`, which must hold from there on; `length` if none. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
