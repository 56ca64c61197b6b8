import { clippedArea, LEAST_SIDE } from '../../../shared/model/area.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import type { Point } from '../pdf-view/axis.ts'
import type { PageSize, Turn } from '../pdf-view/frame.ts'

/** Rectangles on a page, in the page's own units. Pure. */

/** Which edges something takes hold of: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export interface Hold {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/** The eight handles, from the upper left corner on. */
export const HOLDS: readonly Hold[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
]

/** The rectangle between two points, whichever way it was drawn; null where nothing of it is on the page. */
export function between(page: number, one: Point, other: Point, size: PageSize): Area | null {
  return clippedArea(
    {
      page,
      x: Math.min(one.x, other.x),
      y: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x),
      height: Math.abs(one.y - other.y),
    },
    size,
  )
}

/** A third of the page, in its middle: what a keyboard begins with. */
export function inTheMiddle(page: number, { width, height }: PageSize): Area {
  const area = { page, x: width / 3, y: height / 3, width: width / 3, height: height / 3 }
  return clippedArea(area, { width, height })!
}

/** Moved as it is; it stops at the edges of the page. */
export function moved(area: Area, by: Point, size: PageSize): Area {
  const x = Math.max(0, Math.min(size.width - area.width, area.x + by.x))
  const y = Math.max(0, Math.min(size.height - area.height, area.y + by.y))
  return clippedArea({ ...area, x, y }, size) ?? area
}

/** With some of its edges moved; it never gets too small to be taken hold of, nor leaves the page. */
export function stretched(area: Area, hold: Hold, by: Point, size: PageSize): Area {
  const [left, right] = edges(area.x, area.x + area.width, hold.x, by.x, size.width)
  const [top, bottom] = edges(area.y, area.y + area.height, hold.y, by.y, size.height)
  return clippedArea({ ...area, x: left, y: top, width: right - left, height: bottom - top }, size) ?? area
}

/** What can still be seen and hit. */
const LEAST = 2 * LEAST_SIDE

function edges(from: number, to: number, side: -1 | 0 | 1, by: number, most: number): [number, number] {
  if (side === -1) return [Math.max(0, Math.min(to - LEAST, from + by)), to]
  if (side === 1) return [from, Math.min(most, Math.max(from + LEAST, to + by))]
  return [from, to]
}

/** A way on the screen, px, as a way on a page that lies turned and scaled. */
export function onPage({ x, y }: Point, turn: Turn, scale: number): Point {
  const [across, down] = { 0: [x, y], 1: [y, -x], 2: [-x, -y], 3: [-y, x] }[turn] as [number, number]
  return { x: across / scale, y: down / scale }
}

export const holds = ({ x, y, width, height }: Area, point: Point): boolean =>
  point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height

export const meets = (one: Area, other: Area): boolean =>
  one.page === other.page &&
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

export const sizeOf = ({ width, height }: Area): number => width * height
