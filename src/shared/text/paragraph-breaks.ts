import type { Line } from './lines.ts'
import { isRole, shapeOf } from './speaker-words.ts'
import { hasTitle, labelAt } from './turn-labels.ts'
import { beginsInside, endsSentence, isFilled, reach, runsOn, type Wrapping } from './wrapping.ts'

/** How many lines a page or column may take between two halves of a sentence. */
const LONGEST_TEAR = 4

/** A hard-wrapped text as it is cut into paragraphs. */
export interface Wrapped {
  readonly text: string
  readonly lines: readonly Line[]
  readonly wrapping: Wrapping
}

/** Does line `index` belong to the paragraph that is open and ends with `last`? */
export function goesOn(wrapped: Wrapped, index: number, open: readonly Line[], last: Line): boolean {
  const { text, lines, wrapping } = wrapped
  const line = lines[index]
  if (!line || isMarkedHeading(text, last) || isUnderline(text, last)) return false
  if (lines[index - 1] === last) return !beginsParagraph(wrapped, index, open, last)
  const gap = index - lines.indexOf(last, Math.max(0, index - LONGEST_TEAR))
  return gap <= LONGEST_TEAR && gap > 0 && isTorn(text, last, line, wrapping)
}

/** A blank line in the midst of a sentence (a page or column ended there) does not end the paragraph. */
function isTorn(text: string, last: Line, line: Line, { width }: Wrapping): boolean {
  if (reach(text, last) < width * 0.7 || line.indent > last.indent) return false
  return runsOn(text, last, line) && text.charAt(last.end - 1) !== ','
}

function beginsParagraph(
  { text, lines, wrapping }: Wrapped,
  index: number,
  open: readonly Line[],
  last: Line,
): boolean {
  const line = lines[index]
  const first = open[0]
  if (!line || !first || isShort(text, last, line, wrapping)) return true
  const list = listShape(text, first)
  if (line.indent > last.indent && !(list !== null && open.length === 1)) return true
  const next = lines[index + 1]
  const isLast = !next || next.blank
  if (list === null && !isLast && line.indent > next.indent && line.indent >= first.indent) return true
  if (isIndentedAgain(wrapping, open, line) && endsSentence(text, last)) return true
  const mark = listShape(text, line)
  if (mark !== null && mark === list) return true
  if (!endsSentence(text, last)) return false
  return (
    mark !== null ||
    isMarkedHeading(text, line) ||
    namesSpeaker(text, line) ||
    isTitle(text, line, next, wrapping)
  )
}

/** Where paragraphs are indented, a paragraph of one line is followed by a line indented alike. */
function isIndentedAgain({ indents }: Wrapping, open: readonly Line[], line: Line): boolean {
  return indents && open.length === 1 && line.indent > 0 && line.indent === open[0]?.indent
}

/** A line that had room for the next word ended on purpose, unless its sentence clearly goes on. */
function isShort(text: string, last: Line, line: Line, { width }: Wrapping): boolean {
  const length = reach(text, last)
  if (length > width * 1.3) return endsSentence(text, last)
  if (isFilled(text, last, line, width)) return false
  return length < width * 0.6 || !runsOn(text, last, line)
}

const LIST_MARK = /^(?:[-–—•*·▪◦‣]|\(?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+\.?)\s/iu

/** "(3)" and "(4)" are marks of one list, "1." is of another; null: no list. */
function listShape(text: string, { start }: Line): string | null {
  const mark = LIST_MARK.exec(text.slice(start, start + 12))?.[0]
  return mark === undefined
    ? null
    : mark
        .trim()
        .replace(/\d+/g, '1')
        .replace(/\p{L}+/gu, 'a')
}

/** A short line behind a full stop and without one, after which nothing goes on: "Paragraph 7". */
function isTitle(text: string, line: Line, next: Line | undefined, { width }: Wrapping): boolean {
  if (reach(text, line) > width * 0.5 || endsSentence(text, line)) return false
  if (next && !next.blank && isFilled(text, line, next, width)) return false
  return /^\p{Lu}/u.test(text.slice(line.start, line.start + 2))
}

function namesSpeaker(text: string, line: Line): boolean {
  const label = labelAt(text, line.start, line.end)
  if (!label || label.form === 'headline') return false
  if (label.form === 'record') return hasTitle(label.speaker)
  if (label.time !== null || label.at || isRole(label.speaker)) return true
  return label.form === 'colon' && shapeOf(label.speaker) === 'name'
}

/** Does a paragraph go on behind a page mark that stands on a line of its own? */
export function continuesBehindMark(
  { text, wrapping }: Wrapped,
  before: readonly Line[],
  after: readonly Line[],
): boolean {
  const last = before.at(-1)
  const next = after[0]
  if (!last || !next || endsSentence(text, last)) return false
  if (text.slice(last.end, next.start).split('\n').length > LONGEST_TEAR * 2) return false
  return beginsInside(text, next) || (reach(text, last) > wrapping.width * 0.7 && next.indent < 2)
}

/** "## Title", as in Markdown. */
export function isMarkedHeading(text: string, { start, end }: Line): boolean {
  return end - start < 300 && /^#{1,6}\s+\S/.test(text.slice(start, end))
}

/** The line of === or --- below a title. */
export function isUnderline(text: string, { start, end }: Line): boolean {
  return end - start < 200 && /^(?:={4,}|-{4,})$/.test(text.slice(start, end))
}
