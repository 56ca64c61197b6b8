import type { MappedSpan } from './mapped-span.ts'

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Of a word that was altered a proposal takes the whole, not the letters that stayed. */
export function wholeWords(text: string, span: MappedSpan): MappedSpan {
  let { start, end } = span
  while (isInWord(text, start)) start--
  while (isInWord(text, end)) end++
  return { ...span, start, end }
}

/** Does this offset divide a word? */
export function isInWord(text: string, offset: number): boolean {
  const [before, after] = [text[offset - 1], text[offset]]
  return before !== undefined && after !== undefined && LETTER.test(before) && LETTER.test(after)
}
