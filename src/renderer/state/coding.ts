import { createStore } from 'zustand/vanilla'
import type { CodeId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'

/** What the coding commands act on. The reader keeps it up to date; nothing here is saved. */
export interface CodingState {
  /** the passage selected in the text, or null: then commands act on the sentence at the caret */
  readonly selection: { readonly documentId: DocumentId; readonly span: Span } | null
  /** the segment selected by a click on its bar or its text */
  readonly segmentId: SegmentId | null
  /** is the code picker open? for the selection or the selected segment */
  readonly picking: boolean
  readonly lastCodeId: CodeId | null
  /** most recent first */
  readonly recentCodeIds: readonly CodeId[]
  /** codes pinned to the digits 1-9 (index 0 is 1) */
  readonly pinned: readonly (CodeId | null)[]
}

const emptyCoding: CodingState = {
  selection: null,
  segmentId: null,
  picking: false,
  lastCodeId: null,
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
  coding.setState(emptyCoding, true)
}
