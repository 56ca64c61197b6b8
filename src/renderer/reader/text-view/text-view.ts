import type { Span } from '../../../shared/model/span.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import { SelectingView } from '../selecting-view.ts'
import type { Units } from '../units.ts'
import type { Describe, DocumentView, Layer, Where } from '../view.ts'
import { type BuiltText, buildText } from './build.ts'
import { createCaret } from './caret.ts'
import { Descriptions } from './descriptions.ts'
import { createGeometry, type Geometry } from './geometry.ts'
import { followKeys } from './keyboard.ts'
import { Painter } from './painter.ts'
import { keepPlace, type PlaceKeeper } from './place.ts'
import { followPointer } from './pointer.ts'
import { type Rush, watchRush } from './rush.ts'
import { createScrolling, type Scrolling } from './scrolling.ts'
import { TextSelection } from './selection.ts'
import './text.css'
import { type Visibility, watchChunks } from './visibility.ts'

/** Where the text stands while it is read. */
interface Stand {
  readonly scroller: HTMLElement
  readonly visibility: Visibility
  readonly scrolling: Scrolling
  readonly placeKeeper: PlaceKeeper
  readonly rush: Rush
}

/** A document whose canonical text is shown as real text, dressed by its structure. */
export class TextView extends SelectingView implements DocumentView {
  readonly element: HTMLElement
  private readonly text: string
  private readonly units: Units
  private readonly built: BuiltText
  private readonly geometry: Geometry
  protected readonly selected: TextSelection
  private readonly descriptions: Descriptions
  private readonly painter: Painter
  private readonly caretMark = createCaret()
  private stand: Stand | null = null
  private unfolded: HTMLElement | null = null

  constructor(text: string, structure: Structure, units: Units, label: string) {
    super()
    this.text = text
    this.units = units
    this.built = buildText(text, structure)
    const { root, map, chunks } = this.built
    this.element = root
    this.geometry = createGeometry(root, map)
    this.selected = new TextSelection(root, map, text.length)
    this.descriptions = new Descriptions(chunks)
    this.painter = new Painter(map, () => this.near())
    root.tabIndex = 0
    root.setAttribute('role', 'document')
    root.setAttribute('aria-label', label)
    root.dataset['home'] = ''
  }

  mount(scroller: HTMLElement, host: HTMLElement): () => void {
    host.append(this.element, this.caretMark.element)
    const visibility = watchChunks(scroller, this.built.chunks)
    const scrolling = createScrolling(scroller, this.geometry)
    const placeKeeper = keepPlace(scroller, this)
    const rush = watchRush(scroller, () => this.moved())
    this.stand = { scroller, visibility, scrolling, placeKeeper, rush }
    visibility.onChange(() => this.moved())
    const stops = this.follow()
    this.moved()
    return () => {
      for (const stop of stops) stop()
      scrolling.cancel()
      placeKeeper.stop()
      rush.stop()
      visibility.disconnect()
      this.stand = null
      this.caretMark.stop()
      this.descriptions.stop()
      this.painter.clearAll()
      this.caretMark.element.remove()
      this.element.remove()
    }
  }

  paint(name: string, layer: Layer | null): void {
    this.painter.paint(name, layer)
  }
  describe(describe: Describe, within?: Span): void {
    this.descriptions.set(describe, this.near(), within)
  }

  reveal(span: Span, where: Where = 'centre'): void {
    this.unfold(span.start)
    this.stand?.scrolling.reveal(span, where)
  }
  rectsOf(span: Span): DOMRect[] {
    return this.geometry.rectsOf(span)
  }
  caretRect(offset: number): DOMRect | null {
    return this.geometry.caretRect(offset)
  }
  offsetAt(x: number, y: number): number | null {
    return this.geometry.offsetAt(x, y)
  }
  window(): Span {
    return this.stand?.visibility.window() ?? { start: 0, end: 0 }
  }
  restore(offset: number): void {
    this.unfold(offset)
    this.stand?.scrolling.restore(offset)
  }

