import { createStore } from 'zustand/vanilla'
import type { DocumentId } from '../../../shared/model/ids.ts'

export interface ReviewState {
  /** whose report is open; null: none is */
  readonly documentId: DocumentId | null
  /** the row that was gone to last */
  readonly at: string | null
  /** a version that is being read now */
  readonly reading: {
    readonly document: string
    readonly file: string
    readonly handle: string
    readonly done: number
    readonly total: number
  } | null
  /** a file that asks for its password */
  readonly locked: {
    readonly documentId: DocumentId
    readonly name: string
    readonly file: string
    readonly fileName: string
    readonly isWrong: boolean
  } | null
}

export const emptyReview: ReviewState = { documentId: null, at: null, reading: null, locked: null }

export const reviewState = createStore<ReviewState>(() => emptyReview)

/** Opens the report of what the replacement of this document did to its segments. */
export function openReview(documentId: DocumentId): void {
  reviewState.setState(state => (state.documentId === documentId ? state : { documentId, at: null }))
}

export function closeReview(): void {
  reviewState.setState({ documentId: null, at: null })
}
