import { bulletOf } from './dingbats.ts'
import * as numerals from './numerals.ts'
import { child, type Element, elements } from './xml.ts'

/** Lists of Word: every numbered paragraph only says "next of list 5, level 2"; the rest is counting. */
export interface Numbering {
  /** The mark this paragraph shows ("3.1.2", "(a)", "•"), counting it; null if the list does not exist. */
  next(list: string, level: number): string | null
  /** the level of a list that is tied to a paragraph style */
  levelOfStyle(list: string, style: string): number | null
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  readonly restartAfter: number | null
  readonly legal: boolean
  readonly style: string | null
  readonly font: string
}

interface List {
  /** lists of one family count together */
  readonly family: string
  readonly levels: ReadonlyMap<number, Level>
  readonly restarts: ReadonlyMap<number, number>
}

const NO_LIST: List = { family: '', levels: new Map(), restarts: new Map() }

/** `listOfStyle`: the list a numbering style stands for, by the style's id. */
export function createNumbering(
  root: Element | undefined,
  listOfStyle: (style: string) => string | null,
): Numbering {
  const lists = readLists(root, listOfStyle)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  function next(id: string, depth: number): string | null {
    const list = lists.get(id)
    const level = list?.levels.get(depth)
    if (!list || !level) return null
    const counts = counters.get(list.family) ?? []
    counters.set(list.family, counts)
    if (!begun.has(id)) {
      begun.add(id)
      for (const [at, start] of list.restarts) counts[at] = start - 1
    }
    counts[depth] = (counts[depth] ?? level.start - 1) + 1
    resetDeeper(list, counts, depth)
    return markOf(list, level, counts)
  }

  function levelOfStyle(id: string, style: string): number | null {
    for (const [depth, level] of lists.get(id)?.levels ?? []) if (level.style === style) return depth
    return null
  }

  return { next, levelOfStyle }
}

function resetDeeper(list: List, counts: (number | undefined)[], depth: number): void {
  for (let deeper = depth + 1; deeper < counts.length; deeper++) {
    const after = list.levels.get(deeper)?.restartAfter
    const stays = after === 0 || (after !== null && after !== undefined && depth >= after)
    if (!stays) counts[deeper] = undefined
  }
}

function markOf(list: List, own: Level, counts: readonly (number | undefined)[]): string {
  if (own.format === 'bullet') return bulletOf(own.text, own.font) || '•'
  if (own.format === 'none') return own.text.replace(/%\d/g, '').trim()
  return own.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const depth = Number(digit) - 1
      const level = list.levels.get(depth)
      const value = counts[depth] ?? level?.start ?? 1
      const legal = own.legal && level?.format !== 'bullet' && level?.format !== 'none'
      return numeralOf(legal ? 'decimal' : (level?.format ?? 'decimal'))(value)
    })
    .trim()
}

function readLists(
  root: Element | undefined,
  listOfStyle: (style: string) => string | null,
): Map<string, List> {
  const families = new Map<string, Element>()
  for (const family of elements(root, 'w:abstractNum'))
    families.set(family.attributes['w:abstractNumId'] ?? '', family)
  const numbers = new Map<string, Element>()
  for (const number of elements(root, 'w:num')) numbers.set(number.attributes['w:numId'] ?? '', number)

  const levelsOf = (family: string, hops: number): ReadonlyMap<number, Level> => {
    const element = families.get(family)
    const style = child(element, 'w:numStyleLink')?.attributes['w:val']
    const linked = style === undefined ? null : listOfStyle(style)
    if (linked !== null && hops < 8) return levelsOf(familyOf(numbers.get(linked)), hops + 1)
    return new Map(elements(element, 'w:lvl').map(level => [depthOf(level), readLevel(level)]))
  }

  const lists = new Map<string, List>()
  for (const [id, number] of numbers) {
    const family = familyOf(number)
    lists.set(id, withOverrides({ ...NO_LIST, family, levels: levelsOf(family, 0) }, number))
  }
  return lists
}

const familyOf = (number: Element | undefined): string =>
  child(number, 'w:abstractNumId')?.attributes['w:val'] ?? ''
const depthOf = (level: Element): number => Number(level.attributes['w:ilvl'] ?? 0)

function withOverrides(list: List, number: Element): List {
  const levels = new Map(list.levels)
  const restarts = new Map<number, number>()
  for (const override of elements(number, 'w:lvlOverride')) {
    const level = child(override, 'w:lvl')
    if (level) levels.set(depthOf(override), readLevel(level))
    const start = child(override, 'w:startOverride')?.attributes['w:val']
    if (start !== undefined) restarts.set(depthOf(override), Number(start))
  }
  return { ...list, levels, restarts }
}

function readLevel(level: Element): Level {
  const value = (name: string) => child(level, name)?.attributes['w:val']
  const legal = child(level, 'w:isLgl')
  const restart = value('w:lvlRestart')
  const fonts = child(child(level, 'w:rPr'), 'w:rFonts')?.attributes ?? {}
  // formats newer than 2006 hide in a compatibility wrapper; its fallback is plain decimal
  const format = value('w:numFmt') ?? (child(level, 'mc:AlternateContent') ? 'decimalZero' : 'decimal')
  return {
    format,
    text: value('w:lvlText') ?? '',
    start: Number(value('w:start') ?? 0),
    restartAfter: restart === undefined ? null : Number(restart),
    legal: legal !== undefined && !['0', 'false', 'off'].includes(legal.attributes['w:val'] ?? ''),
    style: value('w:pStyle') ?? null,
    font: fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '',
  }
}

const upper =
  (numeral: numerals.Numeral): numerals.Numeral =>
  value =>
    numeral(value).toUpperCase()

const NUMERALS: Readonly<Record<string, numerals.Numeral>> = {
  decimalZero: value => String(value).padStart(2, '0'),
  lowerRoman: numerals.roman,
  upperRoman: upper(numerals.roman),
  lowerLetter: numerals.repeatedLetters(numerals.LATIN),
  upperLetter: upper(numerals.repeatedLetters(numerals.LATIN)),
  ordinal: numerals.ordinal,
  russianLower: numerals.repeatedLetters(numerals.CYRILLIC),
  russianUpper: upper(numerals.repeatedLetters(numerals.CYRILLIC)),
  hebrew1: numerals.repeatedLetters(numerals.HEBREW),
  hebrew2: numerals.repeatedLetters(numerals.HEBREW),
  arabicAlpha: numerals.repeatedLetters(numerals.ARABIC),
  arabicAbjad: numerals.repeatedLetters(numerals.ABJAD),
  thaiLetters: numerals.repeatedLetters(numerals.THAI),
  thaiNumbers: numerals.inDigits(numerals.THAI_DIGITS),
  hindiNumbers: numerals.inDigits(numerals.DEVANAGARI_DIGITS),
  decimalEnclosedCircle: numerals.enclosed(0x2460, 20),
  decimalEnclosedParen: numerals.enclosed(0x2474, 20),
  decimalEnclosedFullstop: numerals.enclosed(0x2488, 20),
  chineseCounting: numerals.han,
  chineseCountingThousand: numerals.han,
  japaneseCounting: numerals.han,
  taiwaneseCounting: numerals.han,
  ideographDigital: numerals.han,
  numberInDash: value => `- ${value} -`,
  none: () => '',
}

export const numeralOf = (format: string): numerals.Numeral => NUMERALS[format] ?? numerals.decimal
