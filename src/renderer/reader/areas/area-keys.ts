import type { Area } from '../../../shared/model/page-layout.ts'
import type { Point } from '../pdf-view/axis.ts'
import type { PageSize, Turn } from '../pdf-view/frame.ts'
import { moved, onPage, stretched } from './rectangle.ts'

/** What a key does with an area: carries it, or moves its right and lower edges. */
export interface AreaMove {
  readonly kind: 'move' | 'stretch'
  /** on the screen: -1, 0 or 1 each way */
  readonly way: Point
  readonly isFine: boolean
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Arrows move, with Shift they stretch, with Ctrl (⌘) finely. Alt and an arrow go back and forward, here as everywhere. */
export function areaMoveOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): AreaMove | null {
  const way = WAYS[key]
  if (!way || (altKey && !shiftKey)) return null
  return { kind: shiftKey ? 'stretch' : 'move', way, isFine: altKey || ctrlKey || metaKey }
}

const STEP = 10
const FINE = 1
/** a page that is shown smaller than this (a photograph has many pixels) moves by what is seen as ten */
const SMALL = 0.5

export interface Lying {
  readonly size: PageSize
  readonly turn: Turn
  readonly scale: number
}

/** By ten units of the page, finely by one. */
export function pressed(area: Area, { kind, way, isFine }: AreaMove, { size, turn, scale }: Lying): Area {
  const coarse = scale < SMALL ? Math.round(STEP / scale) : STEP
  const step = isFine ? FINE : coarse
  const by = onPage({ x: way.x * step, y: way.y * step }, turn, 1)
  if (kind === 'move') return moved(area, by, size)
  // the edges that are seen on the right and below
  const edge = onPage({ x: Math.abs(way.x), y: Math.abs(way.y) }, turn, 1)
  return stretched(area, { x: sign(edge.x), y: sign(edge.y) }, by, size)
}

const sign = (value: number) => Math.sign(value) as -1 | 0 | 1
