import { lengthOf } from './model.ts'
import type { Habits, Paragraph } from './paragraphs.ts'

const LONGEST = 250
const LONGEST_BOLD = 120

/**
 * Which paragraphs are headings, and of which level: larger type than the body's, the
 * largest first; short lines in bold come below them.
 */
export function findHeadings(paragraphs: readonly Paragraph[], habits: Habits): Map<Paragraph, number> {
  const large = paragraphs.filter(paragraph => isLarge(paragraph, habits))
  const steps = sizeSteps(large.map(sizeOf))
  const headings = new Map<Paragraph, number>()
  for (const paragraph of large) headings.set(paragraph, Math.min(6, levelOf(sizeOf(paragraph), steps)))
  for (const paragraph of boldShare(paragraphs) > 0.3 ? [] : paragraphs) {
    if (headings.has(paragraph)) continue
    if (isBoldLine(paragraph, habits) || isNumbered(paragraph)) {
      headings.set(paragraph, Math.min(6, steps.length + 1))
    }
  }
  return deepened(headings)
}

/**
 * 2 above 2.1 above 2.1.3: numbered headings take their level from their number, counted
 * from the level of those with a single one.
 */
function deepened(headings: ReadonlyMap<Paragraph, number>): Map<Paragraph, number> {
  const numbered = [...headings].filter(([paragraph]) => depthOf(paragraph) > 0)
  const deep = numbered.filter(([paragraph]) => depthOf(paragraph) > 1)
  if (deep.length < 2) return new Map(headings)
  const shallow = numbered.filter(([paragraph]) => depthOf(paragraph) === 1)
  const base = Math.min(...(shallow.length > 0 ? shallow : deep).map(([, level]) => level))
  const levelOf = (paragraph: Paragraph, level: number) => {
    const depth = depthOf(paragraph)
    return depth === 0 ? level : Math.min(6, base + depth - 1)
  }
  return new Map([...headings].map(([each, level]) => [each, levelOf(each, level)]))
}

const NUMBER = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u

function depthOf(paragraph: Paragraph): number {
  return NUMBER.exec(textOf(paragraph))?.[1]?.split('.').length ?? 0
}

/** A short line by itself that begins with a number of several parts and ends like no sentence. */
function isNumbered(paragraph: Paragraph): boolean {
  const text = textOf(paragraph)
  const { lines } = paragraph
  const plain = lines.length <= 2 && text.length <= LONGEST_BOLD && !lines.some(line => line.tabular)
  return plain && depthOf(paragraph) >= 2 && !/(?:\.\s?){4,}|[.,;:?!]["”’)]?$/.test(text)
}

const sizeOf = ({ lines }: Paragraph): number => Math.max(...lines.map(line => line.size))
const textOf = ({ lines }: Paragraph): string => lines.map(line => line.text).join(' ')

function isLarge(paragraph: Paragraph, { size }: Habits): boolean {
  const text = textOf(paragraph)
  return sizeOf(paragraph) >= size * 1.12 && text.length <= LONGEST && hasWord(text)
}

function isBoldLine(paragraph: Paragraph, { size }: Habits): boolean {
  const { lines } = paragraph
  const text = textOf(paragraph)
  if (lines.length > 3 || text.length > LONGEST_BOLD || !hasWord(text)) return false
  if (lines.some(line => !line.bold || line.tabular || line.size < size * 0.95)) return false
  return !/[.,;:?!]["”’)]?$/.test(text)
}

const hasWord = (text: string): boolean => /\p{L}{2}|[\u3040-\u9FFF]/u.test(text)

/**
 * Distinct sizes, the largest first; sizes that differ by less than the eye sees count as
 * one. Those used once belong to the title page and share the first level.
 */
function sizeSteps(sizes: readonly number[]): number[] {
  const steps: { size: number; times: number }[] = []
  for (const size of [...sizes].sort((a, b) => b - a)) {
    const last = steps.at(-1)
    if (last === undefined || size < last.size * 0.96) steps.push({ size, times: 1 })
    else last.times++
  }
  const titles = steps.findIndex(step => step.times > 1)
  const shared = titles > 1 ? steps.slice(titles - 1) : steps
  return shared.map(step => step.size)
}

const levelOf = (size: number, steps: readonly number[]): number =>
  steps.findIndex(step => size >= step * 0.96) + 1

function boldShare(paragraphs: readonly Paragraph[]): number {
  const lines = paragraphs.flatMap(paragraph => paragraph.lines)
  return lengthOf(lines.filter(line => line.bold)) / Math.max(1, lengthOf(lines))
}
