import type { Span } from '../../../shared/model/span.ts'

const PARAGRAPHS = 2
/** A paragraph can be a whole book. */
const MOST = 2500

/** A passage with two paragraphs before and after those that it touches. */
export function passageAround(text: string, blocks: readonly Span[], { start, end }: Span): Span {
  const first = blocks.findLastIndex(block => block.start <= start)
  const last = blocks.findIndex(block => block.end >= end)
  const from = blocks[Math.max(0, first - PARAGRAPHS)]?.start ?? 0
  const to = blocks[last < 0 ? blocks.length - 1 : Math.min(blocks.length - 1, last + PARAGRAPHS)]?.end ?? end
  return {
    start: Math.max(Math.min(from, start), start - MOST, 0),
    end: Math.min(Math.max(to, end), end + MOST, text.length),
  }
}
