import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Labelled, placeLabels } from '../../../../src/renderer/reader/margin/labels.ts'

const room = { line: 26, pitch: 8, width: 160 }
const bar = (id: string, top: number, lines: number, lane: number, width = 80): Labelled => ({
  id,
  top,
  bottom: top + lines * 26,
  lane,
  width,
  least: Math.min(width, 50),
})

describe('placeLabels', () => {
  it('puts a label on the first line of its bar, right of all bars there', () => {
    const places = placeLabels([bar('a', 0, 3, 0), bar('b', 0, 1, 1)], room)
    expect(places.get('a')).toMatchObject({ top: 26, left: 14 })
    expect(places.get('b')).toMatchObject({ top: 0, left: 22 })
  })

  it('goes to the next free line of the bar where the first is taken', () => {
    const places = placeLabels([bar('a', 0, 2, 0, 120), bar('b', 0, 2, 1, 120)], room)
    expect([places.get('a')?.top, places.get('b')?.top]).toEqual([0, 26])
  })

  it('sets two beside each other on a single line if both fit, and hides what does not', () => {
    const two = placeLabels([bar('a', 0, 1, 0, 60), bar('b', 0, 1, 1, 60)], room)
    expect(two.get('b')?.left).toBeGreaterThanOrEqual(two.get('a')!.left + 60)
    const three = placeLabels([bar('a', 0, 1, 0, 120), bar('b', 0, 1, 1, 60)], room)
    expect(three.has('b')).toBe(false)
  })

  it('never lets labels lie on each other or on a bar, nor shows less than the least of one', () => {
    const anyBar = fc.record({
      top: fc.nat(300),
      lines: fc.integer({ min: 1, max: 6 }),
      lane: fc.nat(4),
      width: fc.integer({ min: 40, max: 150 }),
    })
    fc.assert(
      fc.property(fc.array(anyBar, { maxLength: 12 }), specs => {
        const bars = specs.map(({ top, lines, lane, width }, n) => bar(String(n), top, lines, lane, width))
        const placed = [...placeLabels(bars, room)]
        for (const [id, { top, left, width }] of placed) {
          const own = bars[Number(id)]!
          expect(width).toBeGreaterThanOrEqual(own.least)
          expect(left + width).toBeLessThanOrEqual(room.width)
          const meets = (from: number, to: number) => from < top + 24 && to > top + 2
          for (const other of bars)
            if (meets(other.top, other.bottom)) expect(left).toBeGreaterThan(other.lane * room.pitch + 4)
          for (const [otherId, other] of placed) {
            if (otherId === id || !meets(other.top, other.top + 26)) continue
            expect(left >= other.left + other.width || other.left >= left + width).toBe(true)
          }
        }
      }),
    )
  })
})
