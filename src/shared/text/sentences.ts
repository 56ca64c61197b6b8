import type { Span } from '../model/span.ts'
import { BEFORE_NUMBER, GERMAN_MONTHS, MAYBE_LAST, NEVER_LAST, STARTERS } from './abbreviations.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentences of one paragraph, [start, end) of `text`, without the white space around
 * them. They are those of Unicode, save that an abbreviation, an initial, an ordinal or a
 * number at the head of a paragraph does not end one. A line feed always does.
 */
export function sentencesIn(text: string, start = 0, end = text.length): Span[] {
  const paragraph = text.slice(start, end)
  const found: Span[] = []
  let from = 0
  for (const { index, segment } of segmenter.segment(paragraph)) {
    const to = index + segment.length
    if (to < paragraph.length && !endsAt(paragraph, from, to)) continue
    const sentence = trimSpan(paragraph, { start: from, end: to })
    if (sentence) found.push({ start: start + sentence.start, end: start + sentence.end })
    from = to
  }
  return found
}

/** The span without the white space at its ends; null if nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end)
  const trimmed = slice.trimStart()
  if (trimmed === '') return null
  const from = start + slice.length - trimmed.length
  return { start: from, end: from + trimmed.trimEnd().length }
}

const LAST_TOKEN = /[^\s([{«“„"'‘]+$/u
const FIRST_WORD = /^[\s"'“”„«‘’([{]*([\p{L}\p{M}]+)/u
const ENUMERATOR = /^\s*[([]?(?:\d{1,3}|[ivxlcdm]{1,7}|\p{L})[.)]\s*$/iu
const INITIALS = /^(?:\p{L}\.)+$/u
// a lone I before a small letter is a person, not a numeral
const NUMERAL = /^\s*(?:[\d§(¶]|[A-Z]\d|(?!I\s+\p{Ll})[IVXLC]{1,7}\b)/u

/** Does the sentence that began at `from` end before `to`, where Unicode would break it? */
function endsAt(paragraph: string, from: number, to: number): boolean {
  const before = paragraph.slice(from, to)
  if (/[\n\u2028\u2029]\s*$/u.test(before)) return true
  if (from === 0 && ENUMERATOR.test(before)) return false
  const token = LAST_TOKEN.exec(before.trimEnd())?.[0] ?? ''
  const after = paragraph.slice(to, to + 40)
  const next = FIRST_WORD.exec(after)?.[1] ?? ''
  // “Why?” she asked.
  if (/[)\]”"’'»]$/u.test(token)) return next === '' || next[0] !== next[0]?.toLowerCase() || !isCased(next)
  return !token.endsWith('.') || stopEnds(token, after, next)
}

/** The same for a full stop after `token`. */
function stopEnds(token: string, after: string, next: string): boolean {
  const word = token.slice(0, -1).toLowerCase()
  if (NEVER_LAST.has(word)) return false
  if (BEFORE_NUMBER.has(word) && NUMERAL.test(after)) return false
  if (/^\d{1,2}$/.test(word) && GERMAN_MONTHS.has(next.toLowerCase())) return false
  const mayGoOn = INITIALS.test(token) || MAYBE_LAST.has(word)
  return !mayGoOn || STARTERS.has(next.toLowerCase())
}

const isCased = (word: string) => word.toLowerCase() !== word.toUpperCase()
