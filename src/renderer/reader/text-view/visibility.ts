import type { Span } from '../../../shared/model/span.ts'
import type { BuiltChunk } from './build.ts'

/** Which chunks are near the screen, and when anything has moved. */
export interface Visibility {
  readonly near: () => readonly BuiltChunk[]
  readonly window: () => Span
  onChange(listener: () => void): void
  disconnect(): void
}

/** chunks this far beyond the screen's edges count as near, so that scrolling never meets an unpainted one */
const MARGIN = '70% 0px'

/**
 * Follows chunks in and out of the neighbourhood of the screen, and their sizes: a chunk
 * that is rendered for the first time takes its true height and pushes what is below it.
 */
export function watchChunks(scroller: HTMLElement, chunks: readonly BuiltChunk[]): Visibility {
  const indexOf = new Map<Element, number>(chunks.map(({ element }, index) => [element, index]))
  const inside = new Set<number>([0])
  const listeners = new Set<() => void>()
  let near: readonly BuiltChunk[] = chunks.slice(0, 1)
  const changed = () => {
    for (const listener of listeners) listener()
  }

  const intersections = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        const index = indexOf.get(target)
        if (index === undefined) continue
        if (isIntersecting) inside.add(index)
        else inside.delete(index)
      }
      near = [...inside].sort((a, b) => a - b).map(index => chunks[index]!)
      changed()
    },
    { root: scroller, rootMargin: MARGIN },
  )
  const sizes = new ResizeObserver(changed)
  for (const { element } of chunks) {
    intersections.observe(element)
    sizes.observe(element)
  }

  return {
    near: () => near,
    window: () => ({ start: near[0]?.start ?? 0, end: near.at(-1)?.end ?? 0 }),
    onChange: listener => void listeners.add(listener),
    disconnect: () => {
      intersections.disconnect()
      sizes.disconnect()
    },
  }
}
