import { bulletOf } from './dingbats.ts'
import * as numerals from './numerals.ts'
import { child, type Element, elements } from './xml.ts'

interface Level {
  readonly bullet: string | null
  readonly format: string
  readonly letterSync: boolean
  readonly prefix: string
  readonly suffix: string
  /** how many levels are shown: 3 for "3.1.2" */
  readonly shown: number
  readonly start: number
  /** ODF 1.3: the whole pattern, "%1%.%2%)" */
  readonly pattern: string | null
}

type ListStyle = ReadonlyMap<number, Level>

/** The counting of one list (and of those that continue it). */
export interface Counting {
  readonly style: string
  readonly counts: (number | undefined)[]
}

export interface OdtLists {
  /** a list begins at the top: it counts anew unless it says that it continues another */
  begin(list: Element, style: string): Counting
  /** the mark of the next item at this level (from 1), counting it */
  next(counting: Counting, style: string, level: number, start: number | null): string
  /** the number of the next heading; '' if headings are not numbered */
  nextHeading(level: number, restart: number | null): string
}

export function createOdtLists(roots: readonly (Element | null)[]): OdtLists {
  const styles = new Map<string, ListStyle>()
  let outline: ListStyle = new Map()
  for (const part of roots.flatMap(root => elements(root ?? undefined))) {
    for (const style of elements(part)) {
      if (style.name === 'text:list-style')
        styles.set(style.attributes['style:name'] ?? '', readLevels(style))
      if (style.name === 'text:outline-style') outline = readLevels(style)
    }
  }
  const byId = new Map<string, Counting>()
  const byStyle = new Map<string, Counting>()
  const headings: Counting = { style: '', counts: [] }

  function begin(list: Element, style: string): Counting {
    const { 'text:continue-list': other, 'text:continue-numbering': goesOn, 'xml:id': id } = list.attributes
    const continued =
      other !== undefined ? byId.get(other) : goesOn === 'true' ? byStyle.get(style) : undefined
    const counting = continued ?? { style, counts: [] }
    if (id !== undefined) byId.set(id, counting)
    byStyle.set(style, counting)
    return counting
  }

  return {
    begin,
    next: (counting, style, level, start) =>
      count(styles.get(style) ?? new Map(), counting.counts, level, start),
    nextHeading: (level, restart) => count(outline, headings.counts, level, restart),
  }
}

function count(
  style: ListStyle,
  counts: (number | undefined)[],
  level: number,
  start: number | null,
): string {
  const own = style.get(level)
  counts[level] = start ?? (counts[level] ?? (own?.start ?? 1) - 1) + 1
  counts.length = level + 1
  if (!own) return ''
  if (own.bullet !== null) return own.bullet
  if (own.format === '') return own.pattern === null ? `${own.prefix}${own.suffix}`.trim() : ''
  const shown = (depth: number): string => {
    const at = style.get(depth)
    return at && at.format !== '' ? numeralOf(at)(counts[depth] ?? at.start) : ''
  }
  if (own.pattern !== null)
    return own.pattern.replace(/%(\d+)%/g, (_, depth: string) => shown(Number(depth))).trim()
  const numbers: string[] = []
  for (let depth = Math.max(1, level - own.shown + 1); depth <= level; depth++) numbers.push(shown(depth))
  return `${own.prefix}${numbers.filter(number => number !== '').join('.')}${own.suffix}`.trim()
}

function readLevels(style: Element): ListStyle {
  const levels = new Map<number, Level>()
  for (const level of elements(style)) {
    const said = level.attributes
    const isBullet =
      level.name === 'text:list-level-style-bullet' || level.name === 'text:list-level-style-image'
    levels.set(Number(said['text:level'] ?? 1), {
      bullet: isBullet ? bulletOf(said['text:bullet-char'] ?? '•', fontOf(level)) : null,
      format: said['style:num-format'] ?? '',
      letterSync: said['style:num-letter-sync'] === 'true',
      prefix: said['style:num-prefix'] ?? '',
      suffix: said['style:num-suffix'] ?? '',
      shown: Number(said['text:display-levels'] ?? 1),
      start: Number(said['text:start-value'] ?? 1),
      pattern: said['style:num-list-format'] ?? null,
    })
  }
  return levels
}

function fontOf(level: Element): string {
  const said = child(level, 'style:text-properties')?.attributes ?? {}
  return (said['style:font-name'] ?? said['fo:font-family'] ?? '').replaceAll("'", '')
}

function numeralOf(level: Level): numerals.Numeral {
  const letters = level.letterSync ? numerals.repeatedLetters : numerals.countingLetters
  switch (level.format) {
    case 'a':
      return letters(numerals.LATIN)
    case 'A':
      return value => letters(numerals.LATIN)(value).toUpperCase()
    case 'i':
      return numerals.roman
    case 'I':
      return value => numerals.roman(value).toUpperCase()
    case '①, ②, ③, ...':
      return numerals.enclosed(0x2460, 20)
    case '一, 二, 三, ...':
      return numerals.han
    case '١, ٢, ٣, ٤, ...':
      return numerals.inDigits(numerals.ARABIC_DIGITS)
    case 'أ, ب, ت, ...':
      return numerals.repeatedLetters(numerals.ARABIC)
    case 'א, ב, ג, ...':
      return numerals.repeatedLetters(numerals.HEBREW)
    case 'ก, ข, ฃ, ...':
      return numerals.repeatedLetters(numerals.THAI)
    case 'α, β, γ, ... (gr)':
      return numerals.repeatedLetters(numerals.GREEK)
    default:
      return numerals.decimal
  }
}

/** The list style of a list: its own, or that of the list around it. */
export function listStyleOf(list: Element, outer: string): string {
  return list.attributes['text:style-name'] ?? outer
}

/** Some writers put the shown number itself into the file. */
export function writtenNumber(element: Element): string | null {
  const number = child(element, 'text:number')
  return number
    ? number.children
        .filter(node => typeof node === 'string')
        .join('')
        .trim()
    : null
}
