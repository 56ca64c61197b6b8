import type { Span } from '../../../shared/model/span.ts'
import type { Desk } from './desk.ts'
import { pagesWithin } from './frame.ts'
import type { PageGeometry } from './geometry.ts'

/** What the screen shows, from the first line that is seen to the last; by whole pages where lines are not known yet. */
export function seenOn(desk: Desk, geometry: PageGeometry, length: number): Span {
  const screen = desk.screen()
  const foot = screen.y + screen.height
  const { from, to } = pagesWithin(desk.frame, screen.y, foot)
  if (from === to || screen.height === 0) {
    const page = desk.pages[Math.min(from, desk.pages.length - 1)]
    return page ? { start: page.start, end: page.end } : { start: 0, end: 0 }
  }
  let start = length
  let end = 0
  for (let index = from; index < to; index++) {
    const page = desk.pages[index]!
    const lines = geometry.linesOf(index)
    for (const line of lines ?? [{ ...page, x: 0, y: 0 }]) {
      const box = desk.boxOf(index, line)
      // a line that is cut by the edge is not read any more
      if (box.y + box.height / 2 < screen.y || box.y + box.height / 2 > foot) continue
      start = Math.min(start, line.start)
      end = Math.max(end, line.end)
    }
  }
  // between two lines: what one is about to read
  if (start > end) return { start: desk.pages[from]!.start, end: desk.pages[to - 1]!.end }
  return { start, end }
}
