import type { Span } from '../../../shared/model/span.ts'
import type { DomSpan } from '../dom-span.ts'
import { highlightOf } from '../highlights.ts'
import type { Layer } from '../view.ts'

interface Painted {
  layer: Layer
  highlight: Highlight | undefined
  ranges: Map<string, StaticRange>
}

/**
 * Registers highlights for what is near the screen only (ten thousand of them make every
 * frame take a quarter of a second), and changes only what differs from the last time.
 */
export class Painter {
  private readonly map: DomSpan
  private readonly near: () => readonly Span[]
  private readonly painted = new Map<string, Painted>()

  constructor(map: DomSpan, near: () => readonly Span[]) {
    this.map = map
    this.near = near
  }

  paint(name: string, layer: Layer | null): void {
    const there = this.painted.get(name)
    if (!layer) {
      if (there) clear(there)
      this.painted.delete(name)
      return
    }
    const highlight = highlightOf(layer.style)
    if (there && there.highlight !== highlight) clear(there)
    const painted = there ?? { layer, highlight, ranges: new Map() }
    painted.layer = layer
    painted.highlight = highlight
    this.painted.set(name, painted)
    this.refresh(painted)
  }

  /** The window has moved: every layer is asked again. */
  refreshAll(): void {
    for (const painted of this.painted.values()) this.refresh(painted)
  }

  clearAll(): void {
    for (const painted of this.painted.values()) clear(painted)
    this.painted.clear()
  }

  private refresh({ layer, highlight, ranges }: Painted): void {
    if (!highlight) return
    const wanted = new Map<string, Span>()
    for (const chunk of this.near()) {
      for (const span of unionWithin(layer.spansIn(chunk), chunk))
        wanted.set(`${span.start} ${span.end}`, span)
    }
    for (const [key, range] of ranges) {
      if (wanted.has(key)) continue
      highlight.delete(range)
      ranges.delete(key)
    }
    for (const [key, span] of wanted) {
      if (ranges.has(key)) continue
      const range = this.map.staticRange(span)
      ranges.set(key, range)
      highlight.add(range)
    }
  }
}

function clear({ highlight, ranges }: Painted): void {
  for (const range of ranges.values()) highlight?.delete(range)
  ranges.clear()
}

/** What the spans cover of `bounds`, as disjoint spans in order. The spans need not be in order. */
export function unionWithin(spans: readonly Span[], bounds: Span): Span[] {
  const clipped = spans
    .map(({ start, end }) => ({ start: Math.max(start, bounds.start), end: Math.min(end, bounds.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const union: { start: number; end: number }[] = []
  for (const span of clipped) {
    const last = union.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else union.push({ ...span })
  }
  return union
}
