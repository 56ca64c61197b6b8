import type { Span } from '../../../shared/model/span.ts'
import type { Describe } from '../view.ts'
import type { BuiltChunk } from './build.ts'

const SLICE_MS = 4

/**
 * Says of each paragraph which codes it carries, for screen readers: highlights are not in
 * the accessibility tree. What comes near the screen at once, the rest when there is time.
 */
export class Descriptions {
  private readonly chunks: readonly BuiltChunk[]
  private describe: Describe = () => ''
  private stale = new Set<BuiltChunk>()
  private waiting: number | undefined

  constructor(chunks: readonly BuiltChunk[]) {
    this.chunks = chunks
  }

  /** Where `within` is given, what lies outside of it is described as before. */
  set(describe: Describe, near: readonly BuiltChunk[], within?: Span): void {
    this.describe = describe
    const touched = within
      ? this.chunks.filter(({ start, end }) => start < within.end && within.start < end)
      : this.chunks
    // what is near comes first, but not before the frame that shows what has changed
    this.stale = new Set([...near.filter(chunk => touched.includes(chunk)), ...this.stale, ...touched])
    if (this.stale.size > 0 && this.waiting === undefined) this.later()
  }

  refresh(near: readonly BuiltChunk[]): void {
    for (const chunk of near) if (this.stale.has(chunk)) this.write(chunk)
    if (this.stale.size > 0 && this.waiting === undefined) this.later()
  }

  stop(): void {
    if (this.waiting !== undefined) cancelIdleCallback(this.waiting)
    this.waiting = undefined
  }

  private later(): void {
    this.waiting = requestIdleCallback(deadline => {
      this.waiting = undefined
      const end = performance.now() + Math.min(SLICE_MS, deadline.timeRemaining())
      for (const chunk of this.stale) {
        this.write(chunk)
        if (performance.now() > end) break
      }
      if (this.stale.size > 0) this.later()
    })
  }

  private write(chunk: BuiltChunk): void {
    this.stale.delete(chunk)
    for (const [index, piece] of chunk.pieces.entries()) {
      const box = chunk.boxes[index]!
      const words = this.describe(piece)
      if (words === (box.getAttribute('aria-description') ?? '')) continue
      if (words === '') box.removeAttribute('aria-description')
      else box.setAttribute('aria-description', words)
    }
  }
}
