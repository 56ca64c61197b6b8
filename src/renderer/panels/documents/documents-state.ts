import { createStore } from 'zustand/vanilla'
import type { DocumentId } from '../../../shared/model/ids.ts'
import type { Spot } from '../../ui/popover-at.tsx'
import { nothingPicked, type Picked } from '../../ui/tree/tree-row.ts'
import { type DocumentSort, SORTS } from './document-rows.ts'

export interface DocumentsState {
  readonly query: string
  readonly sort: DocumentSort
  /** keys of closed group headings */
  readonly collapsed: ReadonlySet<string>
  readonly picked: Picked
  /** key of the row whose name is being written */
  readonly editing: string | null
  readonly asking:
    | { readonly what: 'menu'; readonly key: string; readonly spot: Spot }
    | { readonly what: 'groups'; readonly documentIds: readonly DocumentId[]; readonly spot: Spot }
    | { readonly what: 'variables'; readonly documentId: DocumentId }
    | null
}

const SORT = 'postil.documents.sort'
const closedKey = (project: string) => `postil.documents.collapsed:${project}`

const fresh: DocumentsState = {
  query: '',
  sort: 'project',
  collapsed: new Set(),
  picked: nothingPicked,
  editing: null,
  asking: null,
}

export const documentsState = createStore<DocumentsState>(() => fresh)

/** Begins afresh for a project; sorting and closed groups are remembered on this machine. */
export function beginDocuments(project: string): void {
  const closed = localStorage.getItem(closedKey(project))
  const sort = SORTS.find(one => one === localStorage.getItem(SORT)) ?? 'project'
  const collapsed = new Set<string>(closed === null ? [] : closed.split(' '))
  documentsState.setState({ ...fresh, sort, collapsed }, true)
}

export function sortDocuments(sort: DocumentSort): void {
  documentsState.setState({ sort })
  localStorage.setItem(SORT, sort)
}

export function toggleGroup(project: string, key: string, expanded: boolean): void {
  const collapsed = new Set(documentsState.getState().collapsed)
  if (expanded) collapsed.delete(key)
  else collapsed.add(key)
  documentsState.setState({ collapsed })
  localStorage.setItem(closedKey(project), [...collapsed].join(' '))
}

export function askDocuments(asking: NonNullable<DocumentsState['asking']>): void {
  documentsState.setState({ asking })
}

/** Closes that question, unless another one has taken its place. */
export function stopAskingDocuments(what: NonNullable<DocumentsState['asking']>['what']): void {
  documentsState.setState(state => (state.asking?.what === what ? { asking: null } : state))
}
