import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { type Condition, conditionsOf, type ListCondition } from './conditions.ts'

export const ONE: Record<Condition, string> = {
  codeIds: 'Code',
  documentIds: 'Document',
  groupIds: 'Group',
  coderIds: 'Coder',
  free: 'Only',
  words: 'Words',
}
const MANY: Record<ListCondition, string> = {
  codeIds: 'codes',
  documentIds: 'documents',
  groupIds: 'groups',
  coderIds: 'coders',
}
/** More values of one condition than this are shown as their number. */
const MOST = 4

export interface Part {
  readonly condition: Condition
  /** null: all values of the condition at once */
  readonly id: string | null
  readonly kind: string
  readonly text: string
}

export type NameOf = (condition: ListCondition, id: string) => string

/** The conditions of a scope in words, one a value. */
export function partsOf(scope: SegmentScope, nameOf: NameOf): Part[] {
  return conditionsOf(scope).flatMap((condition): Part[] => {
    const kind = ONE[condition]
    if (condition === 'words') return [{ condition, id: null, kind, text: scope.words ?? '' }]
    if (condition === 'free')
      return [{ condition, id: null, kind, text: scope.free === 'only' ? 'free segments' : 'coded segments' }]
    const ids: readonly string[] = scope[condition] ?? []
    const below = condition === 'codeIds' && scope.withSubcodes ? ' and below' : ''
    if (ids.length > MOST || ids.length === 0)
      return [{ condition, id: null, kind, text: `${ids.length} ${MANY[condition]}${below}` }]
    return ids.map(id => ({ condition, id, kind, text: `${nameOf(condition, id)}${below}` }))
  })
}

export interface Named {
  readonly id: string
  readonly name: string
}

/** All that a list can be restricted to; undefined until it is known. */
export function useConditionValues(): Record<ListCondition, readonly Named[] | undefined> {
  return {
    codeIds: useQuery('codes.list', {}),
    documentIds: useQuery('documents.list', {}),
    groupIds: useQuery('groups.list', {}),
    coderIds: useQuery('coders.list', {}),
  }
}

/** Names of what a scope can be restricted to; a thing that was deleted says so. */
export function useConditionNames(): NameOf {
  const values = useConditionValues()
  return (condition, id) => {
    const list = values[condition]
    return list ? (list.find(entry => entry.id === id)?.name ?? '(deleted)') : '…'
  }
}
