import { isUnspaced } from './lines.ts'
import type { Line, Region } from './model.ts'

export interface Paragraph {
  readonly lines: Line[]
  readonly region: Region
}

/** What is usual in this document, so that the unusual can be told from it. */
export interface Habits {
  /** size of the body type */
  readonly size: number
  /** distance of two lines of one paragraph, by type size (in half points) */
  readonly pitches: ReadonlyMap<number, number>
}

const halfPoints = (size: number): number => Math.round(size * 2)

export function learnHabits(regions: readonly Region[]): Habits {
  const sizes = new Map<number, number>()
  const gaps = new Map<number, number[]>()
  for (const { lines } of regions) {
    for (const [at, line] of lines.entries()) {
      const key = halfPoints(line.size)
      sizes.set(key, (sizes.get(key) ?? 0) + line.text.length)
      const before = lines[at - 1]
      if (!before || halfPoints(before.size) !== key || before.page !== line.page) continue
      const gap = line.y - before.y
      if (gap <= 0 || gap >= line.size * 3) continue
      const known = gaps.get(key)
      if (known) known.push(gap)
      else gaps.set(key, [gap])
    }
  }
  const common = [...sizes].reduce((best, each) => (each[1] > best[1] ? each : best), [20, 0] as [
    number,
    number,
  ])
  return {
    size: common[0] / 2,
    pitches: new Map(
      [...gaps].filter(([, all]) => all.length >= 4).map(([key, all]) => [key, usualGap(all)]),
    ),
  }
}

/** The commonest gap, or a smaller one that is nearly as common (gaps between paragraphs may be the more). */
function usualGap(gaps: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(halfPoints(gap), (counts.get(halfPoints(gap)) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const usual = [...counts].filter(([, count]) => count >= most * 0.4).map(([gap]) => gap)
  return Math.min(...usual) / 2
}

/** `indents`: this document marks new paragraphs by indenting their first line. */
export function splitParagraphs(region: Region, habits: Habits, indents: boolean): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const [at, line] of region.lines.entries()) {
    const current = paragraphs.at(-1)
    const next = region.lines[at + 1]
    const isNew =
      !current || begins(current, line, next, region, habits) || isCutShort(current, line, indents)
    if (isNew) paragraphs.push({ lines: [line], region })
    else current.lines.push(line)
  }
  return paragraphs
}

