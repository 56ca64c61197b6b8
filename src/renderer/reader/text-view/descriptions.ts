import type { Span } from '../../../shared/model/span.ts'
import { whenIdle } from '../../ui/idle.ts'
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
  /** calls off the work that waits for time */
  private waiting: (() => void) | undefined

  constructor(chunks: readonly BuiltChunk[]) {
    this.chunks = chunks
  }

  /** Where `within` is given, what lies outside of it is described as before. */
  set(describe: Describe, near: readonly BuiltChunk[], within?: Span): void {
    this.describe = describe
    const touched = within
      ? this.chunks.filter(({ start, end }) => start < within.end && within.start < end)
      : this.chunks
    this.stale = new Set([...near.filter(chunk => touched.includes(chunk)), ...this.stale, ...touched])
    // after a coding the frame that shows it goes before what is said of it
    if (within === undefined) this.refresh(near)
    else if (this.stale.size > 0 && this.waiting === undefined) this.later()
  }

  refresh(near: readonly BuiltChunk[]): void {
    for (const chunk of near) if (this.stale.has(chunk)) this.write(chunk)
    if (this.stale.size > 0 && this.waiting === undefined) this.later()
  }

  stop(): void {
    this.waiting?.()
    this.waiting = undefined
  }

  private later(): void {
    this.waiting = whenIdle(left => {
      this.waiting = undefined
      const end = performance.now() + Math.min(SLICE_MS, left())
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
