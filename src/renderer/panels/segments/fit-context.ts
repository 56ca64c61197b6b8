import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { contextAfter, contextBefore } from './quotation.ts'

/** What the core gives of context on one side at the most: so much of it has been cut. */
const MOST_AROUND = 3000
/** Characters before a quote that are shown however long it is. */
const LEAST_BEFORE = 40

/**
 * What of the context is shown where there is room for so many characters: before the quote
 * only so much that the quote itself is in view; what follows it is cut by the row.
 */
export function fitContext(
  { before, quote, after }: Pick<SegmentRow, 'before' | 'quote' | 'after'>,
  room: number,
): { before: string; after: string } {
  const spare = Math.max(0, Math.floor(room) - quote.length)
  const forAfter = Math.min(after.length, Math.floor(spare / 2))
  const most = Math.max(LEAST_BEFORE, spare - forAfter)
  const isCut = (text: string, length: number) => text.length > length || text.length >= MOST_AROUND
  return {
    before: contextBefore(before.slice(-most).toWellFormed(), isCut(before, most)),
    after: contextAfter(after.slice(0, Math.ceil(room)).toWellFormed(), isCut(after, room)),
  }
}
