import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/shared/model/structure.ts'
import { plainBlocks } from '../../../src/shared/text/paragraphs.ts'
import { labelAt, milliseconds } from '../../../src/shared/text/turn-labels.ts'
import { findTurns } from '../../../src/shared/text/turns.ts'
import { spoken } from '../../support/read-documents.ts'

function talk(text: string, marks: Mark[] = []): string[] {
  const structure = {
    blocks: plainBlocks(text),
    marks,
    pages: [],
    turns: [],
    remarks: [],
    direction: 'ltr' as const,
  }
  return spoken({ text, structure: { ...structure, turns: findTurns(text, structure) } })
}

describe('who speaks', () => {
  it('reads names before a colon, per paragraph or line', () => {
    expect(talk('INTERVIEWER: How are you?\n\nOFFICIAL A: Fine.\n')).toEqual([
      'INTERVIEWER: How are you?',
      'OFFICIAL A: Fine.',
    ])
    expect(talk('Anna: Hi\nBen: Hello\nand more\nAnna: So\n@Ben: Yes')).toEqual(
      ['Anna: Hi', 'Ben: Hello\nand more', 'Anna: So'].concat('Ben: Yes'),
    )
  })

  it('covers everything from the first label to the end', () => {
    const text = 'A talk\n\nP1: One.\n\nTwo.\n\nMODERATOR: Three.\n\nP1: Four.\n\nFive.'
    expect(talk(text)).toEqual(['P1: One.\n\nTwo.', 'MODERATOR: Three.', 'P1: Four.\n\nFive.'])
  })

  it('is not fooled by colons that introduce something', () => {
    expect(talk('for example: x\n\nNote: this\n\nNote: that\n\nExample: y\n\nNote: again')).toEqual([])
    expect(talk('Article 1: a\nArticle 2: b\nArticle 1: c\nArticle 2: d\nArticle 1: e')).toEqual([])
    expect(talk('II: x\nIV: y\nII: z\nIV: w')).toEqual([])
    expect(talk('Asylum: protection\nBorder: a line\nVisa: a stamp\nRefugee: a person')).toEqual([])
    expect(talk('From: A\nTo: B\nSubject: C\n\nText\n\nFrom: B\nTo: A\nSubject: D\n\nMore')).toEqual([])
    const report = Array.from({ length: 60 }, (_, at) => `Paragraph number ${at} of a long report.`).join(
      '\n\n',
    )
    expect(talk(`SUMMARY: x\n\nOVERVIEW: y\n\n${report}\n\nSUMMARY: z\n\nOVERVIEW: w`)).toEqual([])
  })

  it('leaves the head of a transcript out', () => {
    const text =
      'Date: 3 May 2011\nInterviewer: A. S.\nPlace: B\n\nInterviewer: Tell me.\nOfficial: Well.\nInterviewer: And?'
    expect(talk(text)).toEqual(['Interviewer: Tell me.', 'Official: Well.', 'Interviewer: And?'])
  })

  it('asks of those who speak once to look like the others', () => {
    const text = 'ANN: a\nBEN: b\nANN: c\nCAROL: d\nBEN: the list was: long\nthus: e'
    expect(talk(text).map(turn => turn.split(':')[0])).toEqual(['ANN', 'BEN', 'ANN', 'CAROL', 'BEN'])
  })

  it('reads time stamps before, in and behind the label', () => {
    expect(talk('[30:16:01] CDR: Jack\n[30:16:16] CC: Right.\n[55:00:00] CDR: Okay.')).toEqual([
      'CDR @108961000: Jack',
      'CC @108976000: Right.',
      'CDR @198000000: Okay.',
    ])
    expect(talk('Dan (00:01:02): Hello\nEva (01:09): Hi\nDan (00:02:00): ok')).toEqual([
      'Dan @62000: Hello',
      'Eva @69000: Hi',
      'Dan @120000: ok',
    ])
    expect(talk('Speaker 1  0:03\nHello.\n\nSpeaker 2  0:09\nThanks.\n\nSpeaker 1  0:15\nOk.')).toEqual([
      'Speaker 1 @3000: Hello.',
      'Speaker 2 @9000: Thanks.',
      'Speaker 1 @15000: Ok.',
    ])
    expect(talk('Ann: [04:05] And\nBob: yes\nAnn: no\nBob: so')[0]).toBe('Ann @245000: [04:05] And')
  })

  it('counts stamps at the end of an utterance for the next one', () => {
    expect(talk('I: Wie? #00:00:05-3#\nB: Gut. #00:00:09-1#\nI: Schön. #00:00:12-0#')).toEqual([
      'I @0: Wie? #00:00:05-3#',
      'B @5300: Gut. #00:00:09-1#',
      'I @9100: Schön. #00:00:12-0#',
    ])
  })

  it('takes stamps alone for turns without a name', () => {
    expect(talk('[00:01] It was cold that day.\n[00:07] And I was young.\n[00:09] So we left.')).toEqual([
      ' @1000: It was cold that day.',
      ' @7000: And I was young.',
      ' @9000: So we left.',
    ])
  })

  it('reads the records of parliaments and press conferences', () => {
    const record = [
      '  The SPEAKER pro tempore (Mr. Mica). Pursuant to it.',
      '  Mr. SMITH of New Jersey. I rise.',
      '  SEC. 217. PASSPORT SECURITY.',
      '  Ms. ROS-LEHTINEN. I yield.',
      '  Mr. McCAIN. Mr. President, no.',
    ].join('\n')
    expect(talk(record).map(turn => turn.split(':')[0])).toEqual([
      'The SPEAKER pro tempore',
      'Mr. SMITH of New Jersey',
      'Ms. ROS-LEHTINEN',
      'Mr. McCAIN',
    ])
    expect(talk('CHAIR POWELL. Good afternoon.\nQUESTION. Why?\nCHAIR POWELL. Because.')).toHaveLength(3)
    expect(talk('Q. Where?\nA. At home.\nQ. When?\nA. In May.')).toEqual([
      'Q: Where?',
      'A: At home.',
      'Q: When?',
      'A: In May.',
    ])
    expect(talk('A. First\nB. Second\nC. Third\nA. Again\nB. And')).toEqual([])
    expect(talk('II. SCOPE\nUSS. x\nIV. AIM\nUSS. y')).toEqual([])
  })

  it('reads brackets, and scripts without capitals', () => {
    expect(talk('[id1] hello, I like it\n\n[id2] me too\n\n[id1] yes')).toEqual([
      'id1: hello, I like it',
      'id2: me too',
      'id1: yes',
    ])
    expect(talk('الصحفي: كيف؟\nالوزير: بخير.\nالصحفي: شكرا.\nالوزير: عفوا.')).toHaveLength(4)
    expect(talk('司会：こんにちは\n田中：はい\n司会：どうぞ\n田中：では')[1]).toBe('田中: はい')
  })

  it('lets bold labels decide where they are the rule', () => {
    const text = 'Ann: a\nBen: b\nfirst: c\nAnn: d\nBen: e'
    const bold = [0, 7, 23, 30].map(start => ({ kind: 'bold' as const, start, end: start + 4 }))
    expect(talk(text, bold).map(turn => turn.split(':')[0])).toEqual(['Ann', 'Ben', 'Ann', 'Ben'])
  })

  it('leaves notes to nobody', () => {
    const text = 'ANN: a\nBEN: b\nANN: c\n1 a note'
    const blocks = plainBlocks(text).map((block, at) =>
      at === 3 ? { ...block, kind: 'note' as const } : block,
    )
    expect(findTurns(text, { blocks, marks: [] }).at(-1)?.end).toBe(text.indexOf('\n1'))
  })

  it('finds every turn of a generated talk, label to next label', () => {
    const name = fc.constantFrom('INTERVIEWER', 'OFFICIAL A', 'P2', 'MODERATOR')
    const words = fc.stringMatching(/^[a-z]{1,8}(?: [a-z]{1,8}){0,9}\.$/)
    const turns = fc.array(fc.tuple(name, words), { minLength: 6, maxLength: 30 })
    fc.assert(
      fc.property(turns, said => {
        fc.pre(said.every(([speaker], at) => at === 0 || said[at - 1]?.[0] !== speaker))
        const text = said.map(([speaker, speech]) => `${speaker}: ${speech}`).join('\n\n')
        expect(talk(text)).toEqual(said.map(([speaker, speech]) => `${speaker}: ${speech}`))
      }),
    )
  })
})

describe('labels', () => {
  it('keeps to names of 64 characters', () => {
    const long = `${'x'.repeat(64)}: y`
    expect(labelAt(long, 0, long.length)?.speaker).toHaveLength(64)
    expect(labelAt(`x${long}`, 0, long.length + 1)).toBeNull()
    expect(labelAt('http://x', 0, 8)).toBeNull()
  })

  it('reads times of any length', () => {
    expect(milliseconds('55:00:01.5')).toBe(198_001_500)
    expect(milliseconds('01:02,250')).toBe(62_250)
  })
})
