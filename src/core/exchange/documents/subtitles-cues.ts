import { milliseconds } from '../../../shared/text/turn-labels.ts'

/** One subtitle: when it appears, and its lines with their tags still in. */
export interface Cue {
  readonly time: number
  readonly lines: readonly string[]
}

export interface Cues {
  readonly cues: readonly Cue[]
  /** what stood between the cues and is not shown (WebVTT's NOTE) */
  readonly notes: readonly string[]
  /** WebVTT's header: "Language: en" */
  readonly header: Readonly<Record<string, string>>
}

// hours may have any number of digits; some programs leave the milliseconds out, or use one digit
const STAMP = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?`
const TIMING = new RegExp(String.raw`^\s*(${STAMP})\s*--+>\s*${STAMP}`)

/** SubRip has no grammar: whatever stands between two times belongs to the first, blank lines too. */
export function readSrtCues(text: string): Cues {
  const cues: { time: number; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const time = timeOf(line)
    const open = cues.at(-1)
    if (time !== null) {
      if (open) dropNumber(open.lines)
      cues.push({ time, lines: [] })
    } else open?.lines.push(line)
  }
  return { cues: cues.map(trimmed).filter(hasText), notes: [], header: {} }
}

/** The number of the next cue stands behind the lines of this one, after a blank line as a rule. */
function dropNumber(lines: string[]): void {
  while (lines.at(-1)?.trim() === '') lines.pop()
  if (/^\s*\d+\s*$/.test(lines.at(-1) ?? '')) lines.pop()
}

/** WebVTT: blocks divided by blank lines; what has no time is a note, a style or a region. */
export function readVttCues(text: string): Cues {
  const cues: Cue[] = []
  const notes: string[] = []
  const [head = '', ...blocks] = text.split(/\n(?:[ \t]*\n)+/)
  for (const block of blocks) {
    const lines = block.split('\n')
    const at = lines.slice(0, 2).findIndex(line => timeOf(line) !== null)
    if (at >= 0) cues.push({ time: timeOf(lines[at] ?? '') ?? 0, lines: lines.slice(at + 1) })
    else if (/^NOTE(?:\s|$)/.test(block)) notes.push(block.slice(4).trim())
    else if (!/^(?:STYLE|REGION)\s*$/m.test(lines[0] ?? '') && cues.length > 0) addLines(cues, lines)
  }
  return {
    cues: cues.map(trimmed).filter(hasText),
    notes: notes.filter(note => note !== ''),
    header: headerOf(head),
  }
}

/** A blank line inside a cue is against the rules, but its text must not be lost. */
function addLines(cues: Cue[], lines: readonly string[]): void {
  const last = cues.pop()
  if (last) cues.push({ ...last, lines: [...last.lines, ...lines] })
}

function headerOf(head: string): Record<string, string> {
  const pairs = [...head.matchAll(/^(\w[\w-]*):[ \t]*(\S.*)$/gm)]
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key.toLowerCase(), value.trim()]))
}

function timeOf(line: string): number | null {
  const stamp = TIMING.exec(line)?.[1]
  if (stamp === undefined) return null
  // "00:01:02:500" is a slip for "00:01:02,500"
  return milliseconds(stamp.replace(/^((?:\d+:){2}\d+):(\d+)$/, '$1.$2'))
}

function trimmed({ time, lines }: Cue): Cue {
  return { time, lines: lines.map(line => line.trim()).filter(line => line !== '') }
}

const hasText = ({ lines }: Cue): boolean => lines.length > 0

/**
 * Captions made by machines roll: each cue shows the last line of the one before once more.
 * Read one after the other, everything would be said twice.
 */
export function withoutRolling(
  cues: readonly Cue[],
  plain: (line: string) => string,
): { cues: readonly Cue[]; repeated: number } {
  const repeats = (cue: Cue, index: number) => {
    const before = cues[index - 1]?.lines.at(-1)
    return before !== undefined && plain(cue.lines[0] ?? '') === plain(before)
  }
  const repeating = cues.filter(repeats)
  const repeated = repeating.length
  // somebody may say "Yes." again and again; what rolls has something new below what it repeats
  const rolls = repeating.filter(cue => cue.lines.length > 1).length * 3 > repeated
  if (cues.length < 6 || repeated * 2 < cues.length || !rolls) return { cues, repeated: 0 }
  const once = cues.map((cue, index) => (repeats(cue, index) ? { ...cue, lines: cue.lines.slice(1) } : cue))
  return { cues: once.filter(hasText), repeated }
}
