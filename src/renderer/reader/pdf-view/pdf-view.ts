import type { Area, PageInfo } from '../../../shared/model/page-layout.ts'
import type { Span } from '../../../shared/model/span.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import { SelectingView } from '../selecting-view.ts'
import { createCaret } from '../text-view/caret.ts'
import { type Rush, watchRush } from '../text-view/rush.ts'
import type { Units } from '../units.ts'
import type { Describe, DocumentView, Layer, Where } from '../view.ts'
import type { Point } from './axis.ts'
import { Desk, type OnPage } from './desk.ts'
import type { FrameWishes } from './frame.ts'
import { PageGeometry } from './geometry.ts'
import { followPageKeys } from './keys.ts'
import { Layouts, type LoadLayouts } from './layouts.ts'
import { createPagesStore, type PagesState, type PagesStore } from './pages-state.ts'
import type { OpenPainter, PageLink, PagePlace } from './painter.ts'
import { Painting } from './painting.ts'
import './pdf.css'
import { followPagePointer } from './pointer.ts'
import { seenOn } from './seen.ts'
import { PageSelection } from './selection.ts'
import { Stage } from './stage.ts'
import { Travel } from './travel.ts'
import { followWheel } from './wheel.ts'

export interface PrintedPages {
  readonly text: string
  readonly structure: Structure
  readonly units: Units
  readonly label: string
  readonly pages: readonly PageInfo[]
  readonly load: LoadLayouts
  readonly open: OpenPainter
  readonly looks: FrameWishes & Pick<PagesState, 'isDark' | 'side'>
  /** before one is taken elsewhere by a link: the place can be come back to */
  readonly leave: () => void
}

/** A document as it was printed: the picture of each page, and over it the same text as everywhere. */
export class PdfView extends SelectingView implements DocumentView {
  readonly element: HTMLElement
  readonly pages: readonly PageInfo[]
  readonly state: PagesStore
  private readonly given: PrintedPages
  private readonly desk: Desk
  private readonly layouts: Layouts
  private readonly geometry: PageGeometry
  private readonly stage: Stage
  protected readonly selected: PageSelection
  private readonly travel: Travel
  private readonly caretMark = createCaret()
  private scroller: HTMLElement | null = null
  private rush: Rush | null = null
  private readonly painting: Painting

  constructor(given: PrintedPages) {
    super()
    this.given = given
    this.pages = given.pages
    this.state = createPagesStore(given.looks)
    const { mode, zoom, turn } = given.looks
    this.desk = new Desk(given.pages, { mode, zoom, turn })
    this.element = this.desk.element
    this.layouts = new Layouts(given.load, given.pages.length)
    this.geometry = new PageGeometry(this.desk, this.layouts)
    this.stage = new Stage({
      desk: this.desk,
      layouts: this.layouts,
      text: given.text,
      structure: given.structure,
      follow: link => this.follow(link),
      changed: () => this.changedOnStage(),
      failed: (page, error) => console.warn(`page ${page + 1} cannot be drawn`, error),
    })
    this.painting = new Painting(given.open, this.state, painter => {
      // the words are where they were printed: without a picture they are shown themselves
      this.element.toggleAttribute('data-bare', painter === null)
      if (painter) this.stage.takePainter(painter)
    })
    this.selected = new PageSelection(this.element, () => this.stage.sheets(), given.text.length)
    this.travel = new Travel(this.desk, this.geometry, this.layouts)
    this.element.tabIndex = 0
    this.element.setAttribute('role', 'document')
    this.element.setAttribute('aria-label', given.label)
    this.element.dataset['home'] = ''
    this.element.append(this.caretMark.element)
    const dress = ({ isDark }: PagesState) => this.element.toggleAttribute('data-dark', isDark)
    dress(this.state.getState())
    this.state.subscribe(dress)
  }

