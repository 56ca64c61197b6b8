import type { Block } from '../model/structure.ts'
import { type Line, linesOf } from './lines.ts'
import { isPageMark } from './page-marks.ts'
import {
  continuesBehindMark,
  goesOn,
  isMarkedHeading,
  isUnderline,
  type Wrapped,
} from './paragraph-breaks.ts'
import { wrappingOf } from './wrapping.ts'

/**
 * The paragraphs of a plain text, as blocks over it: of a hard-wrapped text the lines that
 * belong together (line feeds stay inside), of any other each line. Headings are not guessed,
 * but those that are marked as in Markdown are taken at their word.
 */
export function plainBlocks(text: string): Block[] {
  const lines = linesOf(text)
  return groups(text, lines).map(group => {
    const span = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }
    const level = headingLevel(text, group)
    return level === null ? { kind: 'paragraph', ...span } : { kind: 'heading', level, ...span }
  })
}

/**
 * Text that was set in columns of characters (HTML's pre): its blocks keep their indent, and
 * where it is not running text (tables, code) only blank lines divide it.
 */
export function fixedBlocks(text: string): Block[] {
  const lines = linesOf(text)
  const found = wrappingOf(text, lines) ? groups(text, lines) : chunks(lines)
  return found.map(group => ({ kind: 'pre', start: group[0]?.from ?? 0, end: group.at(-1)?.end ?? 0 }))
}

function chunks(lines: readonly Line[]): Line[][] {
  const all: Line[][] = []
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue
    if (index > 0 && !lines[index - 1]?.blank) all.at(-1)?.push(line)
    else all.push([line])
  }
  return all
}

function groups(text: string, lines: readonly Line[]): Line[][] {
  const wrapping = wrappingOf(text, lines)
  const wrapped = wrapping && { text, lines, wrapping }
  const all: Line[][] = []
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue
    const open = all.at(-1)
    const last = open?.at(-1)
    if (open && last && belongs(text, lines, index, open, last, wrapped)) open.push(line)
    else all.push([line])
  }
  return wrapped ? acrossPages(wrapped, all) : all
}

function belongs(
  text: string,
  lines: readonly Line[],
  index: number,
  open: readonly Line[],
  last: Line,
  wrapped: Wrapped | null,
): boolean {
  const line = lines[index]
  const underlines = line && open.length === 1 && lines[index - 1] === last && isUnderline(text, line)
  return underlines || (wrapped !== null && goesOn(wrapped, index, open, last))
}

/** Joins a paragraph that was torn apart by nothing but a page mark on a line of its own. */
function acrossPages(wrapped: Wrapped, all: readonly Line[][]): Line[][] {
  const joined: Line[][] = []
  for (let at = 0; at < all.length; at++) {
    const group = all[at] ?? []
    const before = joined.at(-1)
    const after = all[at + 1]
    if (isMark(wrapped.text, group) && before && after && continuesBehindMark(wrapped, before, after)) {
      before.push(...group, ...after)
      at++
    } else joined.push([...group])
  }
  return joined
}

function isMark(text: string, [line, ...more]: readonly Line[]): boolean {
  return line !== undefined && more.length === 0 && isPageMark(text.slice(line.start, line.end))
}

/** Markdown's headings: "## Title" on a line of its own, or a line underlined with === or ---. */
function headingLevel(text: string, [first, second, ...more]: readonly Line[]): number | null {
  if (!first || more.length > 0) return null
  if (second) return isUnderline(text, second) ? (text.charAt(second.start) === '=' ? 1 : 2) : null
  return isMarkedHeading(text, first)
    ? (/^#+/.exec(text.slice(first.start, first.end))?.[0].length ?? 1)
    : null
}
