import { isCjk } from './lines.ts'
import type { PdfItem } from './model.ts'

/** What is known of a font: in parts of its size. */
export interface FontMetrics {
  readonly ascent: number
  readonly descent: number
  /** of a character, or of several that one glyph stands for */
  readonly widths: ReadonlyMap<string, number>
  /** characters of the longest of them */
  readonly longest: number
}

type Drawn = Pick<PdfItem, 'text' | 'width' | 'em' | 'vertical'>

/** One glyph: `units` UTF-16 units of the text from `at`. */
interface Glyph {
  readonly at: number
  readonly units: number
  readonly width: number
  readonly isKnown: boolean
  readonly isBlank: boolean
  readonly endsSentence: boolean
}

/**
 * How far each UTF-16 unit of an item takes the pen. Files say how wide a whole item is; the
 * font says how wide its glyphs are; what is left is the white between words, or, where there
 * is too much or too little of it, between letters. The sum is the item's width.
 */
export function advancesOf(item: Drawn, font: FontMetrics | null): number[] {
  const glyphs = glyphsOf(item, font)
  const widths = spaced(glyphs, item.em > 0 ? item.width / item.em : 0, font)
  return spread(item, glyphs, widths)
}

function glyphsOf({ text, vertical }: Drawn, font: FontMetrics | null): Glyph[] {
  const glyphs: Glyph[] = []
  for (let at = 0; at < text.length; ) {
    const glyph = glyphAt(text, at, vertical, font)
    glyphs.push(glyph)
    at += glyph.units
  }
  return glyphs
}

function glyphAt(text: string, at: number, vertical: boolean, font: FontMetrics | null): Glyph {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const isBlank = /\s/.test(character)
  const one = { at, units: character.length, isBlank, endsSentence: /[.?!:”"]/.test(character) }
  if (vertical) return { ...one, width: isBlank ? 0.5 : 1, isKnown: false }
  for (let units = Math.min(font?.longest ?? 0, text.length - at); units > character.length; units--) {
    const width = font?.widths.get(text.slice(at, at + units))
    if (width !== undefined) return { ...one, units, width, isKnown: true }
  }
  const known = font?.widths.get(character)
  return { ...one, width: known ?? usualWidth(character), isKnown: known !== undefined }
}

/** Of Latin text type; other scripts by rule of thumb. */
const USUAL: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/\s/, 0.25],
  [/[ijltfrI.,;:'’‘`|!()[\]{}/\\-]/, 0.3],
  [/[mwMW—…%@&]/, 0.8],
  [/\p{Lu}/u, 0.67],
  [/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/, 0.45],
]

export function usualWidth(character: string): number {
  if (isCjk(character)) return 1
  return USUAL.find(([pattern]) => pattern.test(character))?.[1] ?? 0.5
}

/** A blank may be so much narrower or wider than the font has it before the letters must have been spaced. */
const NARROWEST = 0.66
const WIDEST = 3.2

function spaced(glyphs: readonly Glyph[], total: number, font: FontMetrics | null): number[] {
  const letters = glyphs.reduce((sum, glyph) => sum + (glyph.isBlank ? 0 : glyph.width), 0)
  const blank = font?.widths.get(' ') ?? 0.25
  const blanks = blanksOf(glyphs, total - letters, font)
  const count = blanks.reduce((sum, one) => sum + one, 0)
  const each = count === 0 ? 0 : (total - letters) / count
  if (count > 0 && each >= blank * NARROWEST && each <= blank * WIDEST)
    return glyphs.map((glyph, at) => (glyph.isBlank ? each * (blanks[at] ?? 0) : glyph.width))
  if (glyphs.some(glyph => !glyph.isKnown && !glyph.isBlank)) return glyphs.map(glyph => glyph.width)
  return letterspaced(glyphs, total - letters, blank)
}

/** How many blanks stand at each place: two after a sentence, where that accounts for what is left; the file tells of one. */
function blanksOf(glyphs: readonly Glyph[], left: number, font: FontMetrics | null): number[] {
  const blank = font?.widths.get(' ')
  const single = glyphs.map((glyph): number => (glyph.isBlank ? 1 : 0))
  if (blank === undefined) return single
  const isEnd = (at: number) => glyphs[at]?.isBlank === true && glyphs[at - 1]?.endsSentence === true
  const ends = glyphs.filter((_, at) => isEnd(at)).length
  const count = single.reduce((sum, one) => sum + one, 0)
  const more = left - count * blank
  if (ends === 0 || Math.abs(more - ends * blank) > ends * blank * 0.2) return single
  return single.map((one, at) => (isEnd(at) ? 2 : one))
}

function letterspaced(glyphs: readonly Glyph[], left: number, blank: number): number[] {
  const blanks = glyphs.filter(glyph => glyph.isBlank).length
  const gaps = glyphs.filter(
    (glyph, at) => at < glyphs.length - 1 && (glyph.isBlank || glyph.width > 0),
  ).length
  const wider = gaps === 0 ? 0 : (left - blanks * blank) / gaps
  return glyphs.map((glyph, at) => {
    const width = glyph.isBlank ? blank : glyph.width
    return width > 0 && at < glyphs.length - 1 ? Math.max(0, width + wider) : width
  })
}

/** From parts of the size to points, with the item's own width as their sum. */
function spread({ text, width }: Drawn, glyphs: readonly Glyph[], widths: readonly number[]): number[] {
  const sum = widths.reduce((all, one) => all + one, 0)
  const advances = new Array<number>(text.length).fill(sum > 0 ? 0 : width / text.length)
  if (sum <= 0) return advances
  for (const [index, { at, units }] of glyphs.entries()) {
    const points = ((widths[index] ?? 0) * width) / sum
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff
    // one character of two units is not divided; several that share a glyph are
    if (isPair && units === 2) advances[at] = points
    else for (let unit = 0; unit < units; unit++) advances[at + unit] = points / units
  }
  return advances
}
