import { createStore } from 'zustand/vanilla'
import type { SegmentScope } from '../../shared/contract/segments.ts'
import type { CodeId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import { keepPlace, keepPlaces, type PaneId, type Place, placeIn } from './places.ts'

/** What fills the middle of the window. */
export type MiddleView = 'text' | 'table' | 'memos' | 'history'

/** A place to come back to (Alt+←). */
export interface Visited {
  readonly view: MiddleView
  readonly paneId: PaneId
  readonly documentId: DocumentId | null
  readonly place: Place | null
}

/** A request to the reader of a pane to show something; `nonce` makes a repeated one a new one. */
export interface Reveal {
  readonly paneId: PaneId
  readonly documentId: DocumentId
  readonly span: Span
  readonly segmentId: SegmentId | null
  /** the segment is an area of a page */
  readonly area: Area | null
  readonly nonce: number
}

/** A reader of its own, with its own tabs. */
export interface Pane {
  readonly id: PaneId
  /** documents open in tabs, in tab order */
  readonly tabs: readonly DocumentId[]
  readonly documentId: DocumentId | null
}

export interface Workspace {
  readonly view: MiddleView
  /** the active pane: the one that has the focus or had it last. Commands and panels mean this one */
  readonly paneId: PaneId
  readonly tabs: readonly DocumentId[]
  readonly documentId: DocumentId | null
  /** the other pane, while there are two */
  readonly beside: (Pane & { readonly side: 'left' | 'right' }) | null
  /** the two panes scroll together */
  readonly together: boolean
  readonly reveal: Reveal | null
  /** counts the times one went back or forward: the reader then takes the place it had */
  readonly returned: number
  /** what the segments drawer lists; null: the drawer is closed */
  readonly drawer: { readonly scope: SegmentScope; readonly title: string } | null
  readonly codeId: CodeId | null
  readonly panels: { readonly documents: boolean; readonly codes: boolean }
  readonly back: readonly Visited[]
  readonly forward: readonly Visited[]
}

export const emptyWorkspace: Workspace = {
  view: 'text',
  paneId: 'a',
  tabs: [],
  documentId: null,
  beside: null,
  together: false,
  reveal: null,
  returned: 0,
  drawer: null,
  codeId: null,
  panels: { documents: true, codes: true },
  back: [],
  forward: [],
}

export const workspace = createStore<Workspace>(() => emptyWorkspace)

const MOST_VISITED = 100
let nonce = 0

const here = ({ view, paneId, documentId }: Workspace): Visited => ({
  view,
  paneId,
  documentId,
  place: documentId && placeIn(paneId, documentId),
})

export const remember = (state: Workspace): Pick<Workspace, 'back' | 'forward'> => ({
  back: [...state.back, here(state)].slice(-MOST_VISITED),
  forward: [],
})

export const withTab = (tabs: readonly DocumentId[], documentId: DocumentId): readonly DocumentId[] =>
  tabs.includes(documentId) ? tabs : [...tabs, documentId]

/** Opens a document in a tab of the active pane; with a span, shows it, and selects the segment there. */
export function openDocument(
  documentId: DocumentId,
  span: Span | null = null,
  segmentId: SegmentId | null = null,
  area: Area | null = null,
): void {
  keepPlaces()
  workspace.setState(state => {
    const { paneId } = state
    const isHere = state.documentId === documentId && state.view === 'text'
    const left = isHere && span === null ? {} : remember(state)
    // it is there as soon as it is asked for, even if one goes on before the text has come
    if (span) keepPlace(paneId, documentId, { top: span.start, caret: span.start })
    return {
      ...left,
      view: 'text',
      documentId,
      tabs: withTab(state.tabs, documentId),
      reveal: span === null ? null : { paneId, documentId, span, segmentId, area, nonce: ++nonce },
    }
  })
}

/** Shows a place of the document that is open, as somebody goes along a list: no place to come back to. */
export function passBy(
  documentId: DocumentId,
  span: Span,
  segmentId: SegmentId | null,
  area: Area | null = null,
): void {
  workspace.setState(({ paneId }) => ({
    reveal: { paneId, documentId, span, segmentId, area, nonce: ++nonce },
  }))
}

export function showView(view: MiddleView): void {
  keepPlaces()
  workspace.setState(state => (state.view === view ? state : { ...remember(state), view }))
}

/** Without any condition all segments are listed, those without a code too. */
export function listSegments(scope: SegmentScope, title: string): void {
  const isAll = Object.keys(scope).length === 0
  workspace.setState({ drawer: { scope: isAll ? { free: 'with' } : scope, title } })
}

export function closeDrawer(): void {
  workspace.setState({ drawer: null })
}

export function chooseCode(codeId: CodeId | null): void {
  workspace.setState({ codeId })
}

export function togglePanel(panel: 'documents' | 'codes'): void {
  workspace.setState(({ panels }) => ({ panels: { ...panels, [panel]: !panels[panel] } }))
}

/** To the place one came from, or back from there: the view, the pane, the text and the place in it. */
export function go(direction: 'back' | 'forward'): void {
  keepPlaces()
  workspace.setState(state => {
    const target = state[direction].at(-1)
    if (!target) return state
    const other = direction === 'back' ? 'forward' : 'back'
    const left = here(state)
    const inPane = target.paneId === state.beside?.id ? { ...state, ...swapped(state) } : state
    const { view, documentId, place } = target
    if (documentId && place) keepPlace(inPane.paneId, documentId, place)
    return {
      ...inPane,
      view,
      documentId,
      tabs: documentId ? withTab(inPane.tabs, documentId) : inPane.tabs,
      reveal: null,
      returned: ++nonce,
      [direction]: state[direction].slice(0, -1),
      [other]: [...state[other], left],
    }
  })
}

/** What changes when the other pane becomes the active one. */
export function swapped(state: Workspace): Partial<Workspace> {
  const { beside, paneId, tabs, documentId } = state
  if (!beside) return {}
  const side = beside.side === 'left' ? 'right' : 'left'
  return {
    paneId: beside.id,
    tabs: beside.tabs,
    documentId: beside.documentId,
    beside: { id: paneId, tabs, documentId, side },
  }
}

/** Closes a tab of a pane; the neighbour is shown. A pane without tabs goes when there is another. */
export function closeTab(documentId: DocumentId, paneId: PaneId = workspace.getState().paneId): void {
  keepPlaces()
  workspace.setState(state => {
    if (paneId === state.paneId) {
      const rest = without(state, documentId)
      if (rest.tabs.length > 0 || !state.beside) return rest
      return { ...swapped(state), beside: null }
    }
    if (!state.beside) return state
    const beside = { ...state.beside, ...without(state.beside, documentId) }
    return { beside: beside.tabs.length === 0 ? null : beside }
  })
}

function without(pane: Pick<Pane, 'tabs' | 'documentId'>, closed: DocumentId) {
  const at = pane.tabs.indexOf(closed)
  const tabs = pane.tabs.filter(id => id !== closed)
  const next = pane.documentId === closed ? (tabs[at] ?? tabs[at - 1] ?? null) : pane.documentId
  return { tabs, documentId: next }
}
