import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, indexWords, wordsBetween } from '../../../src/shared/text/words.ts'

describe('words', () => {
  it.each([
    ['Partnership partners PARTNER: migration-management, migration.', 5],
    ['', 0],
    [' \n — … !', 0],
    ["the state’s and the state's", 5],
    ['No 604/2013', 3],
    ['“win-win” situation', 2],
    ['naïve café (décision-cadre)', 3],
    ['移民是共同的责任。', 5],
    ['שותפות היא אחריות משותפת', 4],
    ['a😀b', 2],
  ])('of %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('between two offsets are the words of the slice', () => {
    const text = fc.stringMatching(/^[a-z' .\n-]{0,80}$/)
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
        const index = indexWords(text)
        // a slice may cut a compound at its hyphen or apostrophe; then both sides are one word each, as here
        const inside = wordsBetween(index, start, end)
        const clean = [start, end].every(
          at => !(/[a-z'-]/.test(text[at - 1] ?? ' ') && /[a-z'-]/.test(text[at] ?? ' ')),
        )
        if (clean) expect(inside).toBe(countWords(text.slice(start, end)))
        expect(inside).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
