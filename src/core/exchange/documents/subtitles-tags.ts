import type { Mark } from '../../../shared/model/structure.ts'

/** A stretch of one voice within a cue; mark offsets count from its beginning. */
export interface Voice {
  /** null: nobody is named */
  readonly speaker: string | null
  readonly text: string
  readonly marks: readonly Mark[]
}

const MARKS: Readonly<Record<string, Mark['kind']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  sub: 'sub',
  sup: 'sup',
}

/** Tags that say how to paint; others ("<laughs>") are somebody's words and stay. */
const TAG =
  /<(\/?)(b|strong|i|em|u|s|sub|sup|font|span|c|lang|ruby|rt|v|br)((?:[.\s][^<>]*|=[^<>]*)?)\/?>|<\d[\d:.,]*>|\{\\[^{}\n]*\}|&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,6});/gi

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
}

/** Takes the tags out of a cue: who speaks, what is bold or italic. */
export function readTags(source: string): Voice[] {
  const voices = [new VoiceText(null)]
  let at = 0
  for (const match of source.matchAll(TAG)) {
    const voice = voices.at(-1)
    voice?.add(source.slice(at, match.index))
    at = match.index + match[0].length
    const [whole, slash = '', tag = '', rest = ''] = match
    const name = tag.toLowerCase()
    if (whole.startsWith('&')) voice?.add(entity(whole))
    else if (name === 'br') voice?.add('\n')
    else if (name === 'v' && slash === '') voices.push(new VoiceText(speakerOf(rest)))
    else if (name === 'v') voices.push(new VoiceText(null))
    else if (name === 'rt') voice?.add(slash === '' ? '(' : ')')
    else voice?.mark(MARKS[name], slash === '')
  }
  voices.at(-1)?.add(source.slice(at))
  return joined(voices.map(voice => voice.finish()).filter(voice => voice.text !== ''))
}

/** " Esme", ".first.loud Esme" */
const speakerOf = (rest: string): string | null =>
  rest
    .replace(/^\S*\s*/, '')
    .replace(/\s+/g, ' ')
    .trim() || null

/** What follows a closed voice on the same line ("</v> <i>laughter</i>") stays with it. */
function joined(voices: readonly Voice[]): Voice[] {
  const all: Voice[] = []
  for (const voice of voices) {
    const before = all.at(-1)
    if (voice.speaker !== null || !before) all.push(voice)
    else {
      const text = `${before.text} `
      const marks = voice.marks.map(mark => ({
        ...mark,
        start: mark.start + text.length,
        end: mark.end + text.length,
      }))
      all[all.length - 1] = { ...before, text: text + voice.text, marks: [...before.marks, ...marks] }
    }
  }
  return all
}

class VoiceText {
  private text = ''
  private readonly marks: Mark[] = []
  private readonly open: { kind: Mark['kind']; start: number }[] = []
  private readonly speaker: string | null
  constructor(speaker: string | null) {
    this.speaker = speaker
  }

  add(text: string): void {
    this.text += this.text === '' ? text.trimStart() : text
  }

  mark(kind: Mark['kind'] | undefined, opens: boolean): void {
    if (!kind) return
    if (opens) this.open.push({ kind, start: this.text.length })
    else {
      const at = this.open.findLastIndex(mark => mark.kind === kind)
      const [mark] = at < 0 ? [] : this.open.splice(at, 1)
      if (mark) this.marks.push({ ...mark, end: this.text.length })
    }
  }

  finish(): Voice {
    const text = this.text.trimEnd()
    const marks = [...this.marks, ...this.open.map(mark => ({ ...mark, end: text.length }))]
      .map(mark => ({ ...mark, end: Math.min(mark.end, text.length) }))
      .filter(mark => mark.start < mark.end)
    return { speaker: this.speaker, text, marks }
  }
}

function entity(source: string): string {
  const name = source.slice(1, -1)
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? source
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source
}
