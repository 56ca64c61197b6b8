import { describe, expect, it } from 'vitest'
import { findWords, hitFrom } from '../../../src/renderer/reader/find.ts'
import { within } from '../../../src/renderer/reader/use-painting.ts'

const hits = (text: string, words: string) =>
  findWords(text, words).map(({ start, end }) => text.slice(start, end))

describe('findWords', () => {
  it('folds case and finds over the end of a line', () => {
    expect(hits('Return\npolicy and RETURN  POLICY', 'return policy')).toEqual([
      'Return\npolicy',
      'RETURN  POLICY',
    ])
  })

  it('takes what is typed as words, never as a pattern', () => {
    expect(hits('Art. 3(1)(b) [a]* $5 c:\\x', 'art. 3(1)(b) [a]* $5 c:\\x')).toHaveLength(1)
    expect(hits('abc', 'a.c')).toEqual([])
  })

  it('finds typographic quotation marks, hyphens and the Turkish i by the plain ones', () => {
    expect(hits('the state’s “win‑win”', 'state\'s "win-win"')).toHaveLength(1)
    expect(hits('İstanbul ISTANBUL ıstanbul', 'istanbul')).toHaveLength(3)
  })

  it('finds nothing for nothing', () => {
    expect(findWords('abc', '  ')).toEqual([])
  })
})

describe('hits', () => {
  const spans = [
    { start: 2, end: 4 },
    { start: 8, end: 9 },
  ]
  it('goes on from an offset and round at the end', () => {
    expect([hitFrom(spans, 0), hitFrom(spans, 5), hitFrom(spans, 20), hitFrom([], 0)]).toEqual([0, 1, 0, -1])
  })

  it('gives those that reach into a window', () => {
    expect(within(spans, { start: 3, end: 8 })).toEqual([spans[0]])
    expect(within(spans, { start: 0, end: 20 })).toEqual(spans)
    expect(within(spans, { start: 4, end: 8 })).toEqual([])
  })
})
