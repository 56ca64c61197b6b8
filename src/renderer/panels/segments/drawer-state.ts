import { createStore } from 'zustand/vanilla'
import type { SegmentQuestion, SegmentRow, SegmentScope } from '../../../shared/contract/segments.ts'
import { workspace } from '../../state/workspace.ts'
import type { Spot } from '../../ui/popover-at.tsx'
import { type Grouping, type ListChoices, SORTINGS, type Sorting, USUAL_CHOICES } from './list-choices.ts'

/** A row by its ids: that of its coding, or none on a free segment. */
export type RowId = Pick<SegmentRow, 'segmentId' | 'codingId'>

/** What tells a row from all others. */
export const keyOf = ({ segmentId, codingId }: RowId): string => codingId ?? segmentId

/** What is asked beside a row, or (without one) about all picked rows. */
export interface Asking {
  readonly what: 'menu' | 'recode' | 'add' | 'preview'
  readonly row: SegmentRow | null
  readonly spot: Spot
}

interface DrawerState extends ListChoices {
  /** the row with the focus; remembered while its place is looked at in the text */
  readonly at: number
  readonly picked: ReadonlyMap<string, RowId>
  /** the row in which the comment is being written */
  readonly commenting: string | null
  readonly asking: Asking | null
  readonly height: number
}

const HEIGHT_KEY = 'postil.height.segments'
const NOWHERE = { at: 0, picked: new Map<string, RowId>(), commenting: null, asking: null }

export const drawerState = createStore<DrawerState>(() => ({
  ...NOWHERE,
  ...USUAL_CHOICES,
  height: Number(localStorage.getItem(HEIGHT_KEY)) || 300,
}))

// another list begins at its first row
workspace.subscribe((now, before) => {
  if (now.drawer !== before.drawer) drawerState.setState(NOWHERE)
})

export const ask = (what: Asking['what'], row: SegmentRow | null, spot: Spot): void =>
  drawerState.setState({ asking: { what, row, spot } })

export function groupBy(grouping: Grouping): void {
  drawerState.setState({ ...NOWHERE, grouping })
}

export function sortBy(sorting: Sorting): void {
  drawerState.setState({ ...NOWHERE, sorting })
}

export function setHeight(height: number): void {
  drawerState.setState({ height })
  localStorage.setItem(HEIGHT_KEY, String(height))
}

/** The whole question behind what is shown: what is left out of it is as it is by default. */
export function questionOf(
  scope: SegmentScope,
  { grouping, sorting }: Pick<DrawerState, 'grouping' | 'sorting'>,
) {
  const question: SegmentQuestion = {
    scope,
    ...SORTINGS[sorting].asked,
    ...(grouping === 'none' ? {} : { grouping }),
  }
  return question
}

/** What the drawer shows, for whoever does something with all of it. */
export function shownSegments({ scope, title }: { readonly scope: SegmentScope; readonly title: string }) {
  const state = drawerState.getState()
  return { question: questionOf(scope, state), context: state.context, title }
}
