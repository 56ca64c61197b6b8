import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ReadOptions } from '../../../../src/core/exchange/documents/reader.ts'
import { tokens } from '../../../../src/core/exchange/documents/rtf-tokens.ts'
import {
  brokenLaw,
  marked,
  readAs,
  refusalOf,
  shown,
  spoken,
  warned,
} from '../../../support/read-documents.ts'

const HEAD =
  "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 \\'82l\\'82r;}}"
const read = (body: string, options: ReadOptions = {}, head = HEAD) =>
  readAs('a.rtf', `${head}${body}}`, options)
const hex = (text: string, encoding: string) =>
  [...iconv.encode(text, encoding)].map(byte => `\\'${byte.toString(16).padStart(2, '0')}`).join('')

describe('rtf: characters', () => {
  it('reads bytes by the code page of their font', async () => {
    const body = `caf\\'e9 {\\f1 ${hex('Привет', 'windows-1251')}} {\\f2 \\'b7} {\\f3 ${hex('日本', 'shift_jis')}} \\'80`
    expect((await read(body)).text).toBe('café Привет • 日本 €')
  })

  it('reads the second byte of a Japanese letter where it is written plainly', async () => {
    expect((await read("{\\f3 \\'83e\\'83X\\'83g}")).text).toBe('テスト')
  })

  it('reads \\u escapes and leaves out what stands in for them', async () => {
    expect(
      (
        await read(
          "\\u8217\\'92s \\u26085?\\u-10179?\\u-8704? {\\uc2\\u233 xx}{\\uc0\\u233 x} \\u8220\\ldblquote y",
        )
      ).text,
    ).toBe('’s 日😀 éé'.concat('x “y'))
  })

  it('reads the characters that have words and signs of their own', async () => {
    expect((await read('a\\emdash b\\~c\\-d\\_e\\{\\\\\\}\\tab f\\line g\\bullet')).text).toBe(
      'a—b\u00A0c\u00ADd\u2011e{\\}\tf\ng•',
    )
  })

  it('follows code pages of old Macs and of Japan', async () => {
    expect((await read(`caf\\'8e`, {}, '{\\rtf1\\mac ')).text).toBe('café')
    expect((await read(hex('東京', 'shift_jis'), {}, '{\\rtf1\\ansi\\ansicpg932 ')).text).toBe('東京')
  })

  it('undoes the escaping of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 }), async text => {
        fc.pre(text.isWellFormed() && text.trim() !== '' && !/[\0-\x1F\uFEFF]/.test(text))
        const escaped = Array.from(
          { length: text.length },
          (_, at) => `\\u${(text.charCodeAt(at) << 16) >> 16}?`,
        )
        expect((await read(escaped.join(''))).text).toBe(text)
      }),
    )
  })
})

