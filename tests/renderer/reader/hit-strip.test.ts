import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../src/renderer/reader/HitStrip.tsx'

describe('marks of hits beside the scrollbar', () => {
  it('stand where their share of the text is, one for many at one place', () => {
    const hits = [0, 1, 2, 500, 999].map(start => ({ start, end: start + 1 }))
    expect(rowsOf(hits, 1000)).toEqual([0, 200, 399])
  })

  it('are never more than the strip has rows', () => {
    const hits = Array.from({ length: 10_000 }, (_, start) => ({ start, end: start + 1 }))
    expect(rowsOf(hits, 10_000)).toHaveLength(400)
  })
})
