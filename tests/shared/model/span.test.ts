import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexNotAfter } from '../../../src/shared/model/span.ts'

describe('the last span that begins at or before an offset', () => {
  it('is the one that a walk through all of them finds', () => {
    const starts = fc.array(fc.nat(60), { maxLength: 30 }).map(list => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(starts, fc.integer({ min: -1, max: 62 }), (list, offset) => {
        const spans = list.map(start => ({ start, end: start + 1 }))
        expect(indexNotAfter(spans, offset)).toBe(list.findLastIndex(start => start <= offset))
      }),
    )
  })
})
