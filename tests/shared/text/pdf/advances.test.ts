import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advancesOf, type FontMetrics, usualWidth } from '../../../../src/shared/text/pdf/advances.ts'

const font = (widths: Record<string, number>): FontMetrics => ({
  ascent: 0.8,
  descent: -0.2,
  widths: new Map(Object.entries(widths)),
  longest: Math.max(1, ...Object.keys(widths).map(key => key.length)),
})
const TYPE = font({ ' ': 0.25, a: 0.5, i: 0.25, m: 0.75, '.': 0.25 })
const drawn = (text: string, width: number, em = 10) => ({ text, width, em, vertical: false })
const rounded = (advances: readonly number[]) => advances.map(one => Math.round(one * 100) / 100)

describe('advancesOf', () => {
  it('gives every letter the width its font has for it, and the blanks what is left', () => {
    expect(rounded(advancesOf(drawn('mi a', 18), TYPE))).toEqual([7.5, 2.5, 3, 5])
  })

  it('takes for letterspaced what is wider or narrower than blanks can be', () => {
    expect(rounded(advancesOf(drawn('aia', 14.5), TYPE))).toEqual([6, 3.5, 5])
    expect(rounded(advancesOf(drawn('a a', 8.5), TYPE))).toEqual([3, 0.5, 5])
  })

  it('knows the two blanks after a sentence, of which the file tells as one', () => {
    expect(rounded(advancesOf(drawn('a. a a', 25), TYPE))).toEqual([5, 2.5, 5, 5, 2.5, 5])
  })

  it('shares a glyph between the letters it stands for, and never divides a pair of surrogates', () => {
    expect(rounded(advancesOf(drawn('mim', 16.5), font({ m: 0.75, im: 0.9, i: 0.3 })))).toEqual([
      7.5, 4.5, 4.5,
    ])
    expect(rounded(advancesOf(drawn('😀a', 15), font({ '😀': 1, a: 0.5 })))).toEqual([10, 0, 5])
  })

  it('goes by what letters usually are where nothing is known of the font', () => {
    const [wide = 0, narrow = 0] = advancesOf(drawn('mi', 11), null)
    expect(wide / narrow).toBeCloseTo(usualWidth('m') / usualWidth('i'))
    expect(advancesOf(drawn('漢字', 20), null)).toEqual([10, 10])
    expect(usualWidth('\u0301')).toBe(0)
  })

  it('always adds up to the width of the item, without a step back', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'i', 'm', ' ', '.', 'x', 'é', '😀', '\u0301', '漢', 'ع'),
      minLength: 1,
    })
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 500, noNaN: true }), fc.boolean(), (text, width, known) => {
        const advances = advancesOf(drawn(text, width), known ? TYPE : null)
        expect(advances).toHaveLength(text.length)
        expect(Math.min(...advances)).toBeGreaterThanOrEqual(0)
        expect(advances.reduce((all, one) => all + one, 0)).toBeCloseTo(width, 6)
      }),
    )
  })
})
