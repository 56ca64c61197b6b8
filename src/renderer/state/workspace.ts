import { createStore } from 'zustand/vanilla'
import type { SegmentScope } from '../../shared/contract/segments.ts'
import type { CodeId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'

/** What fills the middle of the window. */
export type MiddleView = 'text' | 'table' | 'memos' | 'history'

/** A place to come back to (Alt+←). */
export interface Visited {
  readonly view: MiddleView
  readonly documentId: DocumentId | null
  readonly span: Span | null
}

/** A request to the reader to show something; `nonce` makes a repeated one a new one. */
export interface Reveal {
  readonly documentId: DocumentId
  readonly span: Span
  readonly segmentId: SegmentId | null
  readonly nonce: number
}

export interface Workspace {
  readonly view: MiddleView
  /** documents open in tabs, in tab order */
  readonly tabs: readonly DocumentId[]
  readonly documentId: DocumentId | null
  readonly reveal: Reveal | null
  /** what the segments drawer lists; null: the drawer is closed */
  readonly drawer: { readonly scope: SegmentScope; readonly title: string } | null
  readonly codeId: CodeId | null
  readonly panels: { readonly documents: boolean; readonly codes: boolean }
  readonly back: readonly Visited[]
  readonly forward: readonly Visited[]
}

export const emptyWorkspace: Workspace = {
  view: 'text',
  tabs: [],
  documentId: null,
  reveal: null,
  drawer: null,
  codeId: null,
  panels: { documents: true, codes: true },
  back: [],
  forward: [],
}

export const workspace = createStore<Workspace>(() => emptyWorkspace)

const MOST_VISITED = 100
let nonce = 0

const here = ({ view, documentId, reveal }: Workspace): Visited => ({
  view,
  documentId,
  span: reveal?.documentId === documentId ? reveal.span : null,
})

const remember = (state: Workspace): Pick<Workspace, 'back' | 'forward'> => ({
  back: [...state.back, here(state)].slice(-MOST_VISITED),
  forward: [],
})

/** Opens a document in a tab; with a span, shows it, and selects the segment there. */
export function openDocument(
  documentId: DocumentId,
  span: Span | null = null,
  segmentId: SegmentId | null = null,
): void {
  workspace.setState(state => ({
    ...(state.documentId === documentId && state.view === 'text' && span === null ? {} : remember(state)),
    view: 'text',
    documentId,
    tabs: state.tabs.includes(documentId) ? state.tabs : [...state.tabs, documentId],
    reveal: span === null ? null : { documentId, span, segmentId, nonce: ++nonce },
  }))
}

export function closeTab(documentId: DocumentId): void {
  workspace.setState(state => {
    const at = state.tabs.indexOf(documentId)
    const tabs = state.tabs.filter(id => id !== documentId)
    const next = state.documentId === documentId ? (tabs[at] ?? tabs[at - 1] ?? null) : state.documentId
    return { tabs, documentId: next }
  })
}

export function showView(view: MiddleView): void {
  workspace.setState(state => (state.view === view ? state : { ...remember(state), view }))
}

export function listSegments(scope: SegmentScope, title: string): void {
  workspace.setState({ drawer: { scope, title } })
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

export function go(direction: 'back' | 'forward'): void {
  workspace.setState(state => {
    const from = state[direction]
    const place = from.at(-1)
    if (!place) return state
    const other = direction === 'back' ? 'forward' : 'back'
    const reveal =
      place.documentId && place.span
        ? { documentId: place.documentId, span: place.span, segmentId: null, nonce: ++nonce }
        : null
    return {
      ...state,
      view: place.view,
      documentId: place.documentId,
      reveal,
      [direction]: from.slice(0, -1),
      [other]: [...state[other], here(state)],
    }
  })
}
