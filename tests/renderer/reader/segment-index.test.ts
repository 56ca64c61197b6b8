import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSegments, whereDiffers } from '../../../src/renderer/reader/segment-index.ts'
import { segment } from './segments.ts'

const anySegments = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 40 })
  .map(spans => spans.map(([start, length], n) => segment(n, start, start + length)))

describe('indexSegments', () => {
  it('finds exactly the segments that share a character with a span, in text order', () => {
    fc.assert(
      fc.property(anySegments, fc.nat(70), fc.integer({ min: 1, max: 20 }), (segments, start, length) => {
        const index = indexSegments(segments)
        const end = start + length
        expect(index.overlapping({ start, end })).toEqual(
          index.all.filter(s => s.start < end && s.end > start),
        )
      }),
    )
  })

  it('counts those wholly before and after', () => {
    fc.assert(
      fc.property(anySegments, fc.nat(70), (segments, start) => {
        const { before, after } = indexSegments(segments).beyond({ start, end: start + 5 })
        expect(before).toBe(segments.filter(s => s.end <= start).length)
        expect(after).toBe(segments.filter(s => s.start >= start + 5).length)
      }),
    )
  })

  it('walks through all of them forwards and back', () => {
    fc.assert(
      fc.property(anySegments, segments => {
        const index = indexSegments(segments)
        const seen = []
        for (let at = index.all[0] ?? null; at; at = index.step(at, 1)) seen.push(at)
        expect(seen).toEqual(index.all)
        const back = []
        for (let at = index.all.at(-1) ?? null; at; at = index.step(at, -1)) back.push(at)
        expect(back.reverse()).toEqual(index.all)
      }),
    )
  })

  it('gives the innermost first at an offset, and at the end of a passage still that passage', () => {
    const outer = segment(1, 0, 40)
    const inner = segment(2, 10, 20)
    const index = indexSegments([outer, inner])
    expect(index.at(12)).toEqual([inner, outer])
    expect(index.at(30)).toEqual([outer])
    expect(index.at(40)).toEqual([outer])
    expect(index.at(41)).toEqual([])
  })

  it('goes on from an offset between segments, and from one that is gone', () => {
    const first = segment(1, 0, 5)
    const second = segment(2, 10, 15)
    const index = indexSegments([first, second])
    expect(index.step(7, 1)).toEqual(second)
    expect(index.step(7, -1)).toEqual(first)
    expect(index.step(segment(9, 6, 8), 1)).toEqual(second)
    expect(index.step(segment(9, 6, 8), -1)).toEqual(first)
  })

  it('gives areas their turn in the text, and lets them overlap nothing', () => {
    const anyArea = fc.array(fc.nat(60), { maxLength: 8 })
    fc.assert(
      fc.property(
        anySegments,
        anyArea,
        fc.nat(70),
        fc.integer({ min: 1, max: 20 }),
        (passages, starts, start, length) => {
          const areas = starts.map((at, n) => ({
            ...segment(100 + n, at, at + 1),
            area: { page: 0, x: n, y: 0, width: 5, height: 5 },
          }))
          const mixed = indexSegments([...passages, ...areas])
          const plain = indexSegments(passages)
          const span = { start, end: start + length }
          expect(mixed.overlapping(span)).toEqual(plain.overlapping(span))
          expect(mixed.at(start)).toEqual(plain.at(start))
          expect(mixed.on(span)).toEqual(plain.on(span))
          expect(mixed.areas()).toHaveLength(areas.length)
          for (const one of areas) expect(mixed.onArea(one.area)).toBe(one)
          const near = mixed.near(span).filter(({ area }) => area)
          expect(near).toEqual(mixed.areas().filter(one => one.start >= start && one.start <= span.end))
          const before = mixed.all.filter(({ end }) => end <= start).length
          expect(mixed.beyond(span).before).toBe(before)
        },
      ),
    )
  })

  it('finds the segment on exactly a span', () => {
    const index = indexSegments([segment(1, 0, 9), segment(2, 0, 5)])
    expect(index.on({ start: 0, end: 5 })?.reference).toBe('1:2')
    expect(index.on({ start: 0, end: 6 })).toBeUndefined()
  })
})

describe('whereDiffers', () => {
  it('covers all that came, went or changed, and nothing where nothing did', () => {
    fc.assert(
      fc.property(anySegments, fc.nat(39), fc.nat(39), (segments, gone, changed) => {
        const before = indexSegments(segments).all
        const after = before.flatMap((one, n) =>
          n === gone ? [] : [n === changed ? { ...one, comment: 'new' } : one],
        )
        const touched = before.filter((_, n) => n === gone || n === changed)
        const span = whereDiffers(before, after)
        if (touched.length === 0) expect(span).toBeNull()
        for (const { start, end } of touched) {
          expect(span!.start).toBeLessThanOrEqual(start)
          expect(span!.end).toBeGreaterThanOrEqual(end)
        }
      }),
    )
  })
})
