import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesIn, trimSpan } from '../../../src/shared/text/sentences.ts'

const split = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['Art. 3(1)(b) applies. The rest follows.', 2],
    ['See Regulation (EU) No 604/2013. It was repealed.', 2],
    ['Under No. 12 and Nos. 3 and 4 of the list. No. I disagree.', 3],
    ['Dr. Meyer met Mr. Okafor. They talked.', 2],
    ['Under 8 U.S.C. § 1101 and 8 U.S.C. Section 2 he stays. He left.', 2],
    ['He lives in the U.S. The law is clear.', 2],
    ['Das gilt z. B. Für alle, z.B. Bürger. Dann nicht.', 2],
    ['Am 3. Mai 2024 begann es. Es endete.', 2],
    ['J. K. Smith wrote it. A. N. Other read it.', 2],
    ['“Why?” she asked. “Because!” He left.', 3],
    ['Really? Yes. No!', 3],
    ['3. The Member States shall act. They act.', 2],
    ['(iv) The annex. See p. 12 and pp. 3-5.', 2],
    ['Smith et al. (2004) say so. We agree.', 2],
    ['Nach Abs. 2 Satz 1 und Art. 5 Abs. 3 GG. Ende.', 2],
    ['first line\nsecond line', 2],
    ['これは文です。次の文です。', 2],
    ['قال ذلك. ثم ذهب؟ نعم.', 3],
    ['no end', 1],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count)
  })

  it('gives them without the white space around, in the text’s own offsets', () => {
    expect(sentencesIn('xx  One.  Two. ', 2)).toEqual([
      { start: 4, end: 8 },
      { start: 10, end: 14 },
    ])
  })

  it('loses nothing but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), text => {
        let at = 0
        for (const { start, end } of sentencesIn(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

describe('trimSpan', () => {
  it('takes white space off both ends, and says when nothing is left', () => {
    expect(trimSpan('a  b c ', { start: 1, end: 7 })).toEqual({ start: 3, end: 6 })
    expect(trimSpan('a   b', { start: 1, end: 4 })).toBeNull()
  })
})
