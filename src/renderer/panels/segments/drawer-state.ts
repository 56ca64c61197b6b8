import { createStore } from 'zustand/vanilla'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { workspace } from '../../state/workspace.ts'

export const CONTEXTS = { none: 'Segment only', some: 'Some words around', more: 'Much around' } as const
export type Context = keyof typeof CONTEXTS
export const CONTEXT_LENGTH: Record<Context, number> = { none: 0, some: 45, more: 400 }

interface DrawerState {
  /** the row with the focus; remembered while its place is looked at in the text */
  readonly at: number
  readonly context: Context
  readonly height: number
}

export const drawerState = createStore<DrawerState>(() => ({ at: 0, context: 'some', height: 260 }))

// another list begins at its first row
workspace.subscribe((now, before) => {
  if (now.drawer !== before.drawer) drawerState.setState({ at: 0 })
})

export type Condition = 'codeIds' | 'documentIds' | 'groupIds' | 'coderIds'

/** The list without one of its conditions, or without one value of it. */
export function withoutCondition(condition: Condition, id: string | null): void {
  const { drawer } = workspace.getState()
  if (!drawer) return
  const { [condition]: ids, ...rest } = drawer.scope
  const left = id === null ? [] : (ids ?? []).filter(value => value !== id)
  const scope = (left.length === 0 ? rest : { ...rest, [condition]: left }) as SegmentScope
  workspace.setState({
    drawer: { scope, title: Object.keys(scope).length === 0 ? 'All segments' : drawer.title },
  })
}
