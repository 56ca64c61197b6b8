import type { Span } from '../../shared/model/span.ts'
import type { PaintStyle } from './highlights.ts'

/** Who moved the selection: a click or drag that has ended, keys, or a call. */
export type Mover = 'pointer' | 'keys' | 'program'

/** In the middle of the screen; or no farther than it must; or in the middle, unless all of it is seen already. */
export type Where = 'centre' | 'nearest' | 'unless-seen'

/** Passages that are to look alike. Asked only for what is near the screen, again whenever that changes. */
export interface Layer {
  readonly style: PaintStyle
  readonly spansIn: (window: Span) => readonly Span[]
}

/** What a paragraph carries, for screen readers: an empty string takes the description off. */
export type Describe = (paragraph: Span) => string

/**
 * A document that can be read and pointed at, whatever it is made of: all that panels
 * know of it. Offsets are those of the canonical text.
 */
export interface DocumentView {
  /** takes the focus and the keys; lives in the scroller it was mounted in */
  readonly element: HTMLElement
  /** puts the document into a scroller's page; returns how to take it out */
  mount(scroller: HTMLElement, page: HTMLElement): () => void
  focus(): void
  readonly hasFocus: boolean

  /** the passage selected, or null where there is only a caret */
  selection(): Span | null
  caret(): number
  select(span: Span | null): void
  placeCaret(offset: number): void
  onSelect(listener: (mover: Mover) => void): () => void
  /** a plain click that selected nothing */
  onClick(listener: (offset: number) => void): () => void

  /** replaces the layer of that name; null takes it off */
  paint(name: string, layer: Layer | null): void
  /** says of paragraphs what they carry; with `within`, what lies outside is said as before */
  describe(describe: Describe, within?: Span): void

  /** scrolls so that the passage can be seen */
  reveal(span: Span, where?: Where): void
  /** boxes of the passage's lines, in the window's coordinates */
  rectsOf(span: Span): DOMRect[]
  /** the box of the caret at an offset */
  caretRect(offset: number): DOMRect | null
  offsetAt(x: number, y: number): number | null
  /** what is near the screen and therefore rendered */
  window(): Span
  /** what is on the screen */
  shown(): Span
  /** something moved: the window, the size of the text, the width */
  onLayout(listener: () => void): () => void
  /** puts the line of an offset at the top of the screen */
  restore(offset: number): void
}