  /** What the screen shows; where something lies over its corners, what is near it. */
  shown(): Span {
    if (!this.stand) return { start: 0, end: 0 }
    const { scroller, visibility } = this.stand
    const { left, right, top, bottom } = scroller.getBoundingClientRect()
    const near = visibility.window()
    const isAtTop = scroller.scrollTop < 4
    const isAtEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 4
    return {
      start: isAtTop ? 0 : (this.offsetAt(left, top + 4) ?? near.start),
      end: isAtEnd ? this.text.length : (this.offsetAt(right, bottom - 4) ?? near.end),
    }
  }

  /**
   * What is gone to is laid out in full: in a chunk that is guessed too short, a place can be
   * so far below its end that the chunk never comes near the screen and is never drawn.
   */
  private unfold(offset: number): void {
    const element = this.built.chunks.findLast(({ start }) => start <= offset)?.element ?? null
    if (element === this.unfolded) return
    this.unfolded?.style.removeProperty('content-visibility')
    element?.style.setProperty('content-visibility', 'visible')
    this.unfolded = element
  }

  private near() {
    return this.stand?.visibility.near() ?? this.built.chunks.slice(0, 1)
  }

  protected setSelection(anchor: number, focus: number): void {
    this.selected.set(anchor, focus)
    this.showSelection()
  }

  /** Without the focus the browser shows no selection here: then it is painted. */
  private showSelection(): void {
    const { span, hasFocus } = this.selected
    this.painter.paint('selection', span && !hasFocus ? { style: 'selection', spansIn: () => [span] } : null)
    this.showCaret()
  }

  private showCaret(): void {
    const isShown = this.selected.hasFocus && this.selected.span === null
    const box = isShown ? this.geometry.caretRect(this.selected.focus) : null
    const page = this.caretMark.element.parentElement?.getBoundingClientRect()
    this.caretMark.show(
      box && page ? { x: box.left - page.left, y: box.top - page.top, height: box.height } : null,
    )
  }

  /** Something is somewhere else now: the window, or what is in it. */
  private moved(): void {
    this.stand?.placeKeeper.check()
    if (this.stand?.rush.postpones()) return
    this.painter.refreshAll()
    this.descriptions.refresh(this.near())
    this.showCaret()
    this.listeners.layout()
  }

  private changed(mover: 'keys' | 'pointer'): void {
    this.showCaret()
    this.listeners.select(mover)
  }

  private follow(): (() => void)[] {
    const root = this.element
    const focused = () => {
      this.selected.write()
      this.showSelection()
    }
    const blurred = () => this.showSelection()
    root.addEventListener('focus', focused)
    root.addEventListener('blur', blurred)
    return [
      followKeys(root, {
        selection: this.selected,
        geometry: this.geometry,
        scroller: () => this.stand?.scroller,
        reveal: (span, where) => this.reveal(span, where),
        select: (anchor, focus) => this.setSelection(anchor, focus),
        changed: () => this.changed('keys'),
      }),
      followPointer(root, {
        units: this.units,
        offsetAt: this.geometry.offsetAt,
        focus: () => this.focus(),
        select: (anchor, focus) => this.setSelection(anchor, focus),
        began: () => this.listeners.pointerBegan(),
        ended: event => this.endPointer(event),
      }),
      this.listeners.onNative(() => this.takeOver()),
      () => root.removeEventListener('focus', focused),
      () => root.removeEventListener('blur', blurred),
    ]
  }

  /** The browser has changed its selection by itself. */
  private takeOver(): boolean {
    const isNews = this.selected.read()
    if (isNews) this.showCaret()
    return isNews
  }

  private endPointer(event: MouseEvent): void {
    const { selected, listeners } = this
    listeners.pointerEnded()
    selected.read()
    this.snapSelection(this.units)
    this.changed('pointer')
    const isClick = event.detail === 1 && this.element.contains(event.target as Node)
    if (!selected.span && isClick) listeners.click(selected.focus)
  }
}
