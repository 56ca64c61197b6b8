import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { type Condition, conditionsOf } from './drawer-state.ts'

const ONE: Record<Condition, string> = {
  codeIds: 'Code',
  documentIds: 'Document',
  groupIds: 'Group',
  coderIds: 'Coder',
}
const MANY: Record<Condition, string> = {
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

export type NameOf = (condition: Condition, id: string) => string

/** The conditions of a scope in words, one a value. */
export function partsOf(scope: SegmentScope, nameOf: NameOf): Part[] {
  return conditionsOf(scope).flatMap((condition): Part[] => {
    const ids: readonly string[] = scope[condition] ?? []
    const below = condition === 'codeIds' && scope.withSubcodes ? ' and below' : ''
    const kind = ONE[condition]
    if (ids.length > MOST || ids.length === 0)
      return [{ condition, id: null, kind, text: `${ids.length} ${MANY[condition]}${below}` }]
    return ids.map(id => ({ condition, id, kind, text: `${nameOf(condition, id)}${below}` }))
  })
}

/** Names of what a scope can be restricted to; a thing that was deleted says so. */
export function useConditionNames(): NameOf {
  const codes = useQuery('codes.list', {})
  const documents = useQuery('documents.list', {})
  const groups = useQuery('groups.list', {})
  const coders = useQuery('coders.list', {})
  const lists: Record<Condition, readonly { id: string; name: string }[] | undefined> = {
    codeIds: codes,
    documentIds: documents,
    groupIds: groups,
    coderIds: coders,
  }
  return (condition, id) => {
    const list = lists[condition]
    return list ? (list.find(entry => entry.id === id)?.name ?? '(deleted)') : '…'
  }
}
