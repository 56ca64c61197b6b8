import type { PageInfo } from '../../../shared/model/page-layout.ts'
import type { PaintStyle } from '../highlights.ts'
import { unionWithin } from '../text-view/painter.ts'
import type { Layer } from '../view.ts'
import { boxesOf, type LineBox } from './boxes.ts'
import type { PageLine } from './lines.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** later ones lie on top, as in the text */
const ORDER = ['coded', 'tint', 'flash', 'hit', 'hit-current', 'selection']

/**
 * What is laid over one page, drawn in the units of the page so that zooming and turning draw
 * nothing anew. All of a layer is one path: where its boxes touch nothing is darker than elsewhere.
 */
export class PagePaint {
  readonly element: SVGSVGElement
  private readonly page: PageInfo
  private readonly paths = new Map<string, { path: SVGPathElement; line: SVGPathElement | null }>()

  constructor(page: PageInfo) {
    this.page = page
    this.element = document.createElementNS(SVG, 'svg')
    this.element.setAttribute('class', 'pdf-paint')
    this.element.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`)
    this.element.setAttribute('preserveAspectRatio', 'none')
    this.element.setAttribute('aria-hidden', 'true')
    this.tidy()
  }

  paint(name: string, layer: Layer | null, lines: readonly PageLine[]): void {
    const boxes = layer ? this.boxesIn(layer, lines) : []
    if (!layer || boxes.length === 0) {
      this.remove(name)
      return
    }
    const { path, line } = this.pathOf(name, layer.style)
    path.setAttribute('d', boxes.map(areaOf).join(''))
    path.style.fill = typeof layer.style === 'string' ? '' : tintOf(layer.style)
    line?.setAttribute('d', boxes.map(lineBelow).join(''))
  }

  private boxesIn({ spansIn }: Layer, lines: readonly PageLine[]): LineBox[] {
    const { start, end } = this.page
    const bounds = { start, end: Math.max(end, start + 1) }
    return unionWithin(spansIn(bounds), bounds).flatMap(span => boxesOf(lines, span))
  }

  private remove(name: string): void {
    const there = this.paths.get(name)
    there?.path.remove()
    there?.line?.remove()
    this.paths.delete(name)
    this.tidy()
  }

  /** What blends with the page below is costly to draw, also while it is empty. */
  private tidy(): void {
    this.element.style.display = this.paths.size === 0 ? 'none' : ''
  }

  private pathOf(name: string, style: PaintStyle) {
    const kind = typeof style === 'string' ? style : 'tint'
    const there = this.paths.get(name)
    if (there?.path.dataset['kind'] === kind) return there
    this.remove(name)
    const made = {
      path: this.place(kind, 'area'),
      // how what is coded shows is the reader's choice: by a line, a ground, or not
      line: kind === 'coded' ? this.place(kind, 'line') : null,
    }
    this.paths.set(name, made)
    this.tidy()
    return made
  }

  private place(kind: string, part: 'area' | 'line'): SVGPathElement {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', `pdf-paint-${kind} pdf-paint-${part}`)
    path.dataset['kind'] = kind
    const above = [...this.element.children].find(
      other => ORDER.indexOf((other as SVGPathElement).dataset['kind'] ?? '') > ORDER.indexOf(kind),
    )
    this.element.insertBefore(path, above ?? null)
    return path
  }
}

const tintOf = ({ tint, strength }: { tint: string; strength: number }) =>
  `color-mix(in srgb, ${tint} ${strength}%, transparent)`

const round = (value: number) => Math.round(value * 100) / 100

const areaOf = ({ x, y, width, height }: LineBox) =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`

/** Along the feet of the letters, whichever way they stand. */
function lineBelow({ x, y, width, height, line }: LineBox): string {
  const { turn = 0, vertical = false } = line.runs[0] ?? {}
  const side = vertical ? 1 : turn
  if (side === 1) return `M${round(x)} ${round(y)}v${round(height)}`
  if (side === 2) return `M${round(x)} ${round(y)}h${round(width)}`
  if (side === 3) return `M${round(x + width)} ${round(y)}v${round(height)}`
  return `M${round(x)} ${round(y + height)}h${round(width)}`
}
