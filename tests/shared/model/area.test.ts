import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaInWords, clippedArea, isTooSmall, sameArea } from '../../../src/shared/model/area.ts'

const PAGE = { width: 595.28, height: 841.89 }
const number = fc.double({ min: -2000, max: 2000, noNaN: true })
const side = fc.double({ min: 0.001, max: 3000, noNaN: true })
const area = fc.record({ page: fc.nat(3), x: number, y: number, width: side, height: side })

describe('an area', () => {
  it('is clipped to its page, once and for all', () => {
    fc.assert(
      fc.property(area, one => {
        const clipped = clippedArea(one, PAGE)
        if (!clipped) {
          const isOn = one.x < PAGE.width && one.y < PAGE.height && one.x + one.width > 0
          expect(isOn && one.y + one.height > 0 && !isTooSmall(one) && isWellOn(one)).toBe(false)
          return
        }
        expect(clipped.x >= 0 && clipped.y >= 0 && clipped.width > 0 && clipped.height > 0).toBe(true)
        expect(clipped.x + clipped.width).toBeLessThanOrEqual(PAGE.width + 0.011)
        expect(clipped.y + clipped.height).toBeLessThanOrEqual(PAGE.height + 0.011)
        expect(sameArea(clippedArea(clipped, PAGE)!, clipped)).toBe(true)
      }),
    )
  })

  it('is told from a slip of the hand', () => {
    const of = (width: number, height: number) => isTooSmall({ page: 0, x: 0, y: 0, width, height })
    expect([of(1.9, 50), of(50, 1.9), of(2, 2)]).toEqual([true, true, false])
  })

  it('is called by its page', () => {
    expect(areaInWords({ page: 3 }, '4')).toBe('Area on page 4')
    expect(areaInWords({ page: 3 }, 'iv')).toBe('Area on page iv (4)')
    expect(areaInWords({ page: 0 }, '')).toBe('Area of the picture')
  })
})

/** More of it is on the page than rounding could take away. */
function isWellOn({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const wide = Math.min(x + width, PAGE.width) - Math.max(0, x)
  const high = Math.min(y + height, PAGE.height) - Math.max(0, y)
  return wide > 0.02 && high > 0.02
}
