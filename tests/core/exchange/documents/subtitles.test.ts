import { describe, expect, it } from 'vitest'
import {
  brokenLaw,
  marked,
  readAs,
  refusalOf,
  shown,
  spoken,
  warned,
} from '../../../support/read-documents.ts'

const srt = (...cues: string[]) =>
  cues
    .map(
      (cue, at) =>
        `${at + 1}\r\n00:00:0${at},000 --> 00:00:0${at + 1},500\r\n${cue.replaceAll('\n', '\r\n')}\r\n`,
    )
    .join('\r\n')

describe('SubRip', () => {
  it('makes each cue a paragraph and a turn with its time', async () => {
    const read = await readAs('a.srt', srt('Hello\nthere', 'Yes'))
    expect(shown(read)).toEqual(['paragraph Hello\nthere', 'paragraph Yes'])
    expect(spoken(read)).toEqual([' @0: Hello\nthere', ' @1000: Yes'])
  })

  it('reads names, keeps who goes on, and splits a cue of two', async () => {
    const read = await readAs(
      'a.srt',
      srt('ANN: One', 'two', '- BEN: three\n- ANN: four', 'ANN: five', 'BEN: six'),
    )
    expect(spoken(read)).toEqual([
      'ANN @0: One',
      'ANN @1000: two',
      'BEN @2000: three',
      'ANN @2000: four',
      'ANN @3000: five',
      'BEN @4000: six',
    ])
    expect(brokenLaw(read)).toBeNull()
  })

  it('turns tags into marks, and leaves words in angle brackets alone', async () => {
    const read = await readAs(
      'a.srt',
      srt('<i>soft</i> {\\an8}H<sub>2</sub> <font color="#fff">AT&amp;T</font>', '<laughs> a < b'),
    )
    expect(read.text).toBe('soft H2 AT&T\n<laughs> a < b')
    expect(marked(read)).toEqual(['italic: soft', 'sub: 2'])
  })

  it('takes any order, overlap and length of time', async () => {
    const text =
      '1\n55:10:00,5 --> 55:10:02,000\nlate\n\n2\n00:00:01.000 --> 99:00:00.000\nearly\n\nwith a blank line\n'
    const read = await readAs('a.srt', text)
    expect(spoken(read)).toEqual([' @198600500: late', ' @1000: early\nwith a blank line'])
  })

  it('does without numbers and blank lines', async () => {
    const read = await readAs(
      'a.srt',
      '00:00:01,000 --> 00:00:02,000\none\n00:00:03,000 --> 00:00:04,000\ntwo\n\n',
    )
    expect(shown(read)).toEqual(['paragraph one', 'paragraph two'])
  })

  it('refuses a file without a single time', async () => {
    expect(await refusalOf('a.srt', 'no subtitles here')).toBe('file-damaged')
  })
})

describe('WebVTT', () => {
  const vtt = (body: string) => `WEBVTT\nLanguage: en\n\n${body}`

  it('writes the names of voices before their words', async () => {
    const read = await readAs(
      'a.vtt',
      vtt(
        'STYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 align:left\n<v.first.loud Esme>Blue!</v> <i>laughter</i>\n\nid\n00:03.000 --> 00:04.000\n<v Mary>No <v Esme>Yes\n\n00:05.000 --> 00:06.000\nSur les <i.x><lang en>playground</lang></i>',
      ),
    )
    expect(read.text).toBe('Esme: Blue! laughter\nMary: No\nEsme: Yes\nSur les playground')
    expect(spoken(read)).toEqual([
      'Esme @1000: Blue! laughter',
      'Mary @3000: No',
      'Esme @3000: Yes',
      ' @5000: Sur les playground',
    ])
    expect(marked(read)).toEqual(['italic: laughter', 'italic: playground'])
    expect(read.language).toBe('en')
    expect(brokenLaw(read)).toBeNull()
  })

  it('decodes characters and drops the stamps of karaoke', async () => {
    const read = await readAs(
      'a.vtt',
      vtt('00:01.000 --> 00:02.000\na &lt;b&gt; &amp; c&nbsp;d <00:01.500>e &#233;'),
    )
    expect(read.text).toBe('a <b> & c\u00A0d e é')
  })

  it('says that notes are left out', async () => {
    const read = await readAs('a.vtt', vtt('NOTE made by\nsomebody\n\n00:01.000 --> 00:02.000\nx'))
    expect(read.text).toBe('x')
    expect(warned(read)).toEqual(['subtitle-notes'])
  })

  it('takes rolling captions once, and real repetition as it is', async () => {
    const roll = ['a b', 'a b\nc d', 'c d', 'c d\ne f', 'e f', 'e f\ng h', 'g h']
    const cues = (texts: string[]) =>
      texts.map((text, at) => `00:0${at}.000 --> 00:0${at}.900\n${text}`).join('\n\n')
    const read = await readAs('a.vtt', vtt(cues(roll)))
    expect(read.text).toBe('a b\nc d\ne f\ng h')
    expect(warned(read)).toEqual(['subtitle-rolling'])
    expect((await readAs('a.vtt', vtt(cues(Array(8).fill('No.'))))).text).toBe(
      Array(8).fill('No.').join('\n'),
    )
  })

  it('sets the direction by its words', async () => {
    expect((await readAs('a.vtt', vtt('00:01.000 --> 00:02.000\nهل أصبت ؟'))).structure.direction).toBe('rtl')
  })
})
