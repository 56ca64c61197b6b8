import type { SegmentQuestion, SegmentRow } from '../../../shared/contract/segments.ts'
import { focusPlace } from '../../app/regions.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { openDocument, type Visited, type Workspace, workspace } from '../../state/workspace.ts'
import { drawerState, keyOf, questionOf, type RowId } from './drawer-state.ts'
import type { ListChoices } from './list-choices.ts'

/** A list as it was when a place of it was opened, and the row with that place. */
interface ListPlace extends Pick<ListChoices, 'sorting' | 'grouping'> {
  readonly drawer: NonNullable<Workspace['drawer']>
  readonly at: number
  readonly row: RowId
}

/** the lists that places in the history were opened from; forgotten with them */
const openedFrom = new WeakMap<Visited, ListPlace>()

/** Shows the place in the text and goes there. The list stays; Alt+← comes back to the row. */
export function openPlace(row: SegmentRow): void {
  const { drawer } = workspace.getState()
  const { at, sorting, grouping } = drawerState.getState()
  openDocument(row.documentId, { start: row.start, end: row.end }, row.segmentId, row.area ?? null)
  goToText()
  const left = workspace.getState().back.at(-1)
  if (left && drawer) openedFrom.set(left, { drawer, at, sorting, grouping, row })
}

workspace.subscribe((now, before) => {
  const isBack = now.back.length < before.back.length && now.forward.length > before.forward.length
  const isForward = now.forward.length < before.forward.length && now.back.length > before.back.length
  if (isBack) {
    const list = openedFrom.get(before.back.at(-1)!)
    if (!list) return
    openedFrom.set(now.forward.at(-1)!, list)
    void attempt(() => showList(list))
  } else if (isForward) {
    const list = openedFrom.get(before.forward.at(-1)!)
    if (list) openedFrom.set(now.back.at(-1)!, list)
  }
})

/** The list as it was, also where it was closed or another was shown meanwhile; its row has the focus, wherever it is now. */
async function showList({ drawer, at, sorting, grouping, row }: ListPlace): Promise<void> {
  workspace.setState({ drawer })
  drawerState.setState({ at, sorting, grouping })
  const found = await placeOfRow(questionOf(drawer.scope, { sorting, grouping }), row, at)
  if (workspace.getState().drawer !== drawer || drawerState.getState().at !== at) return
  if (found >= 0) drawerState.setState({ at: found })
  focusPlace('segments')
}

/** Where a row is in the list; first looked for where it was. -1: it is not in it any more. */
async function placeOfRow(question: SegmentQuestion, row: RowId, at: number): Promise<number> {
  const { rows } = await client().segments.list({ ...question, context: 'segment', offset: at, limit: 1 })
  if (rows[0] && keyOf(rows[0]) === keyOf(row)) return at
  const ids = await client().segments.rowIds(question)
  return ids.findIndex(one => keyOf(one) === keyOf(row))
}

/** How long a document may take to be there before the focus stays where it is. */
const PATIENCE_MS = 3000

/** Gives the focus to the text as soon as it is there, unless something else has been given it meanwhile. */
function goToText(): void {
  const from = document.activeElement
  const end = performance.now() + PATIENCE_MS
  const look = () => {
    const now = document.activeElement
    if (performance.now() > end || (now !== from && now !== document.body)) return
    if (document.querySelector('[data-place="text"]:not([aria-busy])')) focusPlace('text')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
