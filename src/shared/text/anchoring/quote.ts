import { splitsPair } from '../boundaries.ts'
import { likeness } from './same-words.ts'

/** What a segment is known by when its text has gone: its words and what stood around them. */
export interface Quote {
  readonly exact: string
  readonly before: string
  readonly after: string
  /** where it began, as a share of its text's length */
  readonly place: number
}

/** As the W3C's text quote selector has it. */
export const CONTEXT = 32

export function quoteAt(text: string, start: number, end: number): Quote {
  return {
    exact: text.slice(start, end),
    before: text.slice(snapDown(text, Math.max(0, start - CONTEXT)), start),
    after: text.slice(end, snapUp(text, Math.min(text.length, end + CONTEXT))),
    place: text.length === 0 ? 0 : start / text.length,
  }
}

export const snapDown = (text: string, offset: number): number => offset - (splitsPair(text, offset) ? 1 : 0)
export const snapUp = (text: string, offset: number): number => offset + (splitsPair(text, offset) ? 1 : 0)

export interface Surroundings {
  readonly before: number
  readonly after: number
}

/** How much of what stood around the quote stands around this place; of what is not known, all. */
export function surroundings(text: string, start: number, end: number, quote: Quote): Surroundings {
  const before = text.slice(Math.max(0, start - quote.before.length), start)
  const after = text.slice(end, end + quote.after.length)
  return {
    before: quote.before === '' ? 1 : likeness(quote.before, before),
    after: quote.after === '' ? 1 : likeness(quote.after, after),
  }
}

/** Words count most, then what stands around them, then the place: the weights of Hypothesis' anchoring. */
export function score(
  words: number,
  { before, after }: Surroundings,
  place: number,
  wasPlace: number,
): number {
  return (50 * words + 20 * before + 20 * after + 2 * (1 - Math.min(1, Math.abs(place - wasPlace)))) / 92
}
