import { type Quote, score, surroundings } from './quote.ts'

export interface Candidate {
  readonly start: number
  readonly end: number
  readonly score: number
  /** how much of the words themselves is there */
  readonly words: number
}

/** A quote that occurs more often than this says nothing by itself. */
const MOST_PLACES = 200

/** All places where exactly these words stand, the likeliest first; null if there are too many to tell them apart. */
export function exactPlaces(text: string, quote: Quote): Candidate[] | null {
  if (quote.exact.trim() === '') return []
  const starts: number[] = []
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    starts.push(at)
    if (starts.length > MOST_PLACES) return null
  }
  return starts
    .map(start => {
      const end = start + quote.exact.length
      return {
        start,
        end,
        words: 1,
        score: score(1, surroundings(text, start, end, quote), start / text.length, quote.place),
      }
    })
    .sort((a, b) => b.score - a.score || a.start - b.start)
}
