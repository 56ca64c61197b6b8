import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowerBound } from '../../../src/shared/model/lower-bound.ts'

describe('lowerBound', () => {
  it('is the first index from which on it holds, or the length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), fc.nat(22), (values, least) => {
        const ordered = values.toSorted((a, b) => a - b)
        const found = ordered.findIndex(value => value >= least)
        const bound = lowerBound(ordered.length, index => ordered[index]! >= least)
        expect(bound).toBe(found < 0 ? ordered.length : found)
      }),
    )
  })
})
