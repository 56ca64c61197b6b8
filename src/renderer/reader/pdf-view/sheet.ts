import type { PageInfo } from '../../../shared/model/page-layout.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import type { Describe, Layer } from '../view.ts'
import type { Box } from './axis.ts'
import { type PageSize, type Turn, turnedSize } from './frame.ts'
import type { KnownPage } from './layouts.ts'
import { PagePaint } from './paint.ts'
import type { PageLink } from './painter.ts'
import type { Drawn } from './rasters.ts'
import { buildWords, type PageWords } from './words.ts'

/**
 * One page. Its box is there from the beginning, at its true size; what is on it comes and
 * goes with the screen. Everything on it is laid out in the page's own units and turned and
 * scaled as one.
 */
export class Sheet {
  readonly element: HTMLElement
  readonly page: PageInfo
  words: PageWords | null = null
  private readonly sheet = part('div', 'pdf-sheet')
  private readonly over = part('div', 'pdf-over')
  private picture: HTMLCanvasElement | null = null
  private paint: PagePaint | null = null
  private links: HTMLElement | null = null
  private known: KnownPage | null = null
  private hasFit = false

  constructor(page: PageInfo, label: string) {
    this.page = page
    this.element = part('div', 'pdf-page')
    this.element.dataset['page'] = String(page.index)
    this.element.setAttribute('role', 'group')
    this.element.setAttribute('aria-label', label)
    this.element.append(this.sheet)
    this.sheet.append(this.over)
  }

  /** Where something may be laid over the page by `placedAt`; emptied when the page goes. */
  get overlay(): HTMLElement {
    return this.over
  }
  get isShown(): boolean {
    return this.known !== null
  }
  get isFitted(): boolean {
    return this.hasFit
  }
  /** See `PageWords.fit`. */
  fit(): void {
    this.words?.fit()
    this.hasFit = true
  }
  get canvas(): HTMLCanvasElement | null {
    return this.picture
  }

  place({ x, y, width, height }: Box, scale: number, turn: Turn): void {
    const { style } = this.element
    style.transform = `translate(${x}px, ${y}px)`
    style.width = `${width}px`
    style.height = `${height}px`
    const size = turnedSize({ width, height }, turn)
    this.sheet.style.width = `${size.width}px`
    this.sheet.style.height = `${size.height}px`
    this.sheet.style.transform = turning(size, turn)
    this.sheet.style.setProperty('--scale', String(scale))
  }

  /** Its text and what is laid over it, once it is known where the text stands. */
  show(known: KnownPage, text: string, structure: Structure, layers: ReadonlyMap<string, Layer>): void {
    if (this.known === known) return
    this.clearWords()
    this.known = known
    this.paint = new PagePaint(this.page)
    this.words = buildWords(text, structure, known.layout)
    this.over.before(this.paint.element, this.words.element)
    for (const [name, layer] of layers) this.paint.paint(name, layer, known.lines)
  }

  layer(name: string, layer: Layer | null): void {
    if (this.known) this.paint?.paint(name, layer, this.known.lines)
  }

  describe(wordsFor: Describe): void {
    for (const { span, box } of this.words?.blocks ?? []) {
      const words = wordsFor(span)
      if (words === (box.getAttribute('aria-description') ?? '')) continue
      if (words === '') box.removeAttribute('aria-description')
      else box.setAttribute('aria-description', words)
    }
  }

  /** A new picture; the one before it, which can be used again. */
  setPicture({ canvas, isRough }: Drawn): HTMLCanvasElement | null {
    const before = this.picture
    canvas.className = 'pdf-picture'
    canvas.setAttribute('aria-hidden', 'true')
    if (isRough) canvas.dataset['rough'] = ''
    else delete canvas.dataset['rough']
    if (before) before.replaceWith(canvas)
    else this.sheet.prepend(canvas)
    this.picture = canvas
    this.element.dataset['drawn'] = ''
    return before
  }

  setLinks(links: readonly PageLink[], follow: (link: PageLink) => void): void {
    this.links?.remove()
    this.links = links.length > 0 ? part('div', 'pdf-links') : null
    if (!this.links) return
    this.links.append(...links.map(link => linkElement(link, follow)))
    this.over.before(this.links)
  }

  /** Off the screen: only its box stays. Gives back the canvas. */
  hide(): HTMLCanvasElement | null {
    this.clearWords()
    this.links?.remove()
    this.links = null
    this.over.replaceChildren()
    const { picture } = this
    picture?.remove()
    this.picture = null
    delete this.element.dataset['drawn']
    return picture
  }

  private clearWords(): void {
    this.words?.element.remove()
    this.paint?.element.remove()
    this.words = null
    this.paint = null
    this.known = null
    this.hasFit = false
  }
}

/** Turns the page about its corner and puts it back where the corner was. */
function turning({ width, height }: PageSize, turn: Turn): string {
  if (turn === 0) return ''
  const [x, y] = { 1: [height, 0], 2: [width, height], 3: [0, width] }[turn] as [number, number]
  return `translate(${x}px, ${y}px) rotate(${turn * 90}deg)`
}

function linkElement(link: PageLink, follow: (link: PageLink) => void): HTMLElement {
  const { box, to, address } = link
  const element = part(to ? 'button' : 'span', 'pdf-link')
  Object.assign(element.style, placedAt(box))
  if (to) {
    // the outline and the keys lead to the same places: there is no need to stop at each link
    element.tabIndex = -1
    element.setAttribute('aria-label', `Go to page ${to.page + 1}`)
    element.addEventListener('click', () => follow(link))
  } else {
    element.dataset['about'] = address ?? ''
    element.setAttribute('role', 'note')
    element.setAttribute('aria-label', `Link to ${address}`)
  }
  return element
}

/** Where something lies on a page of any scale: for elements of the overlay and the links. */
export function placedAt({ x, y, width, height }: Box): Record<'left' | 'top' | 'width' | 'height', string> {
  const scaled = (value: number) => `calc(${value.toFixed(2)}px * var(--scale))`
  return { left: scaled(x), top: scaled(y), width: scaled(width), height: scaled(height) }
}

function part<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  element.className = className
  if (element instanceof HTMLButtonElement) element.type = 'button'
  return element
}
