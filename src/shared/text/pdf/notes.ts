import type { Line, Region } from './model.ts'
import type { Habits } from './paragraphs.ts'

export interface PageNote {
  readonly page: number
  /** the sign it begins with: "12", "*" */
  readonly sign: string
  /** how much of the first line's text is the sign */
  readonly signLength: number
  readonly lines: Line[]
}

export interface PageParts {
  readonly regions: Region[]
  readonly notes: PageNote[]
}

const SIGN = /^(?:\((\d{1,3}|[*†‡§¶]{1,3}|[a-z])\)|(\d{1,3}|[*†‡§¶]{1,3}))(?:\s|(?=\p{Lu}))/u

/**
 * Footnotes: lines of smaller type at the foot of a column, the first of which begins with a
 * sign that the page refers to. `open` is the last note before this page, which may go on here.
 */
export function takeNotes(regions: readonly Region[], habits: Habits, open: PageNote | null): PageParts {
  const signs = signsReferredTo(regions)
  const rest: Region[] = []
  const notes: PageNote[] = []
  let current = open
  for (const region of regions) {
    const at = footOf(region, habits, signs, current)
    const foot = region.lines.slice(at)
    for (const line of foot) {
      const sign = signOf(line)
      if (sign && (!current || notes.length === 0 || follows(current, sign.sign, line))) {
        current = { page: line.page, ...sign, lines: [line] }
        notes.push(current)
      } else {
        current?.lines.push(line)
      }
    }
    if (at > 0) rest.push({ ...region, lines: region.lines.slice(0, at) })
  }
  return { regions: rest, notes }
}

/** The raised signs in the text of a page. */
function signsReferredTo(regions: readonly Region[]): Set<string> {
  const signs = new Set<string>()
  for (const line of regions.flatMap(region => region.lines)) {
    for (const [at, { text, atom }] of line.pieces.entries()) {
      if (atom.script === 'sup' && at > 0) signs.add(bare(text))
    }
  }
  return signs
}

const bare = (text: string): string => text.replace(/[()\s,]/g, '')

/** The line of a region where its notes begin; the number of its lines if it has none. */
function footOf(
  { lines }: Region,
  habits: Habits,
  signs: ReadonlySet<string>,
  open: PageNote | null,
): number {
  let small = lines.length
  while (small > 0 && isSmall(lines[small - 1], habits)) small--
  let first = small
  while (first < lines.length && !startsNote(lines[first], signs)) first++
  const goesOn = open !== null && isOpen(open) && small < lines.length && sameType(open, lines[small])
  if (goesOn && (small > 0 || lines.length - small < 40)) return small
  return first < lines.length ? first : raisedFoot(lines, signs)
}

/** Notes in type as large as the text's: their signs are raised, and they fill the end of the column. */
function raisedFoot(lines: readonly Line[], signs: ReadonlySet<string>): number {
  const isStart = (line: Line) => line.pieces[0]?.atom.script === 'sup' && startsNote(line, signs)
  const first = lines.findIndex((line, at) => at >= lines.length * 0.4 && isStart(line))
  return first < 0 ? lines.length : first
}

function isSmall(line: Line | undefined, { size }: Habits): boolean {
  return line !== undefined && line.size <= size * 0.93
}

function startsNote(line: Line | undefined, signs: ReadonlySet<string>): boolean {
  const sign = line ? signOf(line) : null
  return sign !== null && signs.has(sign.sign)
}

/** A note that ends in the middle of a sentence goes on in the next column or on the next page. */
function isOpen({ lines }: PageNote): boolean {
  return !/[.!?;:)\]”’"]\s*$/.test(lines.at(-1)?.text ?? '.')
}

const sameType = ({ lines }: PageNote, line: Line | undefined): boolean =>
  line !== undefined && Math.abs((lines[0]?.size ?? 0) / line.size - 1) < 0.05

export function signOf(line: Line): { sign: string; signLength: number } | null {
  const [first] = line.pieces
  if (first?.atom.script === 'sup' && /^[\d*†‡§a-z]{1,3}$/.test(first.text)) {
    return { sign: first.text, signLength: first.text.length }
  }
  const match = SIGN.exec(line.text)
  const sign = match?.[1] ?? match?.[2]
  return match && sign !== undefined ? { sign, signLength: match[0].length } : null
}

/** The next number, or another asterisk; a number that only happens to begin a line is not a new note. */
function follows(previous: PageNote, sign: string, line: Line): boolean {
  const numbered = /^\d+$/
  if (numbered.test(sign) && numbered.test(previous.sign)) return Number(sign) === Number(previous.sign) + 1
  if (numbered.test(sign) !== numbered.test(previous.sign)) return false
  const first = previous.lines[0]
  return first !== undefined && Math.abs(first.x0 - line.x0) < line.size
}
