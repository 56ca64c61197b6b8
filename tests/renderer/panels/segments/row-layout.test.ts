import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../../../src/renderer/panels/segments/row-layout.ts'
import type { Section } from '../../../../src/renderer/panels/segments/sections.ts'

const section = (count: number, key: string): Section => ({ key, title: key, count })

const sections = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 })
  .map(counts => counts.map((count, index) => section(count, `s${index}`)))

describe('layOut', () => {
  it('puts rows under their headings, one after the other', () => {
    const layout = layOut([section(2, 'a'), section(3, 'b')], 50, 30)
    expect(layout.total).toBe(5)
    expect(layout.height).toBe(2 * 30 + 5 * 50)
    expect([0, 1, 2, 4].map(index => layout.strip(index)!.top)).toEqual([30, 80, 160, 260])
    expect(layout.strip(5)).toBeUndefined()
    expect(layout.strip(-1)).toBeUndefined()
  })

  it('draws every row that is in view, and no others but a few', () => {
    fc.assert(
      fc.property(sections, fc.nat(60_000), fc.integer({ min: 20, max: 900 }), (list, at, viewport) => {
        const layout = layOut(list, 50, 30)
        const scroll = Math.min(at, Math.max(0, layout.height - viewport))
        const { strips, shift } = layout.inView(scroll, viewport)
        const drawn = new Set(strips.map(({ index }) => index))
        expect(shift).toBe(0)
        for (let index = 0; index < layout.total; index++) {
          const { top } = layout.strip(index)!
          if (top + 50 > scroll && top < scroll + viewport) expect(drawn).toContain(index)
          if (top > scroll + viewport + 200 || top + 50 < scroll - 200) expect(drawn).not.toContain(index)
        }
      }),
    )
  })

  it('draws the heading of what is in view even when it lies far above', () => {
    const { headings } = layOut([section(1000, 'a')], 50, 30).inView(20_000, 300)
    expect(headings.map(heading => heading.section.key)).toEqual(['a'])
  })

  it('scrolls no further than needed, and then the row is in view below the heading', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.nat(60_000), (list, pick, scroll) => {
        const layout = layOut(list, 50, 30)
        const index = pick % layout.total
        const to = layout.scrollTo(index, scroll, 300)
        const { top } = layout.strip(index)!
        expect(top - 30).toBeGreaterThanOrEqual(to)
        expect(top + 50).toBeLessThanOrEqual(to + 300)
        expect(layout.scrollTo(index, to, 300)).toBe(to)
      }),
    )
  })

  it('puts the row that was first in view first again', () => {
    fc.assert(
      fc.property(sections, fc.nat(60_000), (list, at) => {
        const [low, high] = [layOut(list, 50, 30), layOut(list, 130, 30)]
        const first = low.firstAt(Math.min(at, Math.max(0, low.height - 300)), 300)
        const scroll = high.toTop(first, 300)
        const isAtEnd = scroll === Math.max(0, high.height - 300)
        if (!isAtEnd) expect(high.firstAt(scroll, 300)).toBe(first)
        const { top } = high.strip(first)!
        expect(top + 130).toBeLessThanOrEqual(scroll + Math.max(300, high.height))
        expect(top).toBeGreaterThanOrEqual(scroll)
      }),
    )
  })

  it('reaches the last row of a list too tall for the browser', () => {
    const layout = layOut([section(5_000_000, 'a')], 75, 0)
    expect(layout.height).toBeLessThan(2 ** 25)
    const end = layout.inView(layout.height - 400, 400)
    expect(end.strips.at(-1)!.index).toBe(4_999_999)
    // drawn inside the box
    expect(Math.round(end.strips.at(-1)!.top + end.shift + 75)).toBe(layout.height)
    const middle = layout.scrollTo(2_500_000, 0, 400)
    const shown = layout.inView(middle, 400).strips.map(({ index }) => index)
    expect(shown).toContain(2_500_000)
  })
})
