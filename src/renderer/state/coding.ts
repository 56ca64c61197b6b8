import { createStore } from 'zustand/vanilla'
import type { CodeId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import type { PaneId } from './places.ts'
import { workspace } from './workspace.ts'

/** What the coding commands act on. The reader of the active pane keeps it up to date; nothing here is saved. */
export interface CodingState {
  /** the passage selected in the text, or null: then commands act on the sentence at the caret */
  readonly selection: { readonly documentId: DocumentId; readonly span: Span } | null
  /** the segment selected by a click on its bar or its text */
  readonly segmentId: SegmentId | null
  /** is the code picker open? for the selection or the selected segment */
  readonly picking: boolean
  readonly lastCodeId: CodeId | null
  /** the code that the text marker puts on every passage selected with the pointer; null: the marker is off */
  readonly marker: CodeId | null
  /** most recent first */
  readonly recentCodeIds: readonly CodeId[]
  /** codes pinned to the digits 1-9 (index 0 is 1) */
  readonly pinned: readonly (CodeId | null)[]
}

export const emptyCoding: CodingState = {
  selection: null,
  segmentId: null,
  picking: false,
  lastCodeId: null,
  marker: null,
  recentCodeIds: [],
  pinned: Array.from({ length: 9 }, () => null),
}

export const coding = createStore<CodingState>(() => emptyCoding)

const MOST_RECENT = 20

export function noteUsed(codeId: CodeId): void {
  coding.setState(state => ({
    lastCodeId: codeId,
    recentCodeIds: [codeId, ...state.recentCodeIds.filter(id => id !== codeId)].slice(0, MOST_RECENT),
  }))
}

/** A code holds at most one digit; pinning it to the digit it has takes it off. */
export function pinCode(codeId: CodeId, digit: number): void {
  coding.setState(({ pinned }) => ({
    pinned: pinned.map((id, index) => {
      if (index === digit - 1) return id === codeId ? null : codeId
      return id === codeId ? null : id
    }),
  }))
}

export function resetCoding(): void {
  laidBy.clear()
  coding.setState(emptyCoding, true)
}

const NOTHING = { selection: null, segmentId: null }

/** what is selected in the pane that is not active, until it is active again */
const laidBy = new Map<PaneId, Pick<CodingState, 'selection' | 'segmentId'>>()

workspace.subscribe((now, before) => {
  if (now.paneId === before.paneId) return
  const { selection, segmentId } = coding.getState()
  if (now.beside?.id === before.paneId) laidBy.set(before.paneId, { selection, segmentId })
  coding.setState({ ...NOTHING, ...laidBy.get(now.paneId), picking: false })
  laidBy.delete(now.paneId)
})

/** The reader of this pane goes, and with it what is selected there. */
export function leaveCoding(paneId: PaneId): void {
  laidBy.delete(paneId)
  if (workspace.getState().paneId === paneId) coding.setState({ ...NOTHING, picking: false })
}
