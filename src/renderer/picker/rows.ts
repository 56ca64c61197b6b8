import type { Code } from '../../shared/contract/codes.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { type Candidate, exactly, type Habits, rank, type Why } from './rank.ts'

export type Row =
  | { readonly kind: 'code'; readonly code: Code; readonly isHere: boolean; readonly why: Why }
  | { readonly kind: 'create'; readonly path: string }

/** What the picker chooses from, and what it knows of the passage. */
export interface Shelf {
  readonly candidates: readonly Candidate[]
  readonly habits: Habits
  /** codes that are on the passage */
  readonly here: ReadonlySet<CodeId>
}

/** One of several codes typed in one go, as it would be taken. */
export type Taken =
  | { readonly codeId: CodeId; readonly name: string }
  | { readonly path: string; readonly name: string }

/** More than anyone reads; the rest is found by typing on. */
const MOST_ROWS = 30
const MOST_RECENT = 7

/** "a; b; c": what is before the last semicolon is taken, what is after it is still being typed. */
export function parseQuery(typed: string, { candidates }: Shelf): { taken: string[]; live: string } {
  // a name may itself hold a semicolon
  if (!typed.includes(';') || exactly(candidates, typed)) return { taken: [], live: typed.trim() }
  const parts = typed.split(';').map(part => part.trim())
  const live = parts.pop() ?? ''
  return { taken: parts.filter(part => part !== ''), live }
}

export function rowsFor(live: string, shelf: Shelf): Row[] {
  if (live === '') return unasked(shelf)
  const { candidates, habits, here } = shelf
  const found = rank(candidates, live, habits).slice(0, MOST_ROWS)
  const rows = found.map(({ code, why }): Row => ({ kind: 'code', code, isHere: here.has(code.id), why }))
  return exactly(candidates, live) ? rows : [...rows, { kind: 'create', path: live }]
}

/** Nothing typed yet: the codes of the passage, then the latest, then those of the document, then the first of the tree. */
function unasked({ candidates, habits, here }: Shelf): Row[] {
  const byId = new Map(candidates.map(({ code }) => [code.id, code]))
  const inDocument = [...habits.inDocument].sort((a, b) => b[1] - a[1]).map(([codeId]) => codeId)
  const ordered = [...here, ...habits.recent.slice(0, MOST_RECENT), ...inDocument, ...byId.keys()]
  const codes = [...new Set(ordered)].flatMap(codeId => byId.get(codeId) ?? [])
  return codes
    .slice(0, MOST_ROWS)
    .map(code => ({ kind: 'code', code, isHere: here.has(code.id), why: 'name' }))
}

/** The row that Enter takes if no other was chosen: the best match; with nothing typed the first that is not there yet. */
export function firstRow(live: string, rows: readonly Row[]): number {
  if (live !== '') return 0
  const free = rows.findIndex(row => row.kind === 'code' && !row.isHere)
  return Math.max(0, free)
}

/** What a part that was typed before a semicolon stands for: the same that Enter would have taken. */
export function takenAs(part: string, shelf: Shelf): Taken {
  const code = exactly(shelf.candidates, part) ?? rank(shelf.candidates, part, shelf.habits)[0]?.code
  return code ? { codeId: code.id, name: code.name } : { path: part, name: part }
}

/** What was chosen: codes that exist, and paths of codes that are to be made. */
export interface Choice {
  readonly codeIds: readonly CodeId[]
  readonly paths: readonly string[]
}

export type Decision =
  | { readonly deed: 'apply'; readonly choice: Choice }
  | { readonly deed: 'remove'; readonly codeId: CodeId }
  | { readonly deed: 'same'; readonly name: string }
  | { readonly deed: 'close' }

/**
 * What Enter or a click on a row comes to. A row one has gone to (`isMeant`) and whose
 * code is there is taken off; the best match that is there already is left alone, since
 * whoever types a name means to put it on.
 */
export function decide(row: Row | undefined, taken: readonly Taken[], isMeant: boolean): Decision {
  if (!row) return taken.length > 0 ? { deed: 'apply', choice: choiceOf(taken) } : { deed: 'close' }
  if (row.kind === 'create')
    return { deed: 'apply', choice: choiceOf([...taken, { path: row.path, name: row.path }]) }
  const { id, name } = row.code
  if (row.isHere && isMeant) return { deed: 'remove', codeId: id }
  if (row.isHere && taken.length === 0) return { deed: 'same', name }
  return { deed: 'apply', choice: choiceOf([...taken, { codeId: id, name }]) }
}

const choiceOf = (taken: readonly Taken[]): Choice => ({
  codeIds: [...new Set(taken.flatMap(one => ('codeId' in one ? [one.codeId] : [])))],
  paths: [...new Set(taken.flatMap(one => ('path' in one ? [one.path] : [])))],
})
