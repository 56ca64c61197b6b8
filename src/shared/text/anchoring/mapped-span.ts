import { snapDown, snapUp } from './quote.ts'

export interface MappedSpan {
  readonly start: number
  readonly end: number
  /** how many of the old characters stand in it */
  readonly kept: number
}

interface Edges {
  readonly start: number
  readonly end: number
}

/**
 * Where the passage [start, end) of the old text is in the new one, or null if nothing stands
 * in its place. What was put in at an edge stays outside; what took the place of words
 * inside belongs to it; of an edit across an edge only what stayed is taken.
 */
export function mapSpan(map: Int32Array, to: string, { start, end }: Edges): MappedSpan | null {
  const kept = keptIn(map, start, end)
  const edges = kept ? widen(map, to, { start, end }, kept) : replaced(map, to, { start, end })
  if (!edges || edges.start >= edges.end) return null
  const whole = { ...snapped(to, edges), kept: kept?.count ?? 0 }
  const isTornApart = whole.end - whole.start > 3 * (end - start) + 200
  return isTornApart ? largestPiece(map, to, { start, end }) : whole
}

const snapped = (to: string, { start, end }: Edges): Edges => ({
  start: snapDown(to, start),
  end: snapUp(to, end),
})

/** The old places of the first and the last character that stayed. */
function keptIn(map: Int32Array, start: number, end: number) {
  let first = -1
  let last = -1
  let count = 0
  for (let i = start; i < end; i++) {
    if (map[i]! < 0) continue
    if (first < 0) first = i
    last = i
    count++
  }
  return count === 0 ? null : { first, last, count }
}

/** Takes in what stands in the place of words at the edges that were altered, as far as the neighbours stayed. */
function widen(
  map: Int32Array,
  to: string,
  { start, end }: Edges,
  { first, last }: { first: number; last: number },
): Edges {
  return {
    start: first === start ? map[first]! : (afterNeighbour(map, to, start) ?? map[first]!),
    end: last === end - 1 ? map[last]! + 1 : (beforeNeighbour(map, to, end) ?? map[last]! + 1),
  }
}

/** None of its words stayed, but both neighbours did, and something stands between them. */
function replaced(map: Int32Array, to: string, { start, end }: Edges): Edges | null {
  const from = afterNeighbour(map, to, start)
  const until = beforeNeighbour(map, to, end)
  if (from === null || until === null || from >= until) return null
  return to.slice(from, until).trim() === '' ? null : { start: from, end: until }
}

function afterNeighbour(map: Int32Array, to: string, start: number): number | null {
  if (start > 0 && map[start - 1]! < 0) return null
  return skipWhite(to, start === 0 ? 0 : map[start - 1]! + 1, 1)
}

function beforeNeighbour(map: Int32Array, to: string, end: number): number | null {
  if (end < map.length && map[end]! < 0) return null
  return skipWhite(to, end === map.length ? to.length : map[end]!, -1)
}

function skipWhite(text: string, from: number, step: 1 | -1): number {
  let at = from
  const next = () => text[step > 0 ? at : at - 1]
  while (next() !== undefined && /\s/.test(next()!)) at += step
  return at
}

/** Its parts stand far from one another: the part of which most stayed. */
function largestPiece(map: Int32Array, to: string, { start, end }: Edges): MappedSpan | null {
  const farthest = end - start + 50
  let best: MappedSpan = { start: 0, end: 0, kept: 0 }
  let piece = best
  for (let i = start; i < end; i++) {
    const at = map[i]!
    if (at < 0) continue
    const continues = piece.kept > 0 && at - piece.end <= farthest
    piece = { start: continues ? piece.start : at, end: at + 1, kept: continues ? piece.kept + 1 : 1 }
    if (piece.kept > best.kept) best = piece
  }
  return best.kept === 0 ? null : { ...snapped(to, best), kept: best.kept }
}