  mount(scroller: HTMLElement, host: HTMLElement): () => void {
    this.scroller = scroller
    this.desk.mount(scroller, host)
    this.rush = watchRush(scroller, () => this.look())
    this.painting.open()
    const stops = this.listen(scroller)
    this.fit()
    return () => {
      for (const stop of stops) stop()
      this.rush?.stop()
      this.stage.stop()
      this.painting.close()
      this.caretMark.stop()
      this.desk.unmount()
      this.scroller = null
    }
  }

  paint(name: string, layer: Layer | null): void {
    this.stage.paint(name, layer)
  }
  describe(describe: Describe): void {
    this.stage.setDescribe(describe)
  }

  reveal(span: Span, where: Where = 'centre'): void {
    this.travel.reveal(span, where)
    this.look()
  }
  restore(offset: number): void {
    this.travel.restore(offset)
  }
  rectsOf(span: Span): DOMRect[] {
    return this.desk.toWindow(this.geometry.boxesOf(span))
  }
  caretRect(offset: number): DOMRect | null {
    const box = this.geometry.caretBox(offset)
    return box && (this.desk.toWindow([box])[0] ?? null)
  }
  offsetAt(x: number, y: number): number | null {
    const point = this.desk.near(x, y)
    return point && (this.geometry.hit(point, null)?.offset ?? null)
  }
  window(): Span {
    const near = this.stage.sheets().filter(({ isShown }) => isShown)
    if (near.length === 0) return { start: 0, end: 0 }
    return {
      start: Math.min(...near.map(({ page }) => page.start)),
      end: Math.max(...near.map(({ page }) => page.end)),
    }
  }
  shown(): Span {
    return seenOn(this.desk, this.geometry, this.given.text.length)
  }

  /** The page under a point of the window and where on it, in the page's units; null beside the pages. */
  pageAt(x: number, y: number): OnPage | null {
    const point = this.desk.near(x, y)
    if (!point) return null
    const { width, height } = this.pages[point.page]!
    const isOn = point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height
    return isOn ? point : null
  }
  /** Where an area of a page is, in the window's coordinates. */
  boxOf(area: Area): DOMRect | null {
    if (!this.pages[area.page]) return null
    return this.desk.toWindow([this.desk.boxOf(area.page, area)])[0] ?? null
  }
  /** See `Stage.overlay`; elements are placed by `placedAt` of sheet.ts and take the pointer with `data-own-pointer`. */
  overlay(put: (page: number, element: HTMLElement) => () => void): () => void {
    return this.stage.overlay(put)
  }

  /** Zoom, turn, or another way to lay the pages; what is at a point of the window (or at the top) stays there. */
  lay(wishes: Partial<FrameWishes>, at?: Point): void {
    const { desk } = this
    const screen = this.scroller?.getBoundingClientRect()
    const fixed = at ?? { x: (screen?.left ?? 0) + (screen?.width ?? 0) / 2, y: (screen?.top ?? 0) + 1 }
    const place = desk.near(fixed.x, fixed.y)
    desk.layOut({ ...desk.wishes, ...wishes })
    if (place) {
      const { left, top } = desk.element.getBoundingClientRect()
      const { x, y } = desk.pointOf(place)
      desk.scrollBy(at ? left + x - fixed.x : 0, top + y - fixed.y)
    }
    this.state.setState({ ...desk.wishes, scale: desk.frame.scale })
    this.look()
    this.changedOnStage()
  }

  /** Turns to a page. */
  showPage(page: number): void {
    this.travel.showPoint({ page, ...this.topOf(page) })
    this.look()
  }

  /** To a page, or a place on it; by links and lists, so that one can come back. */
  goTo({ page, point }: PagePlace): void {
    if (!this.pages[page]) return
    this.given.leave()
    this.travel.showPoint(point ? { page, ...point } : { page, ...this.topOf(page) })
    this.look()
    void this.layouts.want(page, page + 1).then(() => {
      const offset = this.geometry.hit({ page, ...(point ?? this.topOf(page)) }, null)?.offset
      this.setSelection(offset ?? this.pages[page]!.start, offset ?? this.pages[page]!.start)
    })
  }

