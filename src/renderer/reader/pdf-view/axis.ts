import type { PageRun } from '../../../shared/model/page-layout.ts'
import type { Span } from '../../../shared/model/span.ts'

/** On a page, in its own units, as the file shows it: y grows downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** The way a run is read: sideways or downwards, from which edge, towards which. */
export interface Axis {
  readonly isDown: boolean
  readonly from: number
  readonly sign: 1 | -1
}

const TENTHS = 10

export function axisOf({ x, y, width, height, turn, vertical, rtl }: PageRun): Axis {
  const quarter = (turn + (vertical ? 1 : 0) + (rtl ? 2 : 0)) % 4
  const isDown = quarter % 2 === 1
  const sign = quarter < 2 ? 1 : -1
  const near = isDown ? y : x
  const far = isDown ? y + height : x + width
  return { isDown, from: sign === 1 ? near : far, sign }
}

/** Where the edge before a character lies along the axis. */
export function edgeAt(run: PageRun, offset: number, axis = axisOf(run)): number {
  const last = run.stops.length - 1
  const stop = run.stops[Math.max(0, Math.min(last, offset - run.start))] ?? 0
  return axis.from + (axis.sign * stop) / TENTHS
}

/** The stretch of a run along its axis that holds the span, from the smaller to the larger coordinate. */
export function stretchOf(run: PageRun, { start, end }: Span): { from: number; to: number } {
  const axis = axisOf(run)
  const one = edgeAt(run, Math.max(start, run.start), axis)
  const other = edgeAt(run, Math.min(end, run.end), axis)
  return { from: Math.min(one, other), to: Math.max(one, other) }
}

/** The edge between characters that lies nearest to a place along the axis. */
export function offsetNear(run: PageRun, along: number): number {
  const axis = axisOf(run)
  const wanted = (along - axis.from) * axis.sign * TENTHS
  let best = 0
  for (const [index, stop] of run.stops.entries()) {
    // of edges at the same place (a ligature's letters have none between them) the first counts
    if (Math.abs(stop - wanted) < Math.abs(run.stops[best]! - wanted)) best = index
  }
  return Math.min(run.end, run.start + best)
}
