import type { Area, PageInfo, PageRun } from '../model/page-layout.ts'
import type { Span } from '../model/span.ts'
import { splitsPair } from './boundaries.ts'

/**
 * The character that an area is tied to, by which it has its turn among the passages: where the
 * text begins that lies nearest at its top left (of writing from right to left, its top right),
 * or below and beside. On a page without text, where the page begins.
 */
export function areaAnchor(
  area: Area,
  page: Pick<PageInfo, 'start'>,
  runs: readonly PageRun[],
  text: string,
): Span {
  const start = Math.min(nearestRun(area, runs)?.start ?? page.start, text.length - 1)
  const from = splitsPair(text, start) ? start - 1 : start
  return { start: from, end: splitsPair(text, from + 1) ? from + 2 : from + 1 }
}

/** Where nothing follows, the text of the page that comes last. */
function nearestRun(area: Area, runs: readonly PageRun[]): PageRun | undefined {
  let best: PageRun | undefined
  let last: PageRun | undefined
  let least = Number.POSITIVE_INFINITY
  for (const run of runs) {
    if (!last || run.start > last.start) last = run
    const away = distance(area, run)
    const isNearer = away < least || (away === least && best !== undefined && run.start < best.start)
    if (!isNearer) continue
    best = run
    least = away
  }
  return best ?? last
}

/** From the corner where the area begins to text that is not above it, nor before it in its line. */
function distance(area: Area, run: PageRun): number {
  const right = run.x + run.width
  const bottom = run.y + run.height
  const corner = run.rtl ? area.x + area.width : area.x
  const isBefore = run.rtl ? run.x >= corner : right <= corner
  if (isBefore || bottom <= area.y) return Number.POSITIVE_INFINITY
  const aside = Math.max(0, run.x - corner, corner - right)
  const below = Math.max(0, run.y - area.y)
  return Math.hypot(aside, below)
}
