import type { Code } from '../../shared/contract/codes.ts'
import { splitPath } from '../../shared/model/code-path.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { foldText } from '../../shared/text/fold.ts'

/** Everything of a code that is searched, folded. */
interface Folded {
  readonly name: string
  readonly words: readonly string[]
  readonly initials: string
  /** names from the root, and the words of all of them */
  readonly path: readonly string[]
  readonly pathWords: readonly string[]
  readonly definitionWords: readonly string[]
}

export interface Candidate extends Folded {
  readonly code: Code
}

export interface Habits {
  /** most recent first */
  readonly recent: readonly CodeId[]
  /** how often each code is used in this document */
  readonly inDocument: ReadonlyMap<CodeId, number>
}

export type Why = 'name' | 'path' | 'definition'
export interface Match {
  readonly code: Code
  readonly why: Why
  readonly score: number
}

const WORDS = /[\p{L}\p{N}]+/gu
const wordsOf = (folded: string): string[] => folded.match(WORDS) ?? []

const folded = new Map<CodeId, { readonly of: Code; readonly parts: Folded }>()

/**
 * Headings of the tree cannot be applied and are not offered. Every coding brings a new
 * list of codes, which differ in their counts only: what was folded once is kept.
 */
export function prepare(codes: readonly Code[]): Candidate[] {
  if (folded.size > 2 * codes.length + 100) folded.clear()
  return codes.filter(({ codable }) => codable).map(code => ({ ...foldedOf(code), code }))
}

function foldedOf(code: Code): Folded {
  const known = folded.get(code.id)
  if (known && known.of.path === code.path && known.of.definition === code.definition) return known.parts
  const path = splitPath(code.path).map(foldText)
  const name = foldText(code.name).trim()
  const words = wordsOf(name)
  const parts: Folded = {
    name,
    words,
    initials: words.map(word => word[0]).join(''),
    path,
    pathWords: path.flatMap(wordsOf),
    definitionWords: wordsOf(foldText(code.definition)),
  }
  folded.set(code.id, { of: code, parts })
  return parts
}

/**
 * Exact > begins the name > begins words of it > initials > letters in order; then the
 * path, then the definition. Within each of these, what was used lately and what is used
 * in this document come first. Case and accents do not count.
 */
export function rank(candidates: readonly Candidate[], query: string, habits: Habits): Match[] {
  const wanted = foldText(query).trim()
  if (wanted === '') return []
  const words = wordsOf(wanted)
  const boost = boostBy(habits)
  const matches: Match[] = []
  for (const candidate of candidates) {
    const found = score(candidate, wanted, words)
    if (found)
      matches.push({ code: candidate.code, why: found.why, score: found.score + boost(candidate.code.id) })
  }
  return matches.sort((a, b) => b.score - a.score || a.code.name.length - b.code.name.length)
}

function score(
  candidate: Candidate,
  wanted: string,
  words: readonly string[],
): { why: Why; score: number } | null {
  const { name, initials, path, pathWords, definitionWords } = candidate
  if (name === wanted) return { why: 'name', score: 1000 }
  if (wanted.includes('/')) return matchesPath(path, wanted)
  if (name.startsWith(wanted)) return { why: 'name', score: 900 }
  if (beginWords(candidate.words, words)) return { why: 'name', score: 800 }
  if (wanted.length > 1 && initials.startsWith(wanted)) return { why: 'name', score: 700 }
  if (inOrder(name, wanted)) return { why: 'name', score: 600 }
  if (beginWords(pathWords, words)) return { why: 'path', score: 500 }
  if (wanted.length > 2 && beginAny(definitionWords, words)) return { why: 'definition', score: 400 }
  return null
}

/** "parent/child": each part begins a name of the path, the last one the code's own. */
function matchesPath(path: readonly string[], wanted: string): { why: Why; score: number } | null {
  const parts = splitPath(wanted)
  if (parts.length === 0 || parts.length > path.length) return null
  if (parts.length === path.length && parts.every((part, i) => path[i] === part))
    return { why: 'path', score: 1000 }
  const tail = path.slice(-parts.length)
  return parts.every((part, i) => tail[i]?.startsWith(part)) ? { why: 'path', score: 900 } : null
}

/** Each wanted word begins a word, in the same order. */
function beginWords(words: readonly string[], wanted: readonly string[]): boolean {
  let next = 0
  for (const word of words) if (next < wanted.length && word.startsWith(wanted[next]!)) next++
  return wanted.length > 0 && next === wanted.length
}

const beginAny = (words: readonly string[], wanted: readonly string[]) =>
  wanted.length > 0 && wanted.every(part => words.some(word => word.startsWith(part)))

/** The letters occur in order, the first of them at the beginning of a word. */
function inOrder(name: string, wanted: string): boolean {
  if (wanted.length < 2) return false
  for (let from = name.indexOf(wanted[0]!); from >= 0; from = name.indexOf(wanted[0]!, from + 1)) {
    const startsWord = from === 0 || !/[\p{L}\p{N}]/u.test(name[from - 1]!)
    if (startsWord && follows(name, wanted, from)) return true
  }
  return false
}

function follows(name: string, wanted: string, from: number): boolean {
  let at = from
  for (const letter of wanted) {
    at = name.indexOf(letter, at)
    if (at < 0) return false
    at += letter.length
  }
  return true
}

/** Always less than the step from one kind of match to the next. */
function boostBy({ recent, inDocument }: Habits): (codeId: CodeId) => number {
  const rankOf = new Map(recent.map((codeId, index) => [codeId, index]))
  return codeId => {
    const place = rankOf.get(codeId)
    const used = inDocument.get(codeId) ?? 0
    return (place === undefined ? 0 : Math.max(10, 50 - place * 2)) + Math.min(40, Math.log2(1 + used) * 6)
  }
}

/** The code that is called exactly this, by its name or its whole path: it is never made twice. */
export function exactly(candidates: readonly Candidate[], query: string): Code | null {
  const wanted = foldText(query).trim()
  if (wanted === '') return null
  const parts = splitPath(wanted)
  const byPath = candidates.find(
    ({ path }) => path.length === parts.length && path.every((name, i) => name === parts[i]),
  )
  const byName = wanted.includes('/') ? undefined : candidates.find(({ name }) => name === wanted)
  return (byPath ?? byName)?.code ?? null
}
