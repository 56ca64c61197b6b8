import { isUnspaced } from './lines.ts'
import type { Line } from './model.ts'

/** Words that stand undivided in the document: they tell whether a hyphen at a line end is part of the word. */
export type Vocabulary = ReadonlySet<string>

const WORDS = /[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*/gu

export function learnVocabulary(lines: Iterable<Line>): Vocabulary {
  const words = new Set<string>()
  let wasCut = false
  for (const { text } of lines) {
    // the last word may be cut off, and then the first one of the next line is its rest
    const whole = (wasCut ? text.replace(/^\S+/, '') : text).replace(/\S+$/, '')
    wasCut = /\p{L}[-\u00AD\u2010]$/u.test(text)
    for (const [word] of whole.matchAll(WORDS)) words.add(word.toLowerCase())
  }
  return words
}

/** What becomes of the line end between two lines of one paragraph: characters to drop, and what to put there. */
export function joinLines(
  before: string,
  after: string,
  vocabulary: Vocabulary,
): { drop: number; put: '' | ' ' } {
  const last = before.at(-1)
  const next = after[0]
  if (last === undefined || next === undefined) return { drop: 0, put: '' }
  if (last === '\u00AD') return { drop: 1, put: '' }
  if (isUnspaced(last) && isUnspaced(next)) return { drop: 0, put: '' }
  if (/[-\u2010]/.test(last)) return joinHyphen(before, after, vocabulary)
  // 2010–2012, and/or, a long address
  if (/[\p{L}\p{N}][–—]$/u.test(before) || /\S\/$/.test(before)) return { drop: 0, put: '' }
  if (isAddress(before) && /[=&?_]$/.test(before)) return { drop: 0, put: '' }
  return { drop: 0, put: ' ' }
}

const isAddress = (text: string): boolean => /(?:https?:\/\/|www\.)\S*$/.test(text)

function joinHyphen(before: string, after: string, vocabulary: Vocabulary): { drop: number; put: '' | ' ' } {
  const head = /([\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*)[-\u2010]$/u.exec(before)?.[1]
  const tail = /^[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*/u.exec(after)?.[0]
  if (head === undefined) return { drop: 0, put: /[\p{L}\p{N}][-\u2010]$/u.test(before) ? '' : ' ' }
  if (isAddress(before) || tail === undefined || !/^\p{Ll}/u.test(after)) return { drop: 0, put: '' }
  const joined = `${head}${tail}`.toLowerCase()
  const hyphened = `${head}-${tail}`.toLowerCase()
  if (vocabulary.has(joined)) return { drop: 1, put: '' }
  if (vocabulary.has(hyphened) || isCompound(head, tail, vocabulary)) return { drop: 0, put: '' }
  return { drop: 1, put: '' }
}

/** Both halves are words of their own and long enough not to be so by chance. */
function isCompound(head: string, tail: string, vocabulary: Vocabulary): boolean {
  const [first, last] = [
    head.split(/[-\u2010\u2011]/).at(-1) ?? head,
    tail.split(/[-\u2010\u2011]/)[0] ?? tail,
  ]
  return (
    first.length >= 4 &&
    last.length >= 4 &&
    vocabulary.has(first.toLowerCase()) &&
    vocabulary.has(last.toLowerCase())
  )
}
