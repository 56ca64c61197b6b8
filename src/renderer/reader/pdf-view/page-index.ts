import type { PageInfo } from '../../../shared/model/page-layout.ts'
import { indexNotAfter, type Span } from '../../../shared/model/span.ts'

/** so many pages back may text stand that is found between the beginning and the end of a page */
const REACH = 4

/**
 * Which pages an offset may be on, likeliest first. Pages can overlap in the text: notes at the
 * foot of one come after the paragraph that goes on overleaf.
 */
export function pagesAt(pages: readonly PageInfo[], offset: number): number[] {
  if (pages.length === 0) return []
  const last = Math.max(0, indexNotAfter(pages, offset))
  const found = [last]
  for (let at = last - 1; at >= Math.max(0, last - REACH); at--) {
    if (pages[at]!.end > offset) found.push(at)
  }
  return found
}

/** Pages that reach into a span. */
export function pagesIn(pages: readonly PageInfo[], { start, end }: Span): PageInfo[] {
  return pages.filter(page => page.start < page.end && page.start < end && start < page.end)
}

/** "iv (4 of 11)"; where the label is the number itself, "4 of 11". */
export function pageWords({ label, index }: Pick<PageInfo, 'label' | 'index'>, count: number): string {
  const place = `${index + 1} of ${count}`
  return label === '' || label === String(index + 1) ? place : `${label} (${place})`
}

/** The page that is meant by what was typed: the label that is printed on it comes before its place in the file. */
export function pageNamed(pages: readonly PageInfo[], typed: string): PageInfo | null {
  const wanted = typed.trim().replace(/^(?:pages?|pp?|pg)\.?\s+/iu, '')
  if (wanted === '') return null
  const labelled = pages.find(({ label }) => label.toLowerCase() === wanted.toLowerCase())
  if (labelled) return labelled
  return /^\d+$/.test(wanted) ? (pages[Number(wanted) - 1] ?? null) : null
}
