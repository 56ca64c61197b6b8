import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSameParts } from '../../../src/renderer/data/same-parts.ts'

const codes = () => [
  { id: 'a', name: 'Return', segments: 3, groups: ['g'] },
  { id: 'b', name: 'Protection', segments: 5, groups: [] },
  { id: 'c', name: 'Duty', segments: 0, groups: ['g', 'h'] },
]

describe('a new answer beside the old one', () => {
  it('is the old one where nothing is new', () => {
    const old = codes()
    expect(withSameParts(old, codes())).toBe(old)
  })

  it('keeps the rows that say the same, also behind one that came or went', () => {
    const old = codes()
    const fresh = codes().map(code => (code.id === 'b' ? { ...code, segments: 6 } : code))
    const merged = withSameParts(old, fresh)
    expect(merged).toEqual(fresh)
    expect(merged[0]).toBe(old[0])
    expect(merged[1]).not.toBe(old[1])
    expect(merged[1]!.groups).toBe(old[1]!.groups)
    expect(withSameParts(old, codes().slice(1))[0]).toBe(old[1])
  })

  it('is never an error that was mended, nor the other way round', () => {
    const error = new Error('no')
    expect(withSameParts({ error }, { value: 1 })).toEqual({ value: 1 })
    expect(withSameParts({ value: 1 }, { error })).toEqual({ error })
    expect(withSameParts({ value: 1, more: undefined }, { value: 1 })).toEqual({ value: 1 })
  })

  it('always says what the new one says', () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(value, value, (old, fresh) => {
        expect(withSameParts(old, fresh)).toEqual(fresh)
      }),
    )
  })
})
