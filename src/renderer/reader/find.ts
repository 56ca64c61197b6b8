import type { Span } from '../../shared/model/span.ts'

/** letters and signs that are one to whoever looks for them */
const ALIKE: readonly string[] = ['iıİI', "'’‘ʼ", '"“”„«»', '-‐‑–—']

/**
 * Where the words occur, case folded. White space in them stands for any white space, so
 * that a phrase is found over the end of a line; quotation marks and hyphens are alike.
 */
export function findWords(text: string, words: string): Span[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = [...wanted.replace(/\s+/gu, ' ')].map(patternOf).join('')
  const found: Span[] = []
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

function patternOf(character: string): string {
  if (character === ' ') return '\\s+'
  const alike = ALIKE.find(set => set.includes(character))
  return alike ? `[${alike.replace('-', '\\-')}]` : character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')
}

/** The hit at or after an offset, going round at the end; -1 where there is none. */
export function hitFrom(hits: readonly Span[], offset: number): number {
  if (hits.length === 0) return -1
  return Math.max(
    0,
    hits.findIndex(({ start }) => start >= offset),
  )
}
