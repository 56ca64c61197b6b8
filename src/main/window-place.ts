import type { Rectangle } from 'electron'
import { isObject } from './json-file.ts'

/** How large and where the window was, as kept between two starts. */
export interface WindowPlace {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

export interface WindowGeometry {
  /** without x and y the system centres the window */
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number }
  readonly isMaximized: boolean
}

const USUAL = { width: 1280, height: 800 }
export const SMALLEST = { width: 720, height: 480 }
/** so much of the title bar must be on a screen that the window can be taken hold of */
const HOLD = { width: 120, height: 32 }

/** What a file says of the window's place; null for anything else than that. */
export function readPlace(stored: unknown): WindowPlace | null {
  if (!isObject(stored) || !isObject(stored['bounds'])) return null
  const { x, y, width, height } = stored['bounds']
  const numbers = [x, y, width, height]
  if (!numbers.every(value => typeof value === 'number' && Number.isSafeInteger(value))) return null
  const bounds = { x, y, width, height } as Rectangle
  if (bounds.width <= 0 || bounds.height <= 0) return null
  return { bounds, isMaximized: stored['isMaximized'] === true }
}

/** Where to put the window: where it was, if it can be seen and moved there, else on the main screen. */
export function placeWindow(
  stored: WindowPlace | null,
  workAreas: readonly Rectangle[],
  main: Rectangle,
): WindowGeometry {
  if (stored && workAreas.some(area => holdable(stored.bounds, area))) {
    const { bounds, isMaximized } = stored
    return { bounds: { ...bounds, ...atLeast(bounds) }, isMaximized }
  }
  const wanted = stored?.bounds ?? USUAL
  const size = atLeast({
    width: Math.min(wanted.width, main.width),
    height: Math.min(wanted.height, main.height),
  })
  return { bounds: size, isMaximized: stored?.isMaximized ?? false }
}

function holdable(bounds: Rectangle, area: Rectangle): boolean {
  const right = Math.min(bounds.x + bounds.width, area.x + area.width)
  const visible = right - Math.max(bounds.x, area.x)
  const top = bounds.y
  return visible >= HOLD.width && top >= area.y && top + HOLD.height <= area.y + area.height
}

const atLeast = ({ width, height }: { width: number; height: number }) => ({
  width: Math.max(width, SMALLEST.width),
  height: Math.max(height, SMALLEST.height),
})
