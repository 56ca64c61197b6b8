import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinLines, learnVocabulary } from '../../../../src/shared/text/pdf/join.ts'
import { line } from '../../../support/laid-out.ts'

const vocabulary = learnVocabulary([
  line('The well-being of applicants in third countries and the', 50, 100),
  line('international protection of country nationals, third coun-', 50, 112),
  line('try nationals too; high and level and so on', 50, 124),
])
const join = (before: string, after: string): string => {
  const { drop, put } = joinLines(before, after, vocabulary)
  return before.slice(0, before.length - drop) + put + after
}

describe('joinLines', () => {
  it('joins words cut at the line end', () => {
    expect(join('an inter-', 'national law')).toBe('an international law')
    expect(join('unseen hyphen-', 'ation')).toBe('unseen hyphenation')
    expect(join('soft\u00AD', 'hyphen')).toBe('softhyphen')
  })

  it('keeps the hyphen of a compound that the document writes so, or whose halves are words of it', () => {
    expect(join('their well-', 'being')).toBe('their well-being')
    expect(join('a high-', 'level group')).toBe('a high-level group')
    expect(join('the Franco-', 'German axis')).toBe('the Franco-German axis')
    expect(join('COVID-', '19')).toBe('COVID-19')
  })

  it('takes the rest of a cut word for no word', () => {
    expect(vocabulary.has('try')).toBe(false)
    expect(vocabulary.has('coun')).toBe(false)
  })

  it('puts a blank between words, and none where none belongs', () => {
    expect(join('one', 'two')).toBe('one two')
    expect(join('日本', '語')).toBe('日本語')
    expect(join('2010–', '2012')).toBe('2010–2012')
    expect(join('and/', 'or')).toBe('and/or')
    expect(join('a dash –', 'and on')).toBe('a dash – and on')
    expect(join('see https://example.org/a-', 'b.html')).toBe('see https://example.org/a-b.html')
  })

  it('never loses more than one character, and never a letter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (before, after) => {
        const { drop, put } = joinLines(before, after, vocabulary)
        expect(drop).toBeLessThanOrEqual(1)
        expect(['', ' ']).toContain(put)
        if (drop === 1) expect(before.at(-1)).toMatch(/[-\u00AD\u2010]/)
      }),
    )
  })
})
