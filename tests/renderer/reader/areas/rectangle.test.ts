import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaMoveOf, pressed } from '../../../../src/renderer/reader/areas/area-keys.ts'
import {
  between,
  HOLDS,
  inTheMiddle,
  meets,
  moved,
  onPage,
  stretched,
} from '../../../../src/renderer/reader/areas/rectangle.ts'
import type { Turn } from '../../../../src/renderer/reader/pdf-view/frame.ts'
import { turnBack } from '../../../../src/renderer/reader/pdf-view/turned.ts'

const SIZE = { width: 600, height: 800 }
const AREA = { page: 1, x: 100, y: 100, width: 50, height: 40 }
const way = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
const turn = fc.constantFrom<Turn>(0, 1, 2, 3)

const isOn = ({ x, y, width, height }: typeof AREA) =>
  x >= 0 && y >= 0 && x + width <= SIZE.width + 0.01 && y + height <= SIZE.height + 0.01

describe('a rectangle on a page', () => {
  it('lies between two points, whichever way it is drawn', () => {
    const expected = { page: 0, x: 10, y: 20, width: 30, height: 40 }
    expect(between(0, { x: 10, y: 20 }, { x: 40, y: 60 }, SIZE)).toEqual(expected)
    expect(between(0, { x: 40, y: 20 }, { x: 10, y: 60 }, SIZE)).toEqual(expected)
    expect(between(0, { x: 700, y: 20 }, { x: 900, y: 60 }, SIZE)).toBeNull()
  })

  it('keeps its size when it is moved, and stays on the page', () => {
    fc.assert(
      fc.property(way, by => {
        const after = moved(AREA, by, SIZE)
        expect(after).toMatchObject({ width: 50, height: 40, page: 1 })
        expect(isOn(after)).toBe(true)
      }),
    )
  })

  it('keeps the edges that are not held, stays on the page and never vanishes', () => {
    fc.assert(
      fc.property(way, fc.constantFrom(...HOLDS), (by, hold) => {
        const after = stretched(AREA, hold, by, SIZE)
        expect(isOn(after) && after.width >= 4 && after.height >= 4).toBe(true)
        if (hold.x >= 0) expect(after.x).toBe(AREA.x)
        if (hold.x <= 0) expect(after.x + after.width).toBeCloseTo(AREA.x + AREA.width)
        if (hold.y >= 0) expect(after.y).toBe(AREA.y)
        if (hold.y <= 0) expect(after.y + after.height).toBeCloseTo(AREA.y + AREA.height)
      }),
    )
  })

  it('is drawn the way the pointer goes, however the page lies', () => {
    fc.assert(
      fc.property(way, way, turn, fc.double({ min: 0.1, max: 5, noNaN: true }), (from, by, how, scale) => {
        const to = { x: from.x + by.x * scale, y: from.y + by.y * scale }
        const one = turnBack({ x: from.x / scale, y: from.y / scale }, SIZE, how)
        const other = turnBack({ x: to.x / scale, y: to.y / scale }, SIZE, how)
        const along = onPage({ x: to.x - from.x, y: to.y - from.y }, how, scale)
        expect(one.x + along.x).toBeCloseTo(other.x, 6)
        expect(one.y + along.y).toBeCloseTo(other.y, 6)
      }),
    )
  })

  it('begins in the middle for those who have no pointer', () => {
    expect(inTheMiddle(2, SIZE)).toEqual({ page: 2, x: 200, y: 266.67, width: 200, height: 266.66 })
  })

  it('meets another only on the same page', () => {
    expect(meets(AREA, { ...AREA, x: 149 })).toBe(true)
    expect(meets(AREA, { ...AREA, x: 150 })).toBe(false)
    expect(meets(AREA, { ...AREA, page: 2 })).toBe(false)
  })
})

const key = (name: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey', boolean>> = {}) =>
  areaMoveOf({ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

describe('keys on an area', () => {
  const at = (how: Turn, scale = 1.5) => ({ size: SIZE, turn: how, scale })

  it('move it and stretch it, coarsely and finely', () => {
    expect(pressed(AREA, key('ArrowRight')!, at(0))).toMatchObject({ x: 110, width: 50 })
    expect(pressed(AREA, key('ArrowUp', { ctrlKey: true })!, at(0))).toMatchObject({ y: 99 })
    expect(pressed(AREA, key('ArrowRight', { shiftKey: true })!, at(0))).toMatchObject({ x: 100, width: 60 })
    expect(pressed(AREA, key('ArrowDown', { shiftKey: true, altKey: true })!, at(0))).toMatchObject({
      y: 100,
      height: 41,
    })
    expect(pressed(AREA, key('ArrowRight')!, at(0, 0.2))).toMatchObject({ x: 150 })
  })

  it('go the way that is seen on a page that lies turned', () => {
    expect(pressed(AREA, key('ArrowRight')!, at(1))).toMatchObject({ x: 100, y: 90 })
    expect(pressed(AREA, key('ArrowDown')!, at(2))).toMatchObject({ x: 100, y: 90 })
    const wider = pressed(AREA, key('ArrowRight', { shiftKey: true })!, at(1))
    expect(wider).toMatchObject({ x: 100, y: 90, width: 50, height: 50 })
  })

  it('leave what goes back and forward to the window', () => {
    expect(key('ArrowLeft', { altKey: true })).toBeNull()
    expect(key('a')).toBeNull()
  })
})