describe('rtf: blocks', () => {
  it('takes looks, links and hidden text apart', async () => {
    const document = await read(
      '{\\b bold {\\i both}} {\\ul u}{\\super 2}{\\v secret}{\\strike s}{\\field{\\*\\fldinst HYPERLINK "https://x.org" \\\\l "a"}{\\fldrslt{\\ul link}}}\\par',
    )
    expect(document.text).toBe('bold both u2slink')
    expect(marked(document)).toEqual([
      'bold: bold both',
      'italic: both',
      'underline: u',
      'sup: 2',
      'strike: s',
      'link https://x.org#a: link',
    ])
    expect(warned(document)).toEqual(['hidden-text-left-out'])
  })

  it('knows headings by outline and by name, and other kinds by style', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Big;}{\\s2 heading 2;}{\\s3 Quote;}{\\s4 caption;}{\\*\\cs5 Strong;}}'
    const body =
      '\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\outlinelevel2 Three\\par\\pard\\s3 q\\par\\pard\\s4 c\\par\\pard\\s0 n\\par\\pard\\s1 \\par'
    expect(shown(await read(styles + body))).toEqual([
      'heading 1 One',
      'heading 2 Two',
      'heading 3 Three',
      'quote 1 q',
      'caption c',
      'paragraph n',
    ])
  })

  it('shows the marks of lists as they were', async () => {
    const body =
      "{\\listtext\\f2 \\'b7\\tab}\\pard\\ls1 a\\par{\\listtext (iii)\\tab}\\pard\\ls2\\ilvl1 b\\par\\pard c\\par{\\pntext\\f0 1.\\tab}d\\par"
    expect(shown(await read(body))).toEqual([
      'item 1 «•» a',
      'item 2 «(iii)» b',
      'paragraph c',
      'item 1 «1.» d',
    ])
  })

  it('takes typed marks before a tab for a list', async () => {
    const body =
      '{\\pard\\li360\\fi-360 \\bullet\\tx360\\tab one\\par}{\\pard (b)\\tab two\\par}{\\pard A.\\~three\\par}'
    expect(shown(await read(body))).toEqual(['item 1 «•» one', 'item 1 «(b)» two', 'paragraph A.\u00A0three'])
  })

  it('lays tables out in cells', async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${cells.join('\\cell ')}\\cell\\row`
    const document = await read(
      `before\\par ${row('a\\tab x', 'b\\par c')}\\trowd\\trhdr ${row('', 'd')}\\pard after\\par`,
    )
    expect(document.text).toBe('before\na x\tb\nc\n\td\nafter')
    expect(shown(document)).toEqual([
      'paragraph before',
      'cell 0:0:0 a x',
      'cell 0:0:1 b\nc',
      'cell header 0:1:0',
      'cell header 0:1:1 d',
      'paragraph after',
    ])
    expect(brokenLaw(document)).toBeNull()
  })

  it('puts notes behind the text, and their signs where they are called', async () => {
    const document = await read(
      'One{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} First {\\b note}.\\par More.}, two{\\super *}{\\*\\footnote Star.} end\\par Next\\par',
    )
    expect(document.text).toBe('One1, two* end\nNext\nFirst note.\nMore.\nStar.')
    expect(shown(document).slice(2)).toEqual(['note «1» First note.', 'note More.', 'note «*» Star.'])
    expect(document.structure.marks.filter(mark => mark.kind === 'note').map(mark => mark.to)).toEqual([
      'footnote-1',
      'footnote-2',
    ])
  })

  it('keeps comments beside the text', async () => {
    const { text, structure } = await read(
      'a {\\*\\atrfstart 1}word{\\*\\atrfend 1}{\\*\\atnid AB}{\\*\\atnauthor A. Bee}\\chatn{\\*\\annotation{\\*\\atnref 1}\\pard Look here.} b\\par',
    )
    expect(text).toBe('a word b')
    expect(structure.remarks).toEqual([{ start: 2, end: 6, author: 'A. Bee', text: 'Look here.' }])
  })

  it('takes text boxes once, behind their paragraph', async () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard Boxed\\par}}{\\shprslt{\\*\\do{\\dptxbxtext Boxed\\par}}}}'
    expect((await read(`a${box}b\\par c\\par`)).text).toBe('ab\nBoxed\nc')
  })

  it('accepts tracked changes, or keeps both', async () => {
    const body =
      '{\\*\\revtbl{Unknown;}{A. Bee;}}a{\\revised\\revauth1 new}{\\deleted\\revauthdel1 old} b\\par'
    const accepted = await read(body)
    expect([accepted.text, warned(accepted)]).toEqual(['anew b', ['tracked-changes']])
    const both = await read(body, { changes: 'keep-both' })
    expect(both.text).toBe('anewold b')
    expect(marked(both)).toEqual(['insertion A. Bee: new', 'deletion A. Bee: old'])
  })

  it('prefers Unicode where both are there, and skips what it does not know', async () => {
    const body =
      '{\\upr{old}{\\*\\ud{new}}}{\\*\\unknown gone}{\\header running}{\\info{\\title T \\u233?}{\\author A}}{\\pict abcd}\\bin3 }{}x'
    const document = await read(body)
    expect([document.text, document.title]).toEqual(['newx', 'T é'])
    expect(warned(document)).toEqual(['pictures-left-out', 'running-heads-left-out'])
  })

  it('runs from right to left where the file says so', async () => {
    const { structure } = await read('\\ltrpar abc\\par\\pard\\rtlpar 123\\par')
    expect(structure.blocks.map(block => block.direction)).toEqual([undefined, 'rtl'])
  })

  it('knows who speaks', async () => {
    expect(spoken(await read('{\\b A1:} x\\par {\\b B1:} y\\par {\\b A1:} z\\par'))).toEqual([
      'A1: x',
      'B1: y',
      'A1: z',
    ])
  })

  it('reads what is left of a file that was cut off, and refuses what is none', async () => {
    expect((await readAs('a.rtf', `${HEAD}{\\b one\\par two{\\footnote half`)).text).toBe('one\ntwo1\nhalf')
    expect(await refusalOf('a.rtf', 'no braces')).toBe('file-damaged')
    expect(await refusalOf('a.rtf', `${HEAD}}`)).toBe('file-empty')
  })
})

describe('rtf: tokens', () => {
  it('reads words, numbers, bytes and binary', () => {
    const bytes = new TextEncoder().encode("{\\b0 a\\'fF\\bin2 }{\\*\\u-5?\r\n}")
    const seen = [...tokens(bytes)].map(token =>
      token.kind === 'word'
        ? `\\${token.name}${token.value ?? ''}`
        : token.kind === 'hex'
          ? `'${token.byte}`
          : token.kind === 'text'
            ? new TextDecoder().decode(bytes.subarray(token.start, token.end))
            : token.kind === 'symbol'
              ? `\\${token.sign}`
              : token.kind,
    )
    expect(seen).toEqual(['open', '\\b0', 'a', "'255", '\\bin2', '\\*', '\\u-5', '?', 'close'])
  })
})
