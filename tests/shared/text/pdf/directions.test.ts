import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stretchesOf } from '../../../../src/shared/text/pdf/directions.ts'

const shown = (text: string, rtl: boolean) =>
  stretchesOf(text, rtl).map(({ from, to, rtl: right }) => `${right ? '<' : '>'}${text.slice(from, to)}`)

describe('stretchesOf', () => {
  it('leaves a line of one direction whole', () => {
    expect(shown('Article 3(1), second', false)).toEqual(['>Article 3(1), second'])
    expect(shown('المادة الأولى', true)).toEqual(['<المادة الأولى'])
  })

  it('cuts where numbers and Latin words turn round', () => {
    expect(shown('المادة 12 من EU law.', true)).toEqual(['<المادة ', '>12', '< من ', '>EU law', '<.'])
    expect(shown('the word שלום here', false)).toEqual(['>the word ', '<שלום', '> here'])
  })

  it('keeps signs within a number with it, and marks with their letter', () => {
    expect(shown('في 10.5.2024', true)).toEqual(['<في ', '>10.5.2024'])
    expect(shown('שָׁלוֹם', true)).toEqual(['<שָׁלוֹם'])
  })

  it('covers every unit once, in order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', 'ש', 'ع', ' ', '.', '\u0301', '😀') })
    fc.assert(
      fc.property(text, fc.boolean(), (text, rtl) => {
        const stretches = stretchesOf(text, rtl)
        expect(stretches.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
        for (const [at, { from }] of stretches.entries()) expect(from).toBe(stretches[at - 1]?.to ?? 0)
      }),
    )
  })
})
