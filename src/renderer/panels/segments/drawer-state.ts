import { createStore } from 'zustand/vanilla'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import type { CodingId } from '../../../shared/model/ids.ts'
import { workspace } from '../../state/workspace.ts'
import type { Grouping } from './sections.ts'

export const CONTEXTS = { none: 'Segment only', some: 'Some context', more: 'More context' } as const
export type Context = keyof typeof CONTEXTS
export const CONTEXT_LENGTH: Record<Context, number> = { none: 0, some: 45, more: 420 }

interface DrawerState {
  /** the row with the focus; remembered while its place is looked at in the text */
  readonly at: number
  readonly picked: ReadonlySet<CodingId>
  /** the coding in whose row the comment is being written */
  readonly commenting: CodingId | null
  readonly context: Context
  readonly grouping: Grouping
  readonly height: number
}

const HEIGHT_KEY = 'postil.height.segments'
const NOWHERE = { at: 0, picked: new Set<CodingId>(), commenting: null }

export const drawerState = createStore<DrawerState>(() => ({
  ...NOWHERE,
  context: 'some',
  grouping: 'none',
  height: Number(localStorage.getItem(HEIGHT_KEY)) || 272,
}))

// another list begins at its first row
workspace.subscribe((now, before) => {
  if (now.drawer !== before.drawer) drawerState.setState(NOWHERE)
})

export function groupBy(grouping: Grouping): void {
  drawerState.setState({ ...NOWHERE, grouping })
}

export function setHeight(height: number): void {
  drawerState.setState({ height })
  localStorage.setItem(HEIGHT_KEY, String(height))
}

export function togglePicked(codingId: CodingId): void {
  drawerState.setState(({ picked }) => {
    const next = new Set(picked)
    if (!next.delete(codingId)) next.add(codingId)
    return { picked: next }
  })
}

export function pickNone(): void {
  drawerState.setState({ picked: NOWHERE.picked })
}

export const CONDITIONS = ['codeIds', 'documentIds', 'groupIds', 'coderIds'] as const
export type Condition = (typeof CONDITIONS)[number]

export const conditionsOf = (scope: SegmentScope): Condition[] =>
  CONDITIONS.filter(condition => scope[condition] !== undefined)

/** A scope without one of its conditions, or without one value of it. */
export function without(scope: SegmentScope, condition: Condition, id: string | null): SegmentScope {
  const { [condition]: ids, ...rest } = scope
  const left = id === null ? [] : (ids ?? []).filter(value => value !== id)
  if (left.length > 0) return { ...rest, [condition]: left } as SegmentScope
  const { withSubcodes: _withSubcodes, ...others } = rest
  return condition === 'codeIds' ? others : rest
}

/** Lists what is left when a condition goes; the chips say what it is, the old title would not. */
export function listWithout(condition: Condition, id: string | null): void {
  const { drawer } = workspace.getState()
  if (!drawer) return
  const scope = without(drawer.scope, condition, id)
  workspace.setState({
    drawer: { scope, title: conditionsOf(scope).length === 0 ? 'All segments' : 'Segments' },
  })
}
