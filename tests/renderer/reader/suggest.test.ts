import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mistakes, suggest, vocabularyReader } from '../../../src/renderer/reader/suggest.ts'

function vocabulary(text: string, piece?: number) {
  const reader = vocabularyReader(text, piece)
  while (reader.step()) {
    // it goes on by itself
  }
  return reader.words()
}

describe('the words of a text', () => {
  it('are counted whole, however the text is cut into pieces', () => {
    const text = 'Non-refoulement, the State’s duty; the state, the STATE and the state.'
    const whole = vocabulary(text)
    expect(whole.get('state')).toEqual({ word: 'state', count: 3 })
    expect(whole.get('non-refoulement')).toEqual({ word: 'Non-refoulement', count: 1 })
    for (const piece of [1, 3, 7, 20]) expect(vocabulary(text, piece)).toEqual(whole)
  })
})

describe('what may have been meant', () => {
  const words = vocabulary(
    'The principle of refoulement binds states. Refoulement of José, refoulement, a state.',
  )

  it('is the nearest word of the text, the more frequent of two', () => {
    expect(suggest('refoulment', words)).toBe('refoulement')
    expect(suggest('REFUOLEMENT', words)).toBe('refoulement')
    expect(suggest('principel of refoulment', words)).toBe('principle of refoulement')
    expect(suggest('jsoe', words)).toBe('José')
  })

  it('is nothing where nothing is near, or nothing is wrong', () => {
    expect(suggest('xylophone', words)).toBeNull()
    expect(suggest('xylophone refoulment', words)).toBeNull()
    expect(suggest('states principle', words)).toBeNull()
    expect(suggest('ov', words)).toBeNull()
    expect(suggest('(…)', words)).toBeNull()
  })
})

describe('mistakes', () => {
  it('are letters left out, put in, mistaken or swapped', () => {
    const all = [
      ['state', 'state'],
      ['stae', 'state'],
      ['sttate', 'state'],
      ['stete', 'state'],
      ['satte', 'state'],
    ] as const
    expect(all.map(([a, b]) => mistakes(a, b, 9))).toEqual([0, 1, 1, 1, 1])
  })

  it('are the same both ways, none only from a word to itself, and given up beyond the most', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        const distance = mistakes(one, other, 99)
        expect(mistakes(other, one, 99)).toBe(distance)
        expect(distance === 0).toBe(one === other)
        if (distance <= most) expect(mistakes(one, other, most)).toBe(distance)
        else expect(mistakes(one, other, most)).toBeGreaterThan(most)
      }),
    )
  })
})
