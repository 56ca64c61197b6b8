import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FULL_SIZE,
  layFrame,
  MOST_ZOOM,
  pagesWithin,
  stepZoom,
  type Turn,
} from '../../../../src/renderer/reader/pdf-view/frame.ts'
import { turnBack, turnBox, turnPoint } from '../../../../src/renderer/reader/pdf-view/turned.ts'

const A4 = { width: 600, height: 800 }
const room = { width: 828, height: 700 }
const wishes = { mode: 'continuous', zoom: 1, turn: 0 } as const

describe('pages on the desk', () => {
  it('lie below each other at their true sizes', () => {
    const { pages, scale } = layFrame([A4, A4], wishes, room)
    expect(scale).toBeCloseTo(FULL_SIZE)
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [800, 1067],
      [800, 1067],
    ])
    expect(pages[1]!.y).toBeGreaterThan(pages[0]!.y + pages[0]!.height)
  })

  it('fit the width that most pages have', () => {
    const wide = { width: 2400, height: 800 }
    const { scale } = layFrame([A4, wide, A4], { ...wishes, zoom: 'fit-width' }, room)
    expect(scale * 600).toBeCloseTo(800, 0)
    const whole = layFrame([A4], { ...wishes, zoom: 'fit-page' }, room)
    expect(whole.pages[0]!.height).toBeLessThanOrEqual(700)
  })

  it('lie two in a row, their tops in one line', () => {
    const { pages } = layFrame([A4, { width: 600, height: 400 }, A4], { ...wishes, mode: 'two-up' }, room)
    expect(pages[1]!.x).toBeGreaterThan(pages[0]!.x + pages[0]!.width)
    expect(pages[1]!.y).toBe(pages[0]!.y)
    expect(pages[2]!.y).toBeGreaterThan(pages[0]!.y + pages[0]!.height)
  })

  it('have the screen to themselves one at a time', () => {
    const { pages } = layFrame([A4, A4], { ...wishes, mode: 'single', zoom: 0.5 }, room)
    expect(pages[1]!.y - pages[0]!.y).toBeGreaterThanOrEqual(700)
  })

  it('are turned with their sides', () => {
    const { pages } = layFrame([A4], { ...wishes, turn: 1 }, room)
    expect([pages[0]!.width, pages[0]!.height]).toEqual([1067, 800])
  })

  it('are found by where they lie, all that reach in and no others', () => {
    const size = fc.record({
      width: fc.integer({ min: 50, max: 900 }),
      height: fc.integer({ min: 50, max: 900 }),
    })
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('continuous' as const, 'single' as const, 'two-up' as const),
        fc.integer({ min: -500, max: 20_000 }),
        fc.integer({ min: 1, max: 3000 }),
        (sizes, mode, top, height) => {
          const frame = layFrame(sizes, { ...wishes, mode }, room)
          const { from, to } = pagesWithin(frame, top, top + height)
          for (const [index, page] of frame.pages.entries()) {
            const reaches = page.y < top + height && page.y + page.height > top
            if (reaches) expect(index >= from && index < to).toBe(true)
          }
          if (mode !== 'two-up') {
            for (let at = from; at < to; at++) {
              const page = frame.pages[at]!
              expect(page.y < top + height && page.y + page.height > top).toBe(true)
            }
          }
        },
      ),
    )
  })
})

describe('zoom', () => {
  it('goes by steps, also from between them, and ends at both ends', () => {
    expect(stepZoom(FULL_SIZE, 1)).toBe(1.1)
    expect(stepZoom(FULL_SIZE, -1)).toBe(0.9)
    expect(stepZoom(FULL_SIZE * 0.64, 1)).toBe(0.67)
    expect(stepZoom(FULL_SIZE * MOST_ZOOM, 1)).toBe(MOST_ZOOM)
    expect(stepZoom(FULL_SIZE * 0.3, -1)).toBe(0.5)
  })
})

describe('turning', () => {
  it('and turning back is where one was', () => {
    for (const turn of [0, 1, 2, 3] as Turn[]) {
      const there = turnPoint({ x: 10, y: 20 }, A4, turn)
      expect(turnBack(there, A4, turn)).toEqual({ x: 10, y: 20 })
    }
  })

  it('moves the top left corner clockwise', () => {
    const box = { x: 0, y: 0, width: 60, height: 20 }
    expect(turnBox(box, A4, 1)).toEqual({ x: 780, y: 0, width: 20, height: 60 })
    expect(turnBox(box, A4, 2)).toEqual({ x: 540, y: 780, width: 60, height: 20 })
    expect(turnBox(box, A4, 3)).toEqual({ x: 0, y: 540, width: 20, height: 60 })
  })
})
