import { createStore } from 'zustand/vanilla'
import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { chooseCode, workspace } from '../../state/workspace.ts'
import type { Spot } from '../../ui/popover-at.tsx'
import { type Picked, pickOne } from '../../ui/tree/tree-row.ts'

/** What is asked beside a row: its menu, its look, or another code for it. */
export type CodeQuestion = 'menu' | 'look' | 'move' | 'merge'

export interface CodesState {
  readonly query: string
  readonly collapsed: ReadonlySet<string>
  /** several codes may be selected; the chosen one, which details are shown of, is the workspace's */
  readonly selected: ReadonlySet<string>
  readonly anchor: string | null
  readonly editing:
    | { readonly what: 'name'; readonly codeId: CodeId }
    | { readonly what: 'new'; readonly parentId: CodeId | null }
    | null
  readonly asking: {
    readonly what: CodeQuestion
    readonly codeIds: readonly CodeId[]
    readonly spot: Spot
  } | null
}

const fresh: CodesState = {
  query: '',
  collapsed: new Set(),
  selected: new Set(),
  anchor: null,
  editing: null,
  asking: null,
}

export const codesState = createStore<CodesState>(() => fresh)

const keyOf = (project: string) => `postil.codes.collapsed:${project}`

/** Begins afresh for a project; which codes are closed is remembered on this machine. */
export function beginCodes(project: string): void {
  const stored = localStorage.getItem(keyOf(project))
  const collapsed = new Set<string>(stored === null ? [] : stored.split(' '))
  codesState.setState({ ...fresh, collapsed }, true)
}

function setCollapsed(project: string, collapsed: ReadonlySet<string>): void {
  codesState.setState({ collapsed })
  localStorage.setItem(keyOf(project), [...collapsed].join(' '))
}

export function toggleCode(project: string, id: string, expanded: boolean): void {
  const collapsed = new Set(codesState.getState().collapsed)
  if (expanded) collapsed.delete(id)
  else collapsed.add(id)
  setCollapsed(project, collapsed)
}

export function collapseTo(project: string, ids: readonly string[]): void {
  setCollapsed(project, new Set(ids))
}

/** Opens what is closed above a code, so that its row is there. */
export function openAbove(project: string, ancestors: readonly string[]): void {
  const { collapsed } = codesState.getState()
  if (!ancestors.some(id => collapsed.has(id))) return
  setCollapsed(project, new Set([...collapsed].filter(id => !ancestors.includes(id))))
}

export const pickedCodes = (state: CodesState, focus: CodeId | null): Picked => ({
  focus,
  anchor: state.anchor,
  selected: state.selected,
})

export function setPickedCodes({ focus, anchor, selected }: Picked): void {
  codesState.setState({ anchor, selected })
  chooseCode(focus as CodeId | null)
}

export function chooseOnly(id: CodeId): void {
  setPickedCodes(pickOne(id))
}

export function ask(what: CodeQuestion, codeIds: readonly CodeId[], spot: Spot): void {
  codesState.setState({ asking: { what, codeIds, spot } })
}

/** Closes that question, unless another one has taken its place. */
export function stopAsking(what: CodeQuestion): void {
  codesState.setState(state => (state.asking?.what === what ? { asking: null } : state))
}

/** What a command acts on: the selected codes if the chosen one is among them, else the chosen one. */
export function actedOn(codes: readonly Code[]): readonly CodeId[] {
  const { selected } = codesState.getState()
  const { codeId } = workspace.getState()
  const together = codeId !== null && selected.has(codeId)
  return codes.filter(({ id }) => (together ? selected.has(id) : id === codeId)).map(({ id }) => id)
}
