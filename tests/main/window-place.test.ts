import type { Rectangle } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow, readPlace, SMALLEST } from '../../src/main/window-place.ts'

const LAPTOP: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const MONITOR: Rectangle = { x: 1440, y: 0, width: 2560, height: 1400 }

const place = (bounds: Rectangle, isMaximized = false) => ({ bounds, isMaximized })
const onMonitor = place({ x: 1800, y: 100, width: 1200, height: 900 })

describe('the window', () => {
  it('comes back where it was', () => {
    expect(placeWindow(onMonitor, [LAPTOP, MONITOR], LAPTOP)).toEqual(onMonitor)
    expect(placeWindow({ ...onMonitor, isMaximized: true }, [LAPTOP, MONITOR], LAPTOP).isMaximized).toBe(true)
  })

  it('comes to the main screen when its own has vanished, as large as fits', () => {
    const { bounds } = placeWindow(place({ x: 1800, y: 100, width: 2000, height: 1300 }), [LAPTOP], LAPTOP)
    expect(bounds).toEqual({ width: LAPTOP.width, height: LAPTOP.height })
  })

  it.each([
    ['above every screen', { x: 100, y: -500, width: 800, height: 600 }],
    ['below every screen', { x: 100, y: 899, width: 800, height: 600 }],
    ['left of every screen', { x: -790, y: 100, width: 800, height: 600 }],
    ['under the menu bar', { x: 100, y: 0, width: 800, height: 600 }],
  ])('is not put %s, where nobody could take hold of it', (_where, bounds) => {
    expect(placeWindow(place(bounds), [LAPTOP], LAPTOP).bounds).not.toHaveProperty('x')
  })

  it('has its usual size at first', () => {
    expect(placeWindow(null, [LAPTOP], LAPTOP)).toEqual({
      bounds: { width: 1280, height: 800 },
      isMaximized: false,
    })
  })

  it('can always be taken hold of, and is never too small', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 6000 }),
      height: fc.integer({ min: 1, max: 6000 }),
    })
    const screen = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 800, max: 4000 }),
      height: fc.integer({ min: 500, max: 3000 }),
    })
    fc.assert(
      fc.property(rectangle, fc.array(screen, { minLength: 1, maxLength: 3 }), (bounds, screens) => {
        const placed = placeWindow(place(bounds), screens, screens[0]!).bounds
        expect(placed.width).toBeGreaterThanOrEqual(SMALLEST.width)
        expect(placed.height).toBeGreaterThanOrEqual(SMALLEST.height)
        const { x, y } = placed
        if (x === undefined || y === undefined) return
        const isHeld = screens.some(
          area =>
            y >= area.y &&
            y < area.y + area.height &&
            Math.min(x + placed.width, area.x + area.width) - Math.max(x, area.x) >= 120,
        )
        expect(isHeld).toBe(true)
      }),
    )
  })
})

describe('readPlace', () => {
  it('reads what was written', () => {
    expect(readPlace(JSON.parse(JSON.stringify(onMonitor)))).toEqual(onMonitor)
  })

  it.each([
    null,
    'text',
    [],
    {},
    { bounds: null },
    { bounds: { x: 1, y: 2, width: 3 } },
    { bounds: { x: 1, y: 2, width: 0, height: 5 } },
    { bounds: { x: 1, y: 2, width: 1.5, height: 5 } },
    { bounds: { x: '1', y: 2, width: 3, height: 5 } },
    { bounds: { x: 1e300, y: 2, width: 3, height: 5 } },
  ])('takes %j for nothing', stored => {
    expect(readPlace(stored)).toBeNull()
  })
})
