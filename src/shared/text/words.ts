import { lowerBound } from '../model/lower-bound.ts'

/**
 * A word is a run of letters, marks and digits, with apostrophes and hyphens inside it
 * ("state's", "win-win", "2024-1347" are one each). In scripts written without spaces
 * (Chinese, Japanese, Thai, Lao, Khmer, Burmese) words are those of Intl.Segmenter.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\u2010\u2011-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Where the words of one text are: `starts[i]` to `ends[i]`, ascending. */
export interface WordIndex {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export function indexWords(text: string): WordIndex {
  const starts: number[] = []
  const ends: number[] = []
  const add = (start: number, end: number) => {
    starts.push(start)
    ends.push(end)
  }
  const unspaced = UNSPACED.test(text)
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    if (unspaced && UNSPACED.test(word)) splitUnspaced(word, match.index, add)
    else add(match.index, match.index + word.length)
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function splitUnspaced(word: string, at: number, add: (start: number, end: number) => void): void {
  for (const part of segmenter.segment(word)) {
    if (part.isWordLike) add(at + part.index, at + part.index + part.segment.length)
  }
}

export const countWords = (text: string): number => indexWords(text).starts.length

/** Words that lie in [start, end) with at least one character: the same as counting the words of the slice. */
export function wordsBetween(index: WordIndex, start: number, end: number): number {
  return firstAtLeast(index.starts, end) - firstAtLeast(index.ends, start + 1)
}

/** Index of the first value >= limit in an ascending array. */
const firstAtLeast = (values: Uint32Array, limit: number): number =>
  lowerBound(values.length, index => values[index]! >= limit)
