import { describe, expect, it } from 'vitest'
import { type Bar, barAt, createMarginLayout, INSET } from '../../../../src/renderer/reader/margin/bars.ts'
import type { ReaderData } from '../../../../src/renderer/reader/model.ts'
import { indexSegments } from '../../../../src/renderer/reader/segment-index.ts'
import { codesOf } from '../../picker/codes.ts'
import { segment } from '../segments.ts'

const codes = codesOf('Border', 'Return', 'Protection')
const data: ReaderData = {
  segments: indexSegments([]),
  every: indexSegments([]),
  code: new Map(codes.map(code => [code.id, code])),
  coder: new Map(),
  me: null,
}
const room = { width: 180, line: 26, widthOf: (words: string) => words.length * 7 }
// ten characters a line of 26 px
const boxOf = ({ start, end }: { start: number; end: number }) => ({
  top: Math.floor(start / 10) * 26,
  bottom: (Math.floor((end - 1) / 10) + 1) * 26,
})

describe('the margin', () => {
  it('has a bar for every coding, each in a lane of its own, and one for a segment that has only a comment', () => {
    const segments = [segment(1, 0, 30, [0, 1]), segment(2, 5, 8, [], 'a thought')]
    const { bars } = createMarginLayout()(segments, boxOf, data, room)
    expect(bars.map(({ code }) => code?.name ?? null)).toEqual(['Border', 'Return', null])
    expect(new Set(bars.map(({ lane }) => lane)).size).toBe(3)
  })

  it('keeps the lanes of what was there when something is added above', () => {
    const layout = createMarginLayout()
    const before = layout([segment(2, 20, 40, [0])], boxOf, data, room)
    const after = layout([segment(1, 0, 60, [1]), segment(2, 20, 40, [0])], boxOf, data, room)
    const laneOf = (bars: readonly Bar[], n: number) =>
      bars.find(bar => bar.segment.reference === `1:${n}`)?.lane
    expect(laneOf(after.bars, 2)).toBe(laneOf(before.bars, 2))
    expect(laneOf(after.bars, 1)).not.toBe(laneOf(after.bars, 2))
  })

  it('draws lanes closer together rather than beyond the margin, and a chip for what has no lane', () => {
    const many = Array.from({ length: 30 }, (_, n) => segment(100 + n, 0, 50 + n, [n % 3]))
    const { bars, pitch, overflows } = createMarginLayout()(many, boxOf, data, room)
    expect(bars).toHaveLength(12)
    expect(pitch).toBeLessThan(8)
    expect(overflows).toHaveLength(1)
    expect(overflows[0]!.codings).toBe(18)
    expect(new Set([...bars.map(bar => bar.segment.id), ...overflows[0]!.segmentIds]).size).toBe(30)
  })

  it('means the nearest bar beside the pointer, and none that is far', () => {
    const picture = createMarginLayout()([segment(1, 0, 30, [0, 1])], boxOf, data, room)
    const [first, second] = picture.bars
    expect(barAt(picture, INSET + 1, 10)).toBe(first)
    expect(barAt(picture, INSET - 8, 10)).toBe(first)
    expect(barAt(picture, INSET + picture.pitch + 4, 10)).toBe(second)
    expect(barAt(picture, INSET + 60, 10)).toBeNull()
    expect(barAt(picture, INSET, 200)).toBeNull()
  })
})
