import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { focusPlace } from '../../app/regions.ts'
import { openDocument, workspace } from '../../state/workspace.ts'

/** Shows the place in the text and goes there. The list stays; Alt+← comes back to the same row. */
export function openPlace(row: SegmentRow): void {
  openDocument(row.documentId, { start: row.start, end: row.end }, row.segmentId)
  goToText()
  const left = workspace.getState().back.at(-1)
  const stop = workspace.subscribe((now, before) => {
    if (now.drawer !== before.drawer || !before.back.includes(left!)) return stop()
    if (before.back.at(-1) !== left || now.back.includes(left!)) return
    stop()
    focusPlace('segments')
  })
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
