import { describe, expect, it } from 'vitest'
import { ANYHOW, type FindHow, findWords, hitFrom } from '../../../src/renderer/reader/find.ts'
import { within } from '../../../src/renderer/reader/use-painting.ts'

const hits = (text: string, words: string, how: Partial<FindHow> = {}) =>
  findWords(text, words, { ...ANYHOW, ...how }).map(({ start, end }) => text.slice(start, end))

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

  it('finds words however their accents, ligatures and invisible signs are written', () => {
    expect(hits('José Jose\u0301 JOSE', 'jose')).toEqual(['José', 'Jose\u0301', 'JOSE'])
    expect(hits('Jose', 'José')).toEqual(['Jose'])
    expect(hits('ﬁnal oﬃce Größe œuvre', 'final')).toEqual(['ﬁnal'])
    expect(hits('the oﬃce', 'office')).toEqual(['oﬃce'])
    expect(hits('Größe', 'GROSSE')).toEqual(['Größe'])
    expect(hits('œuvre', 'oeuvre')).toEqual(['œuvre'])
    expect(hits('co\u00adoper\u00adation here', 'cooperation')).toEqual(['co\u00adoper\u00adation'])
    expect(hits('ＡＢＣ', 'abc')).toEqual(['ＡＢＣ'])
    expect(hits('כָּתַב', 'כתב')).toEqual(['כָּתַב'])
    expect(hits('مُحَمَّد', 'محمد')).toEqual(['مُحَمَّد'])
  })

  it('keeps marks that are letters to their readers', () => {
    expect(hits('का कि की', 'की')).toEqual(['की'])
    expect(hits('が か', 'か')).toEqual(['か'])
  })

  it('knows capitals, if that is asked for', () => {
    expect(hits('State state STATE', 'State', { matchCase: true })).toEqual(['State'])
    expect(hits('État état', 'Etat', { matchCase: true })).toEqual(['État'])
  })

  it('finds whole words only, if that is asked for, in writing without spaces too', () => {
    const whole = (text: string, words: string) => hits(text, words, { wholeWords: true })
    expect(whole('return returns re-return (return) return’s', 'return')).toHaveLength(4)
    expect(whole('returned', 'return')).toEqual([])
    expect(whole('e\u0301tat états', 'etat')).toEqual(['e\u0301tat'])
    expect(whole('難民の地位に関する条約', '地位')).toEqual(['地位'])
    expect(whole('難民の地位に関する条約', '位に')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(findWords('abc', '\u00ad')).toEqual([])
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
