import type { PageRun } from '../../../shared/model/page-layout.ts'
import { type Box, offsetNear, type Point } from './axis.ts'
import { type Extent, extent, type PageLine, union } from './lines.ts'

/** Where the pointer is in the text of a page. */
export interface Hit {
  readonly offset: number
  readonly line: PageLine
}

/** a little above and below a line is still on it, in heights of the line */
const SLACK = 0.2
/** so many times the usual length of its lines, and a line is none of its column */
const WIDE = 1.5

/**
 * The place in the text that is meant by a point on its page. On a line it is that line. Beside
 * the text it is the column that one was in before (`column`), or else the nearest one: so
 * that a drag through a margin or a gutter does not jump over to what is not pointed at.
 */
export function hitAt(lines: readonly PageLine[], point: Point, column: number | null): Hit | null {
  const line = lineOn(lines, point) ?? lineIn(columnOf(lines, point, column), point)
  return line && { line, offset: offsetOn(line, point) }
}

/** The edge between characters of a line that is nearest to a point, wherever the point is. */
export function offsetOn(line: PageLine, point: Point): number {
  const along = line.isDown ? point.y : point.x
  const run = least(line.runs, one => distance(extent(one, line.isDown), along))
  return run ? offsetNear(run, along) : line.start
}

function lineOn(lines: readonly PageLine[], point: Point): PageLine | null {
  const on = lines.filter(line => {
    const { along, across } = away(line, point)
    return along === 0 && across <= SLACK * thickness(line)
  })
  return least(on, line => Math.abs(middle(extent(line, !line.isDown)) - (line.isDown ? point.x : point.y)))
}

const lineIn = (lines: readonly PageLine[], point: Point): PageLine | null =>
  least(lines, line => {
    const { along, across } = away(line, point)
    // lines beside each other in one row are told apart by how far they are sideways
    return across * 1000 + along
  })

function columnOf(lines: readonly PageLine[], point: Point, column: number | null): readonly PageLine[] {
  const columns = Map.groupBy(lines, line => line.column)
  const kept = column === null ? undefined : columns.get(column)
  if (kept) return kept
  const nearest = least([...columns.values()], of => {
    const box = bodyOf(of)
    return distance(extent(box, false), point.x) * 2 + distance(extent(box, true), point.y)
  })
  return nearest ?? []
}

/** How far a column reaches, without a heading that runs across the columns beside it. */
function bodyOf(lines: readonly PageLine[]): Box {
  const lengths = lines.map(line => (line.isDown ? line.height : line.width)).sort((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  const body = lines.filter(line => (line.isDown ? line.height : line.width) <= usual * WIDE)
  return body.reduce<Box>(union, body[0] ?? lines[0]!)
}

function away(line: PageLine, point: Point): { along: number; across: number } {
  const [along, across] = line.isDown ? [point.y, point.x] : [point.x, point.y]
  return {
    along: distance(extent(line, line.isDown), along),
    across: distance(extent(line, !line.isDown), across),
  }
}

const distance = ({ from, to }: Extent, at: number) => Math.max(0, from - at, at - to)
const middle = ({ from, to }: Extent) => (from + to) / 2
const thickness = (line: PageLine) => (line.isDown ? line.width : line.height)

function least<T extends PageLine | PageRun | readonly PageLine[]>(
  things: readonly T[],
  costOf: (thing: T) => number,
): T | null {
  let best: T | null = null
  let cost = Number.POSITIVE_INFINITY
  for (const thing of things) {
    const own = costOf(thing)
    if (own >= cost) continue
    best = thing
    cost = own
  }
  return best
}
