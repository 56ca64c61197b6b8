import { lowerBound } from '../../../shared/model/lower-bound.ts'
import type { Box } from './axis.ts'

/** How pages lie on the desk. */
export type PageMode = 'continuous' | 'single' | 'two-up'
export type Zoom = number | 'fit-width' | 'fit-page'
/** in quarter turns clockwise */
export type Turn = 0 | 1 | 2 | 3

export interface FrameWishes {
  readonly mode: PageMode
  readonly zoom: Zoom
  readonly turn: Turn
}

/** What there is room for, px. */
export interface Room {
  readonly width: number
  readonly height: number
}

export interface PageSize {
  readonly width: number
  readonly height: number
}

export interface Frame {
  /** px for one unit of a page; 96/72 is 100 % */
  readonly scale: number
  readonly width: number
  readonly height: number
  readonly pages: readonly Box[]
}

/** px that a point has at 100 %, as paper is measured on screens */
export const FULL_SIZE = 96 / 72
export const LEAST_ZOOM = 0.5
export const MOST_ZOOM = 4
export const ZOOM_STEPS = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]

const EDGE = 14
const GAP = 14

/** Places all pages at their true sizes, whatever is drawn of them. */
export function layFrame(sizes: readonly PageSize[], wishes: FrameWishes, room: Room): Frame {
  const turned = sizes.map(size => turnedSize(size, wishes.turn))
  const scale = scaleFor(turned, wishes, room)
  const perRow = wishes.mode === 'two-up' ? 2 : 1
  const rows: PageSize[][] = []
  for (let at = 0; at < turned.length; at += perRow) rows.push(turned.slice(at, at + perRow))
  const widths = rows.map(row => rowWidth(row, scale))
  const width = Math.max(0, ...widths) + 2 * EDGE
  const pages: Box[] = []
  let top = EDGE
  for (const [index, row] of rows.entries()) {
    const tallest = Math.max(...row.map(size => Math.round(size.height * scale)))
    // a page by itself has the screen to itself
    const slot = wishes.mode === 'single' ? Math.max(tallest, room.height - 2 * EDGE) : tallest
    let left = (width - widths[index]!) / 2
    for (const size of row) {
      const box = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
      // tops in one line, so that pages go down in their order; alone, in the middle of the screen
      const down = perRow === 1 ? Math.round((slot - box.height) / 2) : 0
      pages.push({ x: Math.round(left), y: top + down, ...box })
      left += box.width + GAP
    }
    top += slot + (wishes.mode === 'single' ? 2 * EDGE : GAP)
  }
  return { scale, width, height: top - (wishes.mode === 'single' ? EDGE : 0), pages }
}

export const turnedSize = ({ width, height }: PageSize, turn: Turn): PageSize =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width }

function rowWidth(row: readonly PageSize[], scale: number): number {
  return row.reduce((sum, size) => sum + Math.round(size.width * scale), 0) + (row.length - 1) * GAP
}

function scaleFor(sizes: readonly PageSize[], { zoom, mode }: FrameWishes, room: Room): number {
  if (typeof zoom === 'number') return clampZoom(zoom) * FULL_SIZE
  const usual = usualSize(sizes)
  const columns = mode === 'two-up' && sizes.length > 1 ? 2 : 1
  const byWidth = (room.width - 2 * EDGE - (columns - 1) * GAP) / (usual.width * columns)
  const byHeight = (room.height - 2 * EDGE) / usual.height
  const fitting = zoom === 'fit-width' ? byWidth : Math.min(byWidth, byHeight)
  // what fits may be smaller than what one would choose, but not too small to be there
  return Math.max(0.1, Math.min(MOST_ZOOM * FULL_SIZE, fitting))
}

export const clampZoom = (zoom: number) => Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom))

/** The size that most pages have: one map that folds out does not make all others small. */
function usualSize(sizes: readonly PageSize[]): PageSize {
  const counts = new Map<string, { count: number; size: PageSize }>()
  for (const size of sizes) {
    const key = `${Math.round(size.width)} ${Math.round(size.height)}`
    const there = counts.get(key)
    counts.set(key, { count: (there?.count ?? 0) + 1, size: there?.size ?? size })
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0]
  return most?.size ?? { width: 595, height: 842 }
}

/** The next step up or down from where one is, which may be between two steps. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const now = scale / FULL_SIZE
  const next =
    direction === 1
      ? ZOOM_STEPS.find(step => step > now + 0.005)
      : ZOOM_STEPS.findLast(step => step < now - 0.005)
  return next ?? (direction === 1 ? MOST_ZOOM : LEAST_ZOOM)
}

/** Indices of the pages that reach into a stretch of the frame, from..to half-open. Pages go down in order. */
export function pagesWithin({ pages }: Frame, top: number, bottom: number): { from: number; to: number } {
  // in a row of two, the first may be longer than the second
  const reaches = (at: number) => at >= 0 && pages[at]!.y + pages[at]!.height > top
  const first = lowerBound(pages.length, reaches)
  let from = first
  while (reaches(from - 1) || reaches(from - 2)) from--
  let to = first
  while (to < pages.length && pages[to]!.y < bottom) to++
  return { from, to: Math.max(from, to) }
}