  /** Asks for the outline of the file, once it is open. */
  wantOutline(): Promise<void> {
    return this.painting.wantOutline()
  }
  /** Draws a small picture of a page. */
  drawSmall(page: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
    return this.painting.drawSmall(page, canvas, signal)
  }

  /** the corner of the page that is its top left as it lies */
  private topOf(page: number): Point {
    const { width, height } = this.pages[page]!
    const corners = { 0: [0, 0], 1: [0, height], 2: [width, height], 3: [width, 0] } as const
    const [x, y] = corners[this.desk.wishes.turn]
    return { x, y }
  }

  private follow({ to }: PageLink): void {
    if (to) this.goTo(to)
  }

  private listen(scroller: HTMLElement): (() => void)[] {
    const listening = new AbortController()
    let frame = 0
    const scrolled = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        if (!this.rush?.postpones()) this.look()
        else this.tellPage()
      })
    }
    const options = { passive: true, signal: listening.signal }
    scroller.addEventListener('scroll', scrolled, options)
    for (const event of ['wheel', 'pointerdown', 'touchstart'] as const)
      scroller.addEventListener(event, () => this.travel.cancel(), options)
    this.element.addEventListener('focus', () => this.focused(), options)
    this.element.addEventListener('blur', () => this.showCaret(), options)
    const sizes = new ResizeObserver(() => this.fit())
    sizes.observe(scroller)
    return [
      () => listening.abort(),
      () => sizes.disconnect(),
      () => cancelAnimationFrame(frame),
      this.layouts.onArrival(() => this.look()),
      this.listeners.onNative(() => this.takeOver()),
      followWheel(scroller, this),
      ...this.followHands(),
    ]
  }

  private followHands(): (() => void)[] {
    const { desk, geometry, selected: selection } = this
    const common = {
      desk,
      geometry,
      selection,
      units: this.given.units,
      select: (anchor: number, focus: number) => this.setSelection(anchor, focus),
    }
    return [
      followPageKeys(this.element, {
        ...common,
        length: this.given.text.length,
        reveal: span => this.reveal(span, 'nearest'),
        changed: () => this.listeners.select('keys'),
      }),
      followPagePointer(this.element, {
        ...common,
        focus: () => this.focus(),
        began: () => this.listeners.pointerBegan(),
        ended: event => this.endPointer(event),
      }),
    ]
  }

  private fit(): void {
    this.lay({})
  }

  private look(): void {
    if (!this.scroller) return
    // before anything is changed: afterwards, asking where things are costs a layout
    this.tellPage()
    this.stage.look()
  }

  private tellPage(): void {
    const page = this.desk.current()
    if (page !== this.state.getState().page) this.state.setState({ page })
  }

  private changedOnStage(): void {
    if (this.selected.hasFocus) this.selected.write()
    this.showCaret()
    this.listeners.layout()
  }

  private focused(): void {
    this.selected.write()
    this.showCaret()
  }

  protected setSelection(anchor: number, focus: number): void {
    this.selected.set(anchor, focus)
    const { span } = this.selected
    this.stage.paint('selection', span && { style: 'selection', spansIn: () => [span] })
    this.showCaret()
  }

  private showCaret(): void {
    const isShown = this.selected.hasFocus && this.selected.span === null
    const box = isShown ? this.geometry.caretBox(this.selected.focus) : null
    const isFlat = box !== null && box.height < box.width
    this.caretMark.show(box && { x: box.x, y: box.y, height: isFlat ? 2 : box.height })
    this.caretMark.element.style.width = isFlat ? `${box.width}px` : ''
  }

  private takeOver(): boolean {
    const isNews = this.selected.read()
    if (isNews) this.setSelection(this.selected.anchor, this.selected.focus)
    return isNews
  }

  private endPointer(event: MouseEvent): void {
    const { selected, listeners } = this
    listeners.pointerEnded()
    this.snapSelection(this.given.units)
    listeners.select('pointer')
    const isClick = event.detail === 1 && this.element.contains(event.target as Node)
    if (!selected.span && isClick) listeners.click(selected.focus)
  }
}
