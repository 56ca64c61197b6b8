import type { Span } from '../../shared/model/span.ts'
import { type Folded, foldForFinding } from './folded-text.ts'

export interface FindHow {
  /** capitals and small letters are not the same */
  readonly matchCase: boolean
  /** what is found is no part of a longer word */
  readonly wholeWords: boolean
}

export const ANYHOW: FindHow = { matchCase: false, wholeWords: false }

/** Where the words occur. White space in them stands for any white space, so that a phrase is found over the end of a line. */
export function findWords(text: string, words: string, how: FindHow = ANYHOW): Span[] {
  return findFolded(foldForFinding(text), words, how)
}

export function findFolded(folded: Folded, words: string, { matchCase, wholeWords }: FindHow): Span[] {
  const wanted = foldForFinding(words.trim()).text.trim()
  if (wanted === '') return []
  const pattern = wanted.split(/\s+/u).map(escaped).join('\\s+')
  const found: Span[] = []
  for (const match of folded.text.matchAll(new RegExp(pattern, matchCase ? 'gu' : 'giu'))) {
    const end = match.index + match[0].length
    if (wholeWords && !isWhole(folded.text, match.index, end)) continue
    found.push(folded.spanOf(match.index, end))
  }
  return found
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

const wordsOf = new Intl.Segmenter(undefined, { granularity: 'word' })
const IN_WORDS = /[\p{L}\p{N}\p{M}_]/u
/** writing without spaces between words: where one ends is a matter of dictionaries */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const REACH = 60

function isWhole(text: string, start: number, end: number): boolean {
  return isEdge(text, start) && isEdge(text, end)
}

/** Whether a word begins or ends here. */
function isEdge(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...text.slice(at, at + 2)][0] ?? ''
  if (!IN_WORDS.test(before) || !IN_WORDS.test(after)) return true
  if (!UNSPACED.test(before) && !UNSPACED.test(after)) return false
  const from = Math.max(0, at - REACH)
  return wordsOf.segment(text.slice(from, at + REACH)).containing(at - from)?.index === at - from
}

/** The hit at or after an offset, going round at the end; -1 where there is none. */
export function hitFrom(hits: readonly Span[], offset: number): number {
  if (hits.length === 0) return -1
  return Math.max(
    0,
    hits.findIndex(({ start }) => start >= offset),
  )
}
