import type { PageInfo } from '../../../shared/model/page-layout.ts'
import type { Box, Point } from './axis.ts'
import { type Frame, type FrameWishes, layFrame, pagesWithin, type Room } from './frame.ts'
import { pageWords } from './page-index.ts'
import { Sheet } from './sheet.ts'
import { turnBack, turnBox, turnPoint } from './turned.ts'

/** px that the margin beside the pages needs at the least */
const MARGIN = 186
const NARROW_MARGIN = 76
const NARROW = 560

export interface OnPage extends Point {
  readonly page: number
}

/** The pages as they lie on the screen: what is where, between pages, the desk they lie on, and the window. */
export class Desk {
  readonly element = document.createElement('div')
  readonly sheets: readonly Sheet[]
  readonly pages: readonly PageInfo[]
  wishes: FrameWishes
  frame: Frame
  private scroller: HTMLElement | null = null

  constructor(pages: readonly PageInfo[], wishes: FrameWishes) {
    this.pages = pages
    this.wishes = wishes
    this.element.className = 'pdf'
    this.sheets = pages.map(page => new Sheet(page, `Page ${pageWords(page, pages.length)}`))
    this.element.append(...this.sheets.map(({ element }) => element))
    this.frame = layFrame(pages, wishes, { width: 800, height: 600 })
  }

  mount(scroller: HTMLElement, host: HTMLElement): void {
    this.scroller = scroller
    host.append(this.element)
    this.layOut(this.wishes)
  }

  unmount(): void {
    this.element.remove()
    this.scroller = null
  }

  /** Places all pages anew. */
  layOut(wishes: FrameWishes): void {
    this.wishes = wishes
    this.frame = layFrame(this.pages, wishes, this.room())
    const { style } = this.element
    style.width = `${this.frame.width}px`
    style.height = `${this.frame.height}px`
    for (const [index, sheet] of this.sheets.entries())
      sheet.place(this.frame.pages[index]!, this.frame.scale, wishes.turn)
  }

  private room(): Room {
    const { clientWidth = 0, clientHeight = 0 } = this.scroller ?? {}
    return {
      width: Math.max(160, clientWidth - (clientWidth < NARROW ? NARROW_MARGIN : MARGIN)),
      height: Math.max(160, clientHeight),
    }
  }

  /** What the screen shows of the desk, in its own px. */
  screen(): Box {
    const { scroller } = this
    if (!scroller) return { x: 0, y: 0, width: 0, height: 0 }
    const outer = scroller.getBoundingClientRect()
    const { left, top } = this.element.getBoundingClientRect()
    return {
      x: outer.left + scroller.clientLeft - left,
      y: outer.top + scroller.clientTop - top,
      width: scroller.clientWidth,
      height: scroller.clientHeight,
    }
  }

  scrollBy(x: number, y: number): void {
    if (!this.scroller) return
    if (Math.abs(x) >= 1) this.scroller.scrollLeft += x
    if (Math.abs(y) >= 1) this.scroller.scrollTop += y
  }

  /** The page that fills the middle of the screen. */
  current(): number {
    const { y, height } = this.screen()
    const middle = y + height * 0.4
    const { from, to } = pagesWithin(this.frame, middle, middle + 1)
    const next = Math.min(from, this.pages.length - 1)
    if (to > from) return from
    return Math.max(0, next)
  }

  /** A box of a page in px of the desk. */
  boxOf(page: number, box: Box): Box {
    const placed = this.frame.pages[page]!
    const turned = turnBox(box, this.pages[page]!, this.wishes.turn)
    const { scale } = this.frame
    return {
      x: placed.x + turned.x * scale,
      y: placed.y + turned.y * scale,
      width: turned.width * scale,
      height: turned.height * scale,
    }
  }

  pointOf({ page, ...point }: OnPage): Point {
    const placed = this.frame.pages[page]!
    const turned = turnPoint(point, this.pages[page]!, this.wishes.turn)
    return { x: placed.x + turned.x * this.frame.scale, y: placed.y + turned.y * this.frame.scale }
  }

  /** Boxes of the desk in the window's coordinates. */
  toWindow(boxes: readonly Box[]): DOMRect[] {
    if (boxes.length === 0) return []
    const { left, top } = this.element.getBoundingClientRect()
    return boxes.map(({ x, y, width, height }) => new DOMRect(left + x, top + y, width, height))
  }

  /** The page under a point of the window, or the nearest; with where on it, which may be beside it. */
  near(clientX: number, clientY: number): OnPage | null {
    const { left, top } = this.element.getBoundingClientRect()
    return this.nearOnDesk({ x: clientX - left, y: clientY - top })
  }

  nearOnDesk({ x, y }: Point): OnPage | null {
    const { pages, scale } = this.frame
    const { from, to } = pagesWithin(this.frame, y - 40, y + 40)
    const lower = Math.max(0, Math.min(from, pages.length - 1) - 1)
    let best: number | null = null
    let least = Number.POSITIVE_INFINITY
    for (let at = lower; at < Math.min(pages.length, Math.max(to, from + 1) + 1); at++) {
      const page = pages[at]!
      const dx = Math.max(0, page.x - x, x - page.x - page.width)
      const dy = Math.max(0, page.y - y, y - page.y - page.height)
      if (dx + dy * 4 >= least) continue
      best = at
      least = dx + dy * 4
    }
    if (best === null) return null
    const placed = pages[best]!
    const turned = { x: (x - placed.x) / scale, y: (y - placed.y) / scale }
    return { page: best, ...turnBack(turned, this.pages[best]!, this.wishes.turn) }
  }
}
