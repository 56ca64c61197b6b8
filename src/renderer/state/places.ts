import type { DocumentId } from '../../shared/model/ids.ts'

/** A text is read in one pane, or in two side by side. */
export type PaneId = 'a' | 'b'

/** Where a reader is in a text: what is at the top of the screen, and where the caret is. */
export interface Place {
  readonly top: number
  readonly caret: number
}

export interface KeptPlace {
  readonly paneId: PaneId
  readonly documentId: DocumentId
  readonly place: Place
}

type Where = () => Place

/** as many as are remembered: the oldest go first */
const MOST_KEPT = 200

/** where each document was left in each pane, the last one left at the end */
let kept = new Map<string, KeptPlace>()
/** the readers that are there now, who know it better */
const live = new Map<string, { readonly documentId: DocumentId; readonly where: Where }>()
const listeners = new Set<() => void>()

const keyOf = (paneId: PaneId, documentId: DocumentId) => `${paneId} ${documentId}`

/** A reader says where it is whenever it is asked; returns how to take it back. */
export function tellPlace(paneId: PaneId, documentId: DocumentId, where: Where): () => void {
  const told = { documentId, where }
  live.set(paneId, told)
  return () => {
    if (live.get(paneId) === told) live.delete(paneId)
  }
}

export function keepPlace(paneId: PaneId, documentId: DocumentId, place: Place): void {
  const key = keyOf(paneId, documentId)
  kept.delete(key)
  kept.set(key, { paneId, documentId, place })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  for (const listener of listeners) listener()
}

/** Writes down where the readers are now; before anything makes them go. */
export function keepPlaces(): void {
  for (const [paneId, { documentId, where }] of live) keepPlace(paneId as PaneId, documentId, where())
}

/** Where this document was left in this pane; else where it was left in the other. */
export function placeIn(paneId: PaneId, documentId: DocumentId): Place | null {
  const other = paneId === 'a' ? 'b' : 'a'
  return (kept.get(keyOf(paneId, documentId)) ?? kept.get(keyOf(other, documentId)))?.place ?? null
}

export const keptPlaces = (): KeptPlace[] => [...kept.values()]

/** Another project: other places. */
export function resetPlaces(places: readonly KeptPlace[] = []): void {
  kept = new Map(places.map(one => [keyOf(one.paneId, one.documentId), one]))
}

export function onPlace(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
