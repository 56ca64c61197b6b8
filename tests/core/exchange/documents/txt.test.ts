import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLaw, readAs, shown, spoken, warned } from '../../../support/read-documents.ts'

describe('plain text', () => {
  it('stays as it is, after line ends and byte order mark', async () => {
    const read = await readAs('a.txt', '\uFEFF\r\n  One \r\n\r\n\tTwo\rThree')
    expect(read.text).toBe('\n  One \n\n\tTwo\nThree')
    expect(shown(read)).toEqual(['paragraph One', 'paragraph Two', 'paragraph Three'])
    expect(read.encoding).toBe('utf-8')
  })

  it('tells the encoding it used and its rivals', async () => {
    const bytes = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x64, 0xe9, 0x6a, 0xe0, 0x0a])
    const read = await readAs('a.txt', bytes)
    expect([read.encoding, read.text]).toEqual(['windows-1252', 'café déjà\n'])
    expect(read.encodings).toContain('macintosh')
    expect((await readAs('a.txt', bytes, { encoding: 'koi8-r' })).encoding).toBe('koi8-r')
  })

  it('keeps combining letters, joiners and no-break spaces', async () => {
    const text = 'cafe\u0301 \u200Bx\u00A0y 👩\u200D👧 soft\u00ADhyphen'
    expect((await readAs('a.txt', text)).text).toBe(text)
  })

  it('says what was replaced', async () => {
    expect(warned(await readAs('a.txt', 'Line one\0with NUL'))).toEqual(['characters-replaced'])
  })

  it('knows who speaks', async () => {
    expect(spoken(await readAs('a.txt', 'INTERVIEWER: So?\n\nP1: Well.\n\nINTERVIEWER: Yes.'))).toEqual([
      'INTERVIEWER: So?',
      'P1: Well.',
      'INTERVIEWER: Yes.',
    ])
  })

  it('keeps the laws for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async text => {
        fc.pre(text.trim() !== '' && !/^\s*[<{]/.test(text) && text.isWellFormed() && !text.includes('\0'))
        const read = await readAs('a.txt', text)
        expect(brokenLaw(read)).toBeNull()
        expect(read.text).toBe(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
      }),
    )
  })
})
