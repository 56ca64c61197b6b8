import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForFinding } from '../../../src/renderer/reader/folded-text.ts'

const sign = fc.constantFrom(
  'a',
  'é',
  'e\u0301',
  'ﬃ',
  'ß',
  '\u00ad',
  ' ',
  '’',
  '難',
  '한',
  '😀',
  'か',
  '\u200b',
)
const texts = fc.array(sign, { maxLength: 30 }).map(signs => signs.join(''))

describe('a folded text', () => {
  it('is the folded signs in their order, and knows where each was', () => {
    fc.assert(
      fc.property(texts, text => {
        const folded = foldForFinding(text)
        for (let at = 0; at < folded.text.length; at++) {
          const { start, end } = folded.spanOf(at, at + 1)
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          // what stands there folds to what the place was found by
          expect(foldForFinding(text.slice(start, end)).text).toContain(folded.text[at])
        }
      }),
    )
  })

  it('covers all of the text with all of itself, but for what cannot be seen at its beginning', () => {
    fc.assert(
      fc.property(texts, text => {
        const folded = foldForFinding(text)
        if (folded.text === '') return
        const { start, end } = folded.spanOf(0, folded.text.length)
        expect(foldForFinding(text.slice(0, start)).text).toBe('')
        expect(end).toBe(text.length)
      }),
    )
  })

  it('stays itself when folded again', () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: once } = foldForFinding(text)
        expect(foldForFinding(once).text).toBe(once)
      }),
    )
  })
})
