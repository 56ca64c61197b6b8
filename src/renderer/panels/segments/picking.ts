import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { workspace } from '../../state/workspace.ts'
import { drawerState, keyOf, questionOf, type RowId } from './drawer-state.ts'

export function togglePicked(row: RowId): void {
  setPicked([row], !drawerState.getState().picked.has(keyOf(row)))
}

export function pickNone(): void {
  drawerState.setState({ picked: new Map() })
}

function setPicked(rows: readonly RowId[], isPicked: boolean): void {
  const next = new Map(drawerState.getState().picked)
  for (const row of rows) {
    if (isPicked) next.set(keyOf(row), row)
    else next.delete(keyOf(row))
  }
  drawerState.setState({ picked: next })
}

/** Going on with Shift picks both rows; going back over picked ones gives the last one up. */
export function pickAlong(from: RowId, to: RowId | undefined): void {
  const { picked } = drawerState.getState()
  if (to && picked.has(keyOf(from)) && picked.has(keyOf(to))) setPicked([from], false)
  else setPicked(to ? [from, to] : [from], true)
}

/** All rows of the list, those too that nobody has scrolled to. */
export async function pickAll(): Promise<void> {
  await pickSome(ids => ids)
}

/** From one row of the list to another, both included. */
export async function pickRange(from: number, to: number): Promise<void> {
  await pickSome(ids => ids.slice(Math.min(from, to), Math.max(from, to) + 1))
}

async function pickSome(which: (ids: readonly RowId[]) => readonly RowId[]): Promise<void> {
  const { drawer } = workspace.getState()
  if (!drawer) return
  const question = questionOf(drawer.scope, drawerState.getState())
  await attempt(async () => setPicked(which(await client().segments.rowIds(question)), true))
}
