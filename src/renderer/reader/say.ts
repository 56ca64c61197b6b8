import type { Segment } from '../../shared/contract/segments.ts'
import { areaInWords } from '../../shared/model/area.ts'
import { splitPath } from '../../shared/model/code-path.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import { countWords } from '../../shared/text/words.ts'
import { codeNames, type ReaderData, type ReaderModel } from './model.ts'

/** Sentences about segments: for the live region, for paragraphs, for bars. Pure. */

/** made once: every paragraph of a document has its numbers said */
const numbers = new Intl.NumberFormat('en')

export const count = (n: number, noun: string) => `${numbers.format(n)} ${noun}${n === 1 ? '' : 's'}`

/** "Return applied, 31 words, 2 codes here" */
export function appliedWords(names: readonly string[], text: string, span: Span, codesHere: number): string {
  const words = countWords(text.slice(span.start, span.end))
  return `${names.join(', ')} applied, ${count(words, 'word')}, ${count(codesHere, 'code')} here`
}

/** "Return applied to area on page 4, 2 codes here" */
export const appliedToArea = (names: readonly string[], area: string, codesHere: number): string =>
  `${names.join(', ')} applied to ${area.charAt(0).toLowerCase()}${area.slice(1)}, ${count(codesHere, 'code')} here`

export const sameWords = (names: readonly string[]): string =>
  `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} on this passage already. Nothing was changed.`

/** "3 codes: Return, Protection; 1 comment": what a paragraph carries, or nothing. */
export function carriedWords(segments: readonly Segment[], data: ReaderData): string {
  const names = [...new Set(segments.flatMap(segment => codeNames(segment, data)))]
  const comments = segments.filter(({ comment }) => comment !== '').length
  const parts = names.length > 0 ? [`${count(names.length, 'code')}: ${names.join(', ')}`] : []
  if (comments > 0) parts.push(count(comments, 'comment'))
  return parts.join('; ')
}

const OPENING = 80

/** The first words of a passage, with "…" where there are more. */
export function openingWords(text: string, { start, end }: Span, most = OPENING): string {
  const words = text
    .slice(start, Math.min(end, start + most + 40))
    .replace(/\s+/gu, ' ')
    .trim()
  if (words.length <= most && start + words.length >= end) return words
  return words.length <= most ? words : `${trimAtWord(words, most)}…`
}

/** At most so many characters, cut between words where that leaves half of it; never within a character. */
export function trimAtWord(words: string, most: number): string {
  if (words.length <= most) return words
  const cut = [...words.slice(0, most + 1)].slice(0, -1).join('')
  const space = cut.lastIndexOf(' ')
  const whole = words[cut.length] === ' ' || space < most / 2 ? cut : cut.slice(0, space)
  return whole.slice(0, most).trimEnd()
}

type Readable = Pick<ReaderModel, 'text' | 'structure'>

/** "Area on page iv (4)" */
export const areaWords = ({ structure }: Pick<Readable, 'structure'>, area: Area): string =>
  areaInWords(area, structure.pages[area.page]?.label ?? '')

/** The first words of a segment; of an area, which has none, what it is. */
export function wordsOf(
  readable: Readable,
  place: Span & { readonly area?: Area | undefined },
  most = OPENING,
) {
  return place.area ? areaWords(readable, place.area) : openingWords(readable.text, place, most)
}

/** "3:10, Return, Protection: They shall be returned…" */
export function segmentWords(segment: Segment, readable: Readable, data: ReaderData): string {
  const names = codeNames(segment, data)
  return `${segment.reference}, ${names.length > 0 ? names.join(', ') : 'no code'}: ${wordsOf(readable, segment)}`
}

export const shownPath = (path: string) => splitPath(path).join(' › ')
