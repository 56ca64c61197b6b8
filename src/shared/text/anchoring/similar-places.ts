import { mapCharacters } from './character-map.ts'
import type { Candidate } from './exact-places.ts'
import { mapSpan } from './mapped-span.ts'
import { type Quote, score, surroundings } from './quote.ts'

const WORD = /[\p{L}\p{M}\p{N}]{3,}/gu
/** A word that stands in more places does not help to find one. */
const MOST_PLACES = 60
/** So many of the likeliest windows are looked at closely. */
const MOST_WINDOWS = 3
/** Longer quotes are not searched for: their parts are found by laying the texts side by side. */
const LONGEST_QUOTE = 5000

/** Where which word stands; made once for a text and asked for every quote that has been lost in it. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>

export function placesOfWords(text: string): WordPlaces {
  const places = new Map<string, number[]>()
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = plain(word)
    const list = places.get(key)
    if (list) list.push(index)
    else places.set(key, [index])
  }
  return places
}

const plain = (word: string): string => word.normalize('NFC').toLowerCase()

/** The likeliest place of a quote whose words were altered: where most of its rarer words stand together. */
export function similarPlace(text: string, places: WordPlaces, quote: Quote): Candidate | null {
  if (quote.exact.length > LONGEST_QUOTE) return null
  let best: Candidate | null = null
  for (const begin of likelyBegins(places, quote.exact)) {
    const candidate = lookClosely(text, begin, quote)
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best
}

/** Each rarer word votes for where the quote would begin if this were its place. */
function likelyBegins(places: WordPlaces, exact: string): number[] {
  const votes = new Map<number, number>()
  const width = Math.max(40, exact.length / 2)
  for (const { 0: word, index } of exact.matchAll(WORD)) {
    const found = places.get(plain(word)) ?? []
    if (found.length > MOST_PLACES) continue
    for (const at of found) {
      const slot = Math.floor((at - index) / width)
      votes.set(slot, (votes.get(slot) ?? 0) + 1)
    }
  }
  return [...votes]
    .map(([slot]) => ({ slot, count: (votes.get(slot) ?? 0) + (votes.get(slot + 1) ?? 0) }))
    .sort((a, b) => b.count - a.count || a.slot - b.slot)
    .slice(0, MOST_WINDOWS)
    .map(({ slot }) => slot * width)
}

function lookClosely(text: string, begin: number, quote: Quote): Candidate | null {
  const slack = Math.max(80, quote.exact.length)
  const from = Math.max(0, Math.floor(begin - slack))
  const window = text.slice(from, Math.min(text.length, Math.ceil(begin + quote.exact.length + 2 * slack)))
  // with what stood around it, so that altered words at its edges are taken in
  const known = quote.before + quote.exact + quote.after
  const span = mapSpan(mapCharacters(known, window), window, {
    start: quote.before.length,
    end: quote.before.length + quote.exact.length,
  })
  if (!span) return null
  const start = from + span.start
  const end = from + span.end
  const words = span.kept / Math.max(quote.exact.length, span.end - span.start)
  return {
    start,
    end,
    words,
    score: score(words, surroundings(text, start, end, quote), start / text.length, quote.place),
  }
}
