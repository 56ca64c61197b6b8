import type { Span } from '../../../shared/model/span.ts'
import type { Where } from '../view.ts'
import type { Box } from './axis.ts'
import { boxesOf } from './boxes.ts'
import type { Desk, OnPage } from './desk.ts'
import type { PageGeometry } from './geometry.ts'
import type { Layouts } from './layouts.ts'

/** how near to the edge of the screen something may be and still be seen, px */
const RIM = 48
/** above a place that is gone to, px */
const HEADROOM = 24
const ENDS = 400

/** Goes to places: at once to the page, and to the very line as soon as it is known where that is. */
export class Travel {
  private readonly desk: Desk
  private readonly geometry: PageGeometry
  private readonly layouts: Layouts
  private journey = 0

  constructor(desk: Desk, geometry: PageGeometry, layouts: Layouts) {
    this.desk = desk
    this.geometry = geometry
    this.layouts = layouts
  }

  /** Whoever scrolls by hand is not taken anywhere any more. */
  cancel(): void {
    this.journey++
  }

  reveal(span: Span, where: Where): void {
    this.go(span.start, isSure => {
      const box = this.placeOf(span)
      const screen = this.desk.screen()
      const isSeen = isSure && offScreen(box, screen) === 0
      if (where === 'unless-seen' && isSeen) return
      const y = where === 'nearest' && isSure ? offScreen(box, screen) : offCentre(box, screen)
      this.desk.scrollBy(offSideways(box, screen), y)
    })
  }

  /** Puts the line of an offset at the top of the screen. */
  restore(offset: number): void {
    this.go(offset, () => {
      const box = this.placeOf({ start: offset, end: offset })
      this.desk.scrollBy(0, box.y - this.desk.screen().y)
    })
  }

  /** A place of a page near the top of the screen; without a point, the page's top. */
  showPoint({ page, ...point }: OnPage): void {
    this.cancel()
    const { x, y } = this.desk.pointOf({ page, ...point })
    const screen = this.desk.screen()
    const isAside = x < screen.x || x > screen.x + screen.width
    this.desk.scrollBy(isAside ? x - screen.x - HEADROOM : 0, y - screen.y - HEADROOM)
  }

  private go(offset: number, step: (isSure: boolean) => void): void {
    const mine = ++this.journey
    const { page, known } = this.geometry.pageOf(offset)
    step(known !== null)
    if (known) return
    void this.layouts.want(Math.max(0, page - 1), page + 2).then(() => {
      if (this.journey === mine) step(true)
    })
  }

  /** Where a passage lies on the desk: a long one is measured at its ends; what is not known is guessed from how far on it is. */
  private placeOf({ start, end }: Span): Box {
    const first = this.lineBox(start) ?? this.guess(start)
    if (end - start <= 1) return first
    const last = this.geometry.boxesOf({ start: Math.max(start, end - ENDS), end }).at(-1) ?? first
    const bottom = Math.max(first.y + first.height, last.y + last.height)
    return { ...first, height: bottom - first.y }
  }

  private lineBox(offset: number): Box | null {
    const place = this.geometry.lineOf(offset)
    if (!place) return null
    const box = boxesOf([place.line], { start: offset, end: offset + 1 })[0] ?? place.line
    return this.desk.boxOf(place.page, box)
  }

  private guess(offset: number): Box {
    const { page } = this.geometry.pageOf(offset)
    const { start, end } = this.desk.pages[page]!
    const placed = this.desk.frame.pages[page]!
    const share = Math.max(0, Math.min(0.95, (offset - start) / Math.max(1, end - start)))
    return { x: placed.x, y: placed.y + placed.height * share, width: placed.width, height: 20 }
  }
}

function offCentre(box: Box, screen: Box): number {
  if (box.height > screen.height * 0.7) return box.y - screen.y - screen.height * 0.15
  return box.y + box.height / 2 - screen.y - screen.height / 2
}

function offScreen(box: Box, screen: Box): number {
  if (box.y < screen.y + RIM) return box.y - screen.y - RIM
  const bottom = box.y + box.height
  if (bottom > screen.y + screen.height - RIM) return bottom - screen.y - screen.height + RIM
  return 0
}

/** Of a page that is wider than the screen, its part with the place. */
function offSideways(box: Box, screen: Box): number {
  if (box.x < screen.x) return box.x - screen.x - RIM
  const right = Math.min(box.x + box.width, box.x + screen.width / 2)
  if (right > screen.x + screen.width) return right - screen.x - screen.width + RIM
  return 0
}
