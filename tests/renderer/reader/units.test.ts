import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUnits, type UnitName } from '../../../src/renderer/reader/units.ts'
import { anyLaid, paragraphs } from './structures.ts'

const text = 'INTERVIEWER: Hello there. How are you?\nOFFICIAL: See Art. 3(1)(b) of No 604/2013. I left.'
const structure = {
  ...paragraphs(text),
  turns: [
    { start: 0, end: 38, speaker: 'INTERVIEWER', speech: 13 },
    { start: 39, end: text.length, speaker: 'OFFICIAL', speech: 49 },
  ],
}
const units = createUnits(text, structure)
const words = (unit: UnitName, at: number) => {
  const span = units.at(unit, at)
  return span && text.slice(span.start, span.end)
}

describe('units at an offset', () => {
  it('finds word, sentence, paragraph and turn', () => {
    const at = text.indexOf('are')
    expect(words('word', at + 1)).toBe('are')
    expect(words('sentence', at)).toBe('How are you?')
    expect(words('paragraph', at)).toBe('INTERVIEWER: Hello there. How are you?')
    expect(words('turn', text.indexOf('left'))).toBe(text.slice(39))
  })

  it('leaves the speaker’s label out of the first sentence, even if one points at the label', () => {
    expect(words('sentence', text.indexOf('Hello'))).toBe('Hello there.')
    expect(words('sentence', 2)).toBe('Hello there.')
    expect(words('sentence', text.indexOf('604'))).toBe('See Art. 3(1)(b) of No 604/2013.')
  })

  it('means the word that ends at the caret, and the last sentence at the end of a paragraph', () => {
    expect(words('word', text.indexOf('Hello') + 5)).toBe('Hello')
    expect(words('sentence', 38)).toBe('How are you?')
    expect(words('sentence', text.length)).toBe('I left.')
  })

  it('segments scripts without spaces', () => {
    const thai = 'สวัสดีชาวโลก'
    const span = createUnits(thai, paragraphs(thai)).at('word', 1)
    expect(span).toEqual({ start: 0, end: 6 })
  })

  it('always gives something of the text, with no white space at its ends', () => {
    fc.assert(
      fc.property(anyLaid, fc.nat(200), ({ text: any, structure: over }, offset) => {
        fc.pre(any.trim() !== '' && offset <= any.length)
        const span = createUnits(any, over).at('document', offset)
        expect(span).not.toBeNull()
        for (const unit of ['sentence', 'paragraph'] as const) {
          const found = createUnits(any, over).at(unit, offset)
          if (found) expect(any.slice(found.start, found.end)).toBe(any.slice(found.start, found.end).trim())
        }
      }),
    )
  })
})

describe('widening and narrowing', () => {
  it('goes up from the caret to the whole text, and down again', () => {
    const at = text.indexOf('are') + 1
    const seen: string[] = []
    let span = units.wider(null, at)
    for (let step = 0; step < 4; step++) {
      seen.push(text.slice(span.start, span.end))
      span = units.wider(span, at)
    }
    expect(seen).toEqual(['are', 'How are you?', 'INTERVIEWER: Hello there. How are you?', text])
    expect(units.narrower({ start: 0, end: text.length }, at)).toEqual(units.at('turn', at))
    expect(units.narrower(units.at('word', at)!, at)).toBeNull()
  })
})

describe('edges', () => {
  it('move over what is one character to the reader', () => {
    const any = 'a👩‍👩‍👧e\u0301b'
    const { characterEdge, snap } = createUnits(any, paragraphs(any))
    expect(characterEdge(1, 1)).toBe(9)
    expect(characterEdge(9, -1)).toBe(1)
    expect(characterEdge(9, 1)).toBe(11)
    expect(snap({ start: 3, end: 10 })).toEqual({ start: 1, end: 11 })
    expect(characterEdge(0, -1)).toBe(0)
    expect(characterEdge(any.length, 1)).toBe(any.length)
  })

  it('by words go to beginnings if they are a start, to ends if they are an end', () => {
    const at = text.indexOf('there')
    expect(units.wordEdge(at, 1, 'start')).toBe(text.indexOf('How'))
    expect(units.wordEdge(at, 1, 'end')).toBe(at + 'there'.length)
    expect(units.wordEdge(at, -1, 'start')).toBe(text.indexOf('Hello'))
    expect(units.wordEdge(at + 5, -1, 'end')).toBe(text.indexOf('Hello') + 5)
  })
})

describe('sections', () => {
  const lines = ['Chapter I', 'Article 1', 'Asylum.', 'Article 2', 'Return.', 'Chapter II', 'End.']
  const levels = new Map([
    ['Chapter I', 1],
    ['Article 1', 2],
    ['Article 2', 2],
    ['Chapter II', 1],
  ])
  const whole = lines.join('\n')
  let start = 0
  const blocks = lines.map(line => {
    const level = levels.get(line)
    const block = { start, end: start + line.length }
    start += line.length + 1
    return level === undefined
      ? { kind: 'paragraph' as const, ...block }
      : { kind: 'heading' as const, level, ...block }
  })
  const chapters = createUnits(whole, { ...paragraphs(whole), blocks })
  const said = (span: { start: number; end: number } | null) => span && whole.slice(span.start, span.end)

  it('go from a heading to the next of its level or a higher one', () => {
    expect(said(chapters.at('section', whole.indexOf('Asylum')))).toBe('Article 1\nAsylum.')
    expect(said(chapters.at('section', whole.indexOf('Return')))).toBe('Article 2\nReturn.')
    expect(said(chapters.at('section', whole.indexOf('End')))).toBe('Chapter II\nEnd.')
  })

  it('are what widening comes to after the paragraph, inner ones first', () => {
    const at = whole.indexOf('Asylum')
    const steps: (string | null)[] = []
    let span = chapters.wider(null, at)
    for (let n = 0; n < 6; n++) {
      steps.push(said(span))
      span = chapters.wider(span, at)
    }
    expect(steps).toEqual([
      'Asylum',
      'Asylum.',
      'Article 1\nAsylum.',
      'Chapter I\nArticle 1\nAsylum.\nArticle 2\nReturn.',
      whole,
      whole,
    ])
  })

  it('narrowing goes the same way back', () => {
    const at = whole.indexOf('Asylum')
    const section = chapters.at('section', at)!
    expect(said(chapters.narrower(section, at))).toBe('Asylum.')
  })

  it('finds the paragraph beside', () => {
    expect(said(chapters.paragraphBeside(whole.indexOf('Asylum'), 1))).toBe('Article 2')
    expect(said(chapters.paragraphBeside(whole.indexOf('Asylum'), -1))).toBe('Article 1')
    expect(chapters.paragraphBeside(0, -1)).toBeNull()
    expect(chapters.paragraphBeside(whole.length, 1)).toBeNull()
  })
})
