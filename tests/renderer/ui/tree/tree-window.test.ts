import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownRows } from '../../../../src/renderer/ui/tree/tree-window.ts'

describe('shownRows', () => {
  it('covers what can be seen, whatever the scroll position', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 20, max: 60 }),
        fc.nat(60_000),
        fc.integer({ min: 1, max: 2000 }),
        (count, height, top, box) => {
          const { first, end } = shownRows(count, height, top, box)
          expect(first).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(count)
          for (let row = 0; row < count; row++) {
            const isSeen = (row + 1) * height > top && row * height < top + box
            if (isSeen) expect(row >= first && row < end).toBe(true)
          }
        },
      ),
    )
  })

  it('draws far fewer rows than there are', () => {
    const { first, end } = shownRows(10_000, 28, 5000, 600)
    expect(end - first).toBeLessThan(60)
  })

  it('draws a screenful before the height of the box is known', () => {
    expect(shownRows(500, 28, 0, 0).end).toBeGreaterThan(20)
  })
})