const LIST_MARK =
  /^(?:[•●▪■◦○‣⁃∙·–—\-*\uF0B7\uF0A7]\s|\(?(?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,5}|[IVXL]{1,5})[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s)/

export const listMarkOf = (text: string): string | null =>
  LIST_MARK.exec(text.trimStart())?.[0].trim() ?? null

/** The second line of a centred title: shorter or longer than the first, but about the same middle. */
function isCentredBelow(before: Line, line: Line, region: Region): boolean {
  const middle = (each: Line) => (each.x0 + each.x1) / 2
  const sameMiddle = Math.abs(middle(before) - middle(line)) < 0.7 * line.size
  const inset = isCentred(before, region) || isCentred(line, region)
  return sameMiddle && inset && Math.abs(before.x0 - line.x0) > 0.7 * line.size
}

/** Does this line begin a new paragraph? `next` is the line after it. */
function begins(
  current: Paragraph,
  line: Line,
  next: Line | undefined,
  region: Region,
  habits: Habits,
): boolean {
  const before = current.lines.at(-1)
  if (!before) return false
  const first = current.lines.length === 1
  if (!shareSize(before, line)) return true
  if (isApart(before, line, habits)) return true
  if (before.tabular || hasLeaders(before)) return !endsOpen(before)
  if (line.tabular) return !hasLeaders(line) && !endsOpen(before)
  const em = line.size
  const large = before.size > habits.size * 1.12 && line.size > habits.size * 1.12
  if (large) return before.bold !== line.bold
  if (isCentredBelow(before, line, region)) return before.bold !== line.bold || before.italic !== line.italic
  const shift = line.x0 - before.x0
  const marked = listMarkOf(line.text) !== null
  const markedBefore = listMarkOf(current.lines[0]?.text ?? '') !== null
  if (marked && markedBefore && Math.abs(line.x0 - (current.lines[0]?.x0 ?? 0)) < 0.4 * em) return true
  // the lines of a heading stand where its number or its ornament lets them
  if (before.bold && line.bold) return false
  if (!first && shift < -0.7 * em) return true
  if (shift > 0.7 * em && !isHanging(first, line, next, markedBefore)) return true
  return first && !markedBefore && isIndentedLine(line, next, region) && Math.abs(shift) < 0.4 * em
}

/** The line before ends where a further word would have fitted. */
function isCutShort({ lines, region }: Paragraph, line: Line, indents: boolean): boolean {
  const before = lines.at(-1)
  if (!before || endsOpen(before) || !hadRoom(before, line, region)) return false
  if (lines.length > 1 && isCentredBelow(before, line, region)) return false
  const room = region.right - before.x1
  const headed = before.bold !== line.bold
  return !indents || headed || endsSentence(before) || room > 0.35 * (region.right - region.left)
}

/** The first of two lines, set in against the second. */
function isIndentedLine(line: Line, next: Line | undefined, region: Region): boolean {
  const inset = 0.7 * line.size
  return next !== undefined && line.x0 - region.left > inset && line.x0 - next.x0 > inset
}

/** Small capitals change the size within a line; another size altogether is another paragraph. */
function shareSize(before: Line, line: Line): boolean {
  const ratio = line.size / before.size
  if (ratio < 1.1 && ratio > 0.91) return true
  return before.sizes.some(size => line.sizes.some(other => Math.abs(other / size - 1) < 0.05))
}

/** More white between them than between lines of one paragraph. */
function isApart(before: Line, line: Line, { pitches }: Habits): boolean {
  const gap = line.y - before.y
  if (gap <= 0) return true
  const usual = pitches.get(halfPoints(line.size)) ?? pitches.get(halfPoints(before.size)) ?? line.size * 1.3
  return gap > usual * 1.28 + 0.5
}

const hasLeaders = (line: Line): boolean => /(?:\.\s?){5,}|…{2,}|_{5,}/.test(line.text)

/** A word goes on in the next line. */
export const endsOpen = (line: Line): boolean => /\p{L}[-\u00AD\u2010]$/u.test(line.text)

/** The second line of a hanging paragraph stands further in, and so do the lines after it. */
function isHanging(first: boolean, line: Line, next: Line | undefined, marked: boolean): boolean {
  if (!first) return false
  if (!next || next.page !== line.page) return marked
  const stays = Math.abs(next.x0 - line.x0) < 0.5 * line.size
  return stays || (marked && next.x0 < line.x0)
}

/** The first word of `line` would have fitted at the end of the line before: so it was meant to stand apart. */
export function hadRoom(before: Line, line: Line, region: Region): boolean {
  const em = before.size
  if (isCentred(before, region) && isCentred(line, region)) return before.bold !== line.bold
  return rightEdge(before, region) - before.x1 > firstWordWidth(line) + 1.1 * em
}

function firstWordWidth(line: Line): number {
  const word = isUnspaced(line.text[0]) ? 2 : (/^\S+/.exec(line.text)?.[0].length ?? 1)
  return ((line.x1 - line.x0) / Math.max(1, line.text.length)) * word
}

/** Where a line of this paragraph could end: further in for quotations, which are set in on both sides. */
function rightEdge(line: Line, region: Region): number {
  if (line.x0 - region.left < 1.2 * line.size) return region.right
  const kin = region.lines.filter(
    other => Math.abs(other.x0 - line.x0) < 0.4 * line.size && Math.abs(other.y - line.y) < 8 * line.size,
  )
  const reach = Math.max(...kin.map(other => other.x1))
  const full = kin.filter(other => reach - other.x1 < 1.5 * line.size).length
  return kin.length >= 3 && full * 2 >= kin.length ? reach : region.right
}

function isCentred(line: Line, { left, right }: Region): boolean {
  const before = line.x0 - left
  const after = right - line.x1
  return before > 1.5 * line.size && after > 1.5 * line.size && Math.abs(before - after) < 1.2 * line.size
}

/** Does a paragraph that ends a column or a page go on at the beginning of the next one? */
export function goesOn(last: Paragraph, next: Paragraph, indents: boolean): boolean {
  const before = last.lines.at(-1)
  const line = next.lines[0]
  if (!before || !line || before.tabular || line.tabular || hasLeaders(before)) return false
  // on the same page only from the foot of one column to the head of the next
  if (line.page === before.page && line.y > before.y) return false
  if (!shareSize(before, line) || before.bold !== line.bold) return false
  if (endsOpen(before)) return /^\p{L}/u.test(line.text)
  if (listMarkOf(line.text) !== null) return false
  const lower = /^[\p{Ll}]/u.test(line.text)
  if (isIndented(next)) return false
  if (indents && !endsSentence(before)) return true
  if (hadRoom(before, line, last.region)) return lower && !endsSentence(before)
  if (!endsSentence(before) || lower) return true
  return indents || (isFull(before, last.region) && isJustified(last.region))
}

const isFull = (line: Line, region: Region): boolean => Math.abs(region.right - line.x1) < 0.12 * line.size

const isJustified = (region: Region): boolean =>
  region.lines.filter(line => isFull(line, region)).length > region.lines.length * 0.5

const endsSentence = (line: Line): boolean =>
  /[.!?…:;。！？؟۔]["”’»)\]]*(?:\d{1,3})?$/u.test(line.text.trimEnd())

function isIndented({ lines, region }: Paragraph): boolean {
  const [first, second] = lines
  if (!first) return false
  return (
    first.x0 - (second?.x0 ?? region.left) > 0.7 * first.size && first.x0 - region.left > 0.7 * first.size
  )
}

/** Do most paragraphs of several lines begin with an indented line? */
export function usesIndents(paragraphs: readonly Paragraph[]): boolean {
  const long = paragraphs.filter(paragraph => paragraph.lines.length >= 3)
  return long.length >= 4 && long.filter(isIndented).length > long.length * 0.5
}
