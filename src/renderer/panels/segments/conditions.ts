import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { listSegments, workspace } from '../../state/workspace.ts'

export const LISTS = ['codeIds', 'documentIds', 'groupIds', 'coderIds'] as const
/** What a list can be restricted to by choosing some of many. */
export type ListCondition = (typeof LISTS)[number]
export type Condition = ListCondition | 'free' | 'words'

/** The conditions of a scope. Codings alone are a condition too, since there are segments without. */
export function conditionsOf(scope: SegmentScope): Condition[] {
  const conditions: Condition[] = LISTS.filter(condition => scope[condition] !== undefined)
  const isCoded = scope.free !== 'with' && scope.free !== 'only'
  if (scope.free === 'only' || (isCoded && scope.codeIds === undefined)) conditions.push('free')
  if (scope.words !== undefined) conditions.push('words')
  return conditions
}

/** A scope without one of its conditions, or without one value of it. */
export function without(scope: SegmentScope, condition: Condition, id: string | null): SegmentScope {
  if (condition === 'free') return { ...scope, free: 'with' }
  if (condition === 'words') {
    const { words: _words, ...rest } = scope
    return rest
  }
  const { [condition]: ids, ...rest } = scope
  const left = id === null ? [] : (ids ?? []).filter(value => value !== id)
  if (left.length > 0) return { ...rest, [condition]: left } as SegmentScope
  if (condition !== 'codeIds') return rest
  // what was listed for its codes is listed whatever its code is, free segments too
  const { withSubcodes: _withSubcodes, ...others } = rest
  return { ...others, free: others.free ?? 'with' }
}

/** A scope with a further value of a condition: one more code widens what there is, a first one narrows it. */
export function including(scope: SegmentScope, condition: ListCondition, id: string): SegmentScope {
  const ids: readonly string[] = scope[condition] ?? []
  if (ids.includes(id)) return scope
  const next = { ...scope, [condition]: [...ids, id] } as SegmentScope
  if (condition !== 'codeIds' || next.free === undefined) return next
  const { free: _free, ...coded } = next
  return coded
}

/** Lists by another scope; the chips say what it is, the old title would not. */
export function listBy(scope: SegmentScope): void {
  listSegments(scope, titleOf(scope))
}

function titleOf(scope: SegmentScope): string {
  const conditions = conditionsOf(scope)
  if (conditions.length === 0) return 'All segments'
  if (conditions.length > 1 || conditions[0] !== 'free') return 'Segments'
  return scope.free === 'only' ? 'Free segments' : 'Coded segments'
}

/** Changes what is listed now. */
export function relist(change: (scope: SegmentScope) => SegmentScope): void {
  const { drawer } = workspace.getState()
  if (drawer) listBy(change(drawer.scope))
}

export const listWithout = (condition: Condition, id: string | null): void =>
  relist(scope => without(scope, condition, id))

export const listIncluding = (condition: ListCondition, id: string): void =>
  relist(scope => including(scope, condition, id))

/** Narrows what is listed to what has these words. The list keeps its title: a field shows the words. */
export function listByWords(words: string): void {
  const { drawer } = workspace.getState()
  if (!drawer || (drawer.scope.words ?? '') === words) return
  const scope = without(drawer.scope, 'words', null)
  listSegments(words === '' ? scope : { ...scope, words }, drawer.title)
}
