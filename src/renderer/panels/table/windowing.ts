/** Which of `count` equal strips are in view, with a few more on either side. */
export function visibleStrips(
  scroll: number,
  viewport: number,
  size: number,
  count: number,
  more = 4,
): { from: number; to: number } {
  const from = Math.max(0, Math.floor(scroll / size) - more)
  const to = Math.min(count, Math.ceil((scroll + viewport) / size) + more)
  return { from: Math.min(from, to), to }
}

/** The scroll position, changed as little as possible, at which the strip is wholly in view. */
export function scrollTo(index: number, scroll: number, viewport: number, size: number): number {
  const start = index * size
  if (start < scroll) return start
  return start + size > scroll + viewport ? start + size - viewport : scroll
}
