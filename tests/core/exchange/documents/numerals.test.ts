import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as numerals from '../../../../src/core/exchange/documents/numerals.ts'

describe('numerals', () => {
  it('counts in Roman', () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1994, 2026].map(numerals.roman)).toEqual([
      'i',
      'iv',
      'ix',
      'xiv',
      'xl',
      'xc',
      'cd',
      'mcmxciv',
      'mmxxvi',
    ])
    expect(numerals.roman(0)).toBe('0')
  })

  it('goes on after z as Word does, and as ODF does', () => {
    expect([1, 26, 27, 28, 53].map(numerals.repeatedLetters(numerals.LATIN))).toEqual([
      'a',
      'z',
      'aa',
      'bb',
      'aaa',
    ])
    expect([1, 26, 27, 28, 702, 703].map(numerals.countingLetters(numerals.LATIN))).toEqual([
      'a',
      'z',
      'aa',
      'ab',
      'zz',
      'aaa',
    ])
  })

  it('never writes two numbers alike in counting letters', () => {
    const letters = numerals.countingLetters(numerals.LATIN)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (one, other) => {
        expect(letters(one) === letters(other)).toBe(one === other)
      }),
    )
  })

  it('counts in Chinese, in other digits, in circles and in ordinals', () => {
    expect([1, 10, 12, 30, 45].map(numerals.han)).toEqual(['一', '十', '十二', '三十', '四十五'])
    expect(numerals.inDigits(numerals.ARABIC_DIGITS)(2026)).toBe('٢٠٢٦')
    expect([1, 20, 21].map(numerals.enclosed(0x2460, 20))).toEqual(['①', '⑳', '21'])
    expect([1, 2, 3, 4, 11, 12, 21, 112].map(numerals.ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '21st',
      '112th',
    ])
  })
})
