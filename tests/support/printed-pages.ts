import { unpackLayout } from '../../src/core/exchange/documents/page-layout-codec.ts'
import type { PrintedPages } from '../../src/core/exchange/documents/reader.ts'
import { PageInfo, PageLayout } from '../../src/shared/model/page-layout.ts'

/** Of a box beyond the page's edge, so many points are forgiven. */
const MARGIN = 2

/**
 * The law of printed pages: every character that can be seen is in exactly one run, on the
 * page that claims it, within the page. Returns what breaks it, or null.
 */
export function brokenLayout(text: string, printed: PrintedPages | undefined): string | null {
  if (!printed) return 'no pages'
  const { pages, layouts } = printed
  if (pages.length !== layouts.length) return `${layouts.length} layouts of ${pages.length} pages`
  const runs = new Uint8Array(text.length)
  for (const [index, packed] of layouts.entries()) {
    const info = PageInfo.parse(pages[index])
    const layout = PageLayout.parse(unpackLayout(index, packed))
    const broken = brokenPage(layout, info, runs)
    if (broken) return `page ${index + 1}: ${broken}`
  }
  for (let at = 0; at < text.length; at++) {
    const isSeen = /\S/.test(text[at] ?? '') && text[at] !== '\uFFFC'
    if (runs[at] !== (isSeen ? 1 : Math.min(1, runs[at] ?? 0)))
      return `character ${at} (“${text.slice(at, at + 10)}”) is in ${runs[at]} runs`
  }
  return null
}

function brokenPage({ runs }: PageLayout, page: PageInfo, counts: Uint8Array): string | null {
  for (const run of runs) {
    const what = JSON.stringify({ ...run, stops: run.stops.length })
    if (run.start < page.start || run.end > page.end || run.start >= run.end)
      return `${what} is not on its page`
    if (run.stops.length !== run.end - run.start + 1) return `${what} has the wrong number of stops`
    if (run.stops.some((stop, at) => stop < (run.stops[at - 1] ?? 0))) return `${what} steps back`
    if (run.x < -MARGIN || run.y < -MARGIN) return `${what} begins beyond the page`
    if (run.x + run.width > page.width + MARGIN || run.y + run.height > page.height + MARGIN)
      return `${what} ends beyond the page`
    for (let at = run.start; at < run.end; at++) counts[at]!++
  }
  return null
}
