import type { Area } from '../../../shared/model/page-layout.ts'
import type { PdfView } from '../pdf-view/pdf-view.ts'
import type { Where } from '../view.ts'

/** how near to the edge of the screen an area may be and still be seen, px */
const RIM = 24

/** Scrolls so that the area can be seen; one that is larger than the screen, from its top left on. */
export function revealArea(printed: PdfView, area: Area, where: Where): void {
  const scroller = printed.element.closest('.reader-scroll')
  const box = printed.boxOf(area)
  if (!scroller || !box) return
  const screen = scroller.getBoundingClientRect()
  const isSeen = box.top >= screen.top && box.bottom <= screen.bottom
  const x = off(box.left, box.right, screen.left, screen.right)
  if (where === 'unless-seen' && isSeen && x === 0) return
  const fits = box.height <= screen.height - 2 * RIM
  const centred = fits ? (box.top + box.bottom - screen.top - screen.bottom) / 2 : box.top - screen.top - RIM
  const y = where === 'nearest' ? off(box.top, box.bottom, screen.top, screen.bottom) : centred
  scroller.scrollBy(x, y)
}

/** How far an interval must come to lie within another; one that does not fit, with its beginning. */
function off(from: number, to: number, least: number, most: number): number {
  if (from < least + RIM || to - from > most - least - 2 * RIM) return Math.min(0, from - least - RIM) || 0
  return to > most - RIM ? to - most + RIM : 0
}
