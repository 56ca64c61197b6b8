/** Which of `count` equal strips are in view, with a few more on either side, and those that must not go. */
export function visibleStrips(
  scroll: number,
  viewport: number,
  size: number,
  count: number,
  kept: readonly number[],
  more = 4,
): number[] {
  const from = Math.max(0, Math.floor(scroll / size) - more)
  const to = Math.min(count, Math.ceil((scroll + viewport) / size) + more)
  const strips = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
  const away = kept.filter(strip => strip >= 0 && strip < count && (strip < from || strip >= to))
  return [...strips, ...new Set(away)].sort((a, b) => a - b)
}

/** The scroll position, changed as little as possible, at which the strip is wholly in view. */
export function scrollTo(index: number, scroll: number, viewport: number, size: number): number {
  const start = index * size
  if (start < scroll) return start
  return start + size > scroll + viewport ? start + size - viewport : scroll
}
