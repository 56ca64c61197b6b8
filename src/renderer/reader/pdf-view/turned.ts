import type { Box, Point } from './axis.ts'
import type { PageSize, Turn } from './frame.ts'

/** Between a page as its file shows it and the same page as it lies turned on the screen. */

export function turnPoint({ x, y }: Point, { width, height }: PageSize, turn: Turn): Point {
  if (turn === 1) return { x: height - y, y: x }
  if (turn === 2) return { x: width - x, y: height - y }
  if (turn === 3) return { x: y, y: width - x }
  return { x, y }
}

export function turnBack({ x, y }: Point, { width, height }: PageSize, turn: Turn): Point {
  if (turn === 1) return { x: y, y: height - x }
  if (turn === 2) return { x: width - x, y: height - y }
  if (turn === 3) return { x: width - y, y: x }
  return { x, y }
}

export function turnBox(box: Box, size: PageSize, turn: Turn): Box {
  const one = turnPoint(box, size, turn)
  const other = turnPoint({ x: box.x + box.width, y: box.y + box.height }, size, turn)
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}
