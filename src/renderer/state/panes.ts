import type { DocumentId } from '../../shared/model/ids.ts'
import { keepPlace, keepPlaces, type PaneId, placeIn } from './places.ts'
import {
  closeTab,
  openDocument,
  type Pane,
  remember,
  swapped,
  type Workspace,
  withTab,
  workspace,
} from './workspace.ts'

/** Two places side by side. */

const otherId = (paneId: PaneId): PaneId => (paneId === 'a' ? 'b' : 'a')

/** The panes from left to right. */
export function panesOf({
  paneId: id,
  tabs,
  documentId,
  beside,
}: Pick<Workspace, 'paneId' | 'tabs' | 'documentId' | 'beside'>): readonly Pane[] {
  const active = { id, tabs, documentId }
  if (!beside) return [active]
  return beside.side === 'left' ? [beside, active] : [active, beside]
}

/** The pane that has the focus now is the one that commands mean. */
export function activatePane(paneId: PaneId): void {
  if (workspace.getState().beside?.id !== paneId) return
  keepPlaces()
  workspace.setState(swapped)
}

export function otherPane(): void {
  const { beside } = workspace.getState()
  if (beside) activatePane(beside.id)
}

/** Opens a document in the other pane, which is made if there is none, and becomes the active one. */
export function openBeside(documentId: DocumentId): void {
  // beside nothing is in the middle
  if (workspace.getState().documentId === null) {
    openDocument(documentId)
    return
  }
  keepPlaces()
  workspace.setState(state => {
    const { paneId, tabs, documentId: current, beside } = state
    const other = beside ? swapped(state) : fresh(state)
    // it begins where one is reading, not where the other pane once was
    const place = beside ? null : placeIn(paneId, documentId)
    if (place) keepPlace(otherId(paneId), documentId, place)
    return {
      ...remember(state),
      ...other,
      view: 'text',
      documentId,
      tabs: withTab(other.tabs ?? [], documentId),
      beside: other.beside ?? { id: paneId, tabs, documentId: current, side: 'left' },
      reveal: null,
    }
  })
}

const fresh = ({ paneId, tabs, documentId }: Workspace): Partial<Workspace> => ({
  paneId: otherId(paneId),
  tabs: [],
  documentId: null,
  beside: { id: paneId, tabs, documentId, side: 'left' },
})

/** Another place of the document that is read, beside it. */
export function split(): void {
  const { documentId, beside } = workspace.getState()
  if (documentId && !beside) openBeside(documentId)
}

/** One pane again, which keeps what was open in both. */
export function unsplit(): void {
  keepPlaces()
  workspace.setState(state => {
    if (!state.beside) return state
    return { tabs: [...new Set(panesOf(state).flatMap(({ tabs }) => tabs))], beside: null }
  })
}

/** Documents that are gone are in no tab and nowhere to go back to. */
export function forgetDocuments(gone: ReadonlySet<DocumentId>): void {
  for (const pane of panesOf(workspace.getState()))
    for (const id of pane.tabs) if (gone.has(id)) closeTab(id, pane.id)
  const isThere = ({ documentId }: { documentId: DocumentId | null }) =>
    documentId === null || !gone.has(documentId)
  workspace.setState(({ back, forward }) => ({
    back: back.filter(isThere),
    forward: forward.filter(isThere),
  }))
}

export function toggleTogether(): void {
  workspace.setState(({ together }) => ({ together: !together }))
}
