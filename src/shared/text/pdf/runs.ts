import type { Laid, LaidDocument } from './document.ts'
import { joinLines } from './join.ts'
import type { Atom, Line } from './model.ts'

/** A stretch of text with what it was printed as; blanks have none. */
export interface Run {
  readonly text: string
  readonly page: number
  readonly atom: Atom | null
  /** where in the atom's text it begins */
  readonly from: number
  /** a hyphen was dropped from its end */
  readonly isCut: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly script: 'sup' | 'sub' | null
  /** the key of the note that this sign refers to */
  readonly note: string | null
}

export interface LaidBlock {
  readonly kind: 'paragraph' | 'heading' | 'note'
  readonly level: number | null
  readonly note: { readonly key: string; readonly sign: string } | null
  readonly runs: readonly Run[]
  /** printed with it, but no part of its text: the sign of a note */
  readonly apart: readonly Run[]
}

export function toBlocks(document: LaidDocument): LaidBlock[] {
  const keys = noteKeys(document.laid)
  return document.laid.map(entry => {
    if (entry.kind === 'note') {
      const { page, sign, signLength, lines } = entry.note
      const key = keys.get(`${page} ${sign}`) ?? `${page + 1}-${sign}`
      const { kept, apart } = trimStart(runsOf(lines, document, new Map()), signLength)
      return { kind: 'note', level: null, note: { key, sign }, runs: kept, apart }
    }
    const runs = runsOf(entry.paragraph.lines, document, keys)
    const kind = entry.heading === null ? 'paragraph' : 'heading'
    return { kind, level: entry.heading, note: null, runs, apart: [] }
  })
}

/** Every note by its page and sign, which is how the text refers to it. */
function noteKeys(laid: readonly Laid[]): Map<string, string> {
  const keys = new Map<string, string>()
  for (const entry of laid) {
    if (entry.kind === 'note')
      keys.set(`${entry.note.page} ${entry.note.sign}`, `${entry.note.page + 1}-${entry.note.sign}`)
  }
  return keys
}

function runsOf(
  lines: readonly Line[],
  { vocabulary }: LaidDocument,
  keys: ReadonlyMap<string, string>,
): Run[] {
  const runs: Run[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before) {
      const { drop, put } = joinLines(before.text, line.text, vocabulary)
      dropEnd(runs, drop)
      if (put !== '') runs.push(blank(put, line.page))
    }
    for (const { gap, text, atom } of line.pieces) {
      if (gap !== '') runs.push(blank(gap, line.page))
      const sign = atom.script === 'sup' ? text.replace(/[()\s]/g, '') : ''
      const note = keys.get(`${line.page} ${sign}`) ?? null
      const { bold, italic, script } = atom
      const printed = { page: line.page, atom, from: 0, isCut: false, bold, italic, script }
      runs.push({ text, ...printed, note: sign === '' ? null : note })
    }
  }
  return runs
}

const blank = (text: string, page: number): Run => ({
  text,
  page,
  atom: null,
  from: 0,
  isCut: false,
  bold: false,
  italic: false,
  script: null,
  note: null,
})

function dropEnd(runs: Run[], count: number): void {
  const last = count > 0 ? runs.pop() : undefined
  if (last) runs.push({ ...last, text: last.text.slice(0, last.text.length - count), isCut: true })
}

/** Takes characters off the beginning, and the blanks that then begin the text. */
function trimStart(runs: readonly Run[], count: number): { kept: Run[]; apart: Run[] } {
  let rest = count
  const kept: Run[] = []
  const apart: Run[] = []
  for (const run of runs) {
    const text = run.text.slice(rest)
    const sign = run.text.slice(0, rest).trimEnd()
    if (sign !== '') apart.push({ ...run, text: sign })
    rest = Math.max(0, rest - run.text.length)
    const shown = kept.length === 0 ? text.trimStart() : text
    if (shown !== '') kept.push({ ...run, text: shown, from: run.text.length - shown.length })
  }
  return { kept, apart }
}
