import { type Line, widthOf } from './lines.ts'

/** How a text was broken into lines: at a width, in the midst of its sentences. */
export interface Wrapping {
  readonly width: number
  /** paragraphs begin with an indent rather than behind a blank line */
  readonly indents: boolean
}

/** No typist and no program wraps wider; longer lines are paragraphs of their own. */
const WIDEST = 130
const NARROWEST = 30

/**
 * Was this text wrapped by hand or by a program (each line filled until the next word did not
 * fit), or is every line a paragraph? Two witnesses: lines are filled to the same width, and
 * they end in the midst of sentences. Null: a line is a paragraph.
 */
export function wrappingOf(text: string, lines: readonly Line[]): Wrapping | null {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const both =
      next && !line.blank && !next.blank && reach(text, line) <= WIDEST && reach(text, next) <= WIDEST
    return both ? [{ line, next }] : []
  })
  if (pairs.length < 2) return null
  const width = percentile(
    pairs.map(({ line }) => reach(text, line)),
    0.9,
  )
  if (width < NARROWEST) return null
  const filled = pairs.filter(({ line, next }) => isFilled(text, line, next, width)).length / pairs.length
  const running = pairs.filter(({ line, next }) => runsOn(text, line, next)).length / pairs.length
  const hasCase = /\p{Ll}/u.test(text)
  return (hasCase ? filled > 0.27 && running > 0.3 : filled > 0.6) ? { width, indents: indents(pairs) } : null
}

function indents(pairs: readonly { line: Line; next: Line }[]): boolean {
  const hanging = pairs.filter(
    ({ line, next }) => line.indent > next.indent && line.indent - next.indent <= 8,
  ).length
  return hanging * 8 > pairs.length
}

/** The column in which a line ends. */
export const reach = (text: string, line: Line): number =>
  line.indent + widthOf(text.slice(line.start, line.end))

/** Would the next word not have fitted? Proportional type lets lines of one width differ by a seventh. */
export function isFilled(text: string, line: Line, next: Line, width: number): boolean {
  return reach(text, line) + 1 + firstWordWidth(text, next) > width * 0.86
}

function firstWordWidth(text: string, { start, end }: Line): number {
  const word = /^\S+/.exec(text.slice(start, Math.min(end, start + 60)))?.[0] ?? ''
  return Math.min(widthOf(word), /[\u2E80-\uD7A3]/.test(word) ? 2 : 30)
}

/** A sentence goes on from one line to the next. */
export function runsOn(text: string, line: Line, next: Line): boolean {
  return !endsSentence(text, line) && beginsInside(text, next)
}

export const endsSentence = (text: string, { start, end }: Line): boolean =>
  /(?:[.!?:;…。！？：；؟۔—]|--)[”"’'»)\]]*$/.test(text.slice(Math.max(start, end - 8), end))

export const beginsInside = (text: string, { start }: Line): boolean =>
  /^[\p{Ll}]/u.test(text.slice(start, start + 2))

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
