import { mapCharacters } from './character-map.ts'
import { type Candidate, exactPlaces } from './exact-places.ts'
import { mapSpan } from './mapped-span.ts'
import { type Quote, quoteAt, score, surroundings } from './quote.ts'
import { readsTheSame } from './same-words.ts'
import { placesOfWords, similarPlace, type WordPlaces } from './similar-places.ts'
import { isInWord, wholeWords } from './whole-words.ts'

/**
 * `moved`: the same words, surely in their place. `review`: a proposal that somebody must look
 * at. `lost`: no place for it; `start` is then near where it would be.
 */
export type Anchored =
  | {
      readonly state: 'moved' | 'review'
      readonly start: number
      readonly end: number
      readonly score: number
    }
  | { readonly state: 'lost'; readonly start: number; readonly score: number }

export interface ReAnchoring {
  /** where a passage of the old text is in the new one */
  span(start: number, end: number): Anchored
  /** where words are that have been lost before */
  quote(quote: Quote): Anchored
}

/** At least this sure, and no other place nearly as likely. */
const SURE = 0.9
const APART = 0.05
/** Less than this is no proposal, unless so much of a long passage is there, wherever it has gone. */
const WORTH_A_LOOK = 0.6
const MOST_OF_IT = 0.7
/** So many characters do not stand in a text twice by chance. */
const LONG = 32
/** A neighbour that has been kept like this holds a passage in its place. */
const NEIGHBOUR = 0.75

/** Finds passages of one text in another version of it. Never answers `moved` unless the words are the same. */
export function reAnchoring(from: string, to: string): ReAnchoring {
  const map = mapCharacters(from, to)
  let words: WordPlaces | undefined
  const wordsOf = () => {
    words ??= placesOfWords(to)
    return words
  }
  let taken: Uint8Array | undefined
  const takenOf = () => {
    taken ??= takenPlaces(map, to.length)
    return taken
  }

  function span(start: number, end: number): Anchored {
    const quote = quoteAt(from, start, end)
    const inPlace = placeOf(map, [from, to], { start, end }, quote)
    if (inPlace?.isSure) return found('moved', inPlace.candidate)
    return decide(quote, inPlace?.candidate ?? null, nearby(map, start), place => !isTaken(takenOf(), place))
  }

  function decide(
    quote: Quote,
    proposal: Candidate | null,
    near: number,
    isFree: (place: Candidate) => boolean,
  ): Anchored {
    const exact = exactPlaces(to, quote)
    const best = exact?.[0]
    if (exact && best && isUnmistakable(exact, quote) && isFree(best)) return found('moved', best)
    const closer = likelier(best, proposal)
    const similar = closer && isWorthALook(closer, quote) ? null : similarPlace(to, wordsOf(), quote)
    const likeliest = likelier(closer, similar)
    if (!likeliest || !isWorthALook(likeliest, quote))
      return { state: 'lost', start: near, score: likeliest?.score ?? 0 }
    return found('review', likeliest)
  }

  function quote(quote: Quote): Anchored {
    // the words that stand there may have been proposed for this very quote
    const isFree = (place: Candidate) => place.score >= SURE || !isTaken(takenOf(), place)
    return decide(quote, null, Math.floor(quote.place * to.length), isFree)
  }

  return { span, quote }
}

const found = (state: 'moved' | 'review', { start, end, score }: Candidate): Anchored => ({
  state,
  start,
  end,
  score,
})

const isWorthALook = ({ score, words }: Candidate, { exact }: Quote): boolean =>
  score >= WORTH_A_LOOK || (words >= MOST_OF_IT && exact.length >= LONG)

/** Where laying the texts side by side puts a passage, and whether its words and neighbours bear that out. */
function placeOf(
  map: Int32Array,
  [from, to]: readonly [string, string],
  { start, end }: { start: number; end: number },
  quote: Quote,
) {
  const mapped = mapSpan(map, to, { start, end })
  if (!mapped) return null
  const place = isInWord(from, start) || isInWord(from, end) ? mapped : wholeWords(to, mapped)
  const around = surroundings(to, place.start, place.end, quote)
  const isSame = readsTheSame(quote.exact, to.slice(place.start, place.end))
  const share = isSame ? 1 : place.kept / Math.max(end - start, place.end - place.start)
  const candidate = {
    start: place.start,
    end: place.end,
    words: share,
    score: score(share, around, place.start / to.length, quote.place),
  }
  const isHeld = Math.max(around.before, around.after) >= NEIGHBOUR || quote.exact.length >= LONG
  return { candidate, isSure: isSame && isHeld }
}

const likelier = (a: Candidate | null | undefined, b: Candidate | null | undefined): Candidate | null =>
  a && (!b || a.score >= b.score) ? a : (b ?? null)

function isUnmistakable(places: readonly Candidate[], quote: Quote): boolean {
  const [best, second] = places
  if (!best) return false
  if (!second) return best.score >= SURE || quote.exact.length >= LONG
  return best.score >= SURE && best.score - second.score >= APART
}

/** Which characters of the new text stand for characters of the old one. */
function takenPlaces(map: Int32Array, length: number): Uint8Array {
  const taken = new Uint8Array(length)
  for (const at of map) if (at >= 0) taken[at] = 1
  return taken
}

/** These words are those of another passage that had the same ones. */
function isTaken(taken: Uint8Array, { start, end }: Candidate): boolean {
  let count = 0
  for (let i = start; i < end; i++) count += taken[i]!
  return count > (end - start) / 2
}

/** The new place of what stood last before it and is still there. */
function nearby(map: Int32Array, start: number): number {
  for (let i = start; i >= 0; i--) if (map[i]! >= 0) return map[i]!
  return 0
}
