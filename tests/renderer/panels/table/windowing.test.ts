import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrollTo, visibleStrips } from '../../../../src/renderer/panels/table/windowing.ts'

describe('visibleStrips', () => {
  it('are those in view with some around, and those that must not go', () => {
    expect(visibleStrips(0, 100, 20, 1000, [])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(visibleStrips(2000, 40, 20, 1000, [3, 999, 101, -1], 1)).toEqual([3, 99, 100, 101, 102, 999])
    expect(visibleStrips(0, 100, 20, 0, [0])).toEqual([])
  })

  it('are in order, each once, and hold all that is in view', () => {
    const numbers = fc.tuple(
      fc.nat(5000),
      fc.integer({ min: 1, max: 900 }),
      fc.nat(300),
      fc.array(fc.nat(300)),
    )
    fc.assert(
      fc.property(numbers, ([scroll, viewport, count, kept]) => {
        const strips = visibleStrips(scroll, viewport, 20, count, kept)
        expect(strips).toEqual([...new Set(strips)].toSorted((a, b) => a - b))
        for (let strip = 0; strip < count; strip++) {
          const isSeen = (strip + 1) * 20 > scroll && strip * 20 < scroll + viewport
          if (isSeen || kept.includes(strip)) expect(strips).toContain(strip)
        }
      }),
    )
  })
})

describe('scrollTo', () => {
  it('moves as little as needed', () => {
    expect(scrollTo(3, 0, 100, 20)).toBe(0)
    expect(scrollTo(5, 0, 100, 20)).toBe(20)
    expect(scrollTo(2, 70, 100, 20)).toBe(40)
  })
})
