import type { Furniture, PageInfo, PageLayout } from '../../../shared/model/page-layout.ts'
import type { Page } from '../../../shared/model/structure.ts'
import type { LeftOut } from '../../../shared/text/pdf/document.ts'
import { type Fonts, hundredths, type PlacedPart, pageRuns } from '../../../shared/text/pdf/page-runs.ts'
import type { Run } from '../../../shared/text/pdf/runs.ts'
import type { ReadPage } from './pdf-source.ts'

/** A run of the text in its place in the canonical text. */
export interface PlacedRun extends PlacedPart {
  readonly page: number
}

export function placedAt(run: Run, start: number): PlacedRun | null {
  const { atom, from, text, page, isCut } = run
  return atom && text !== ''
    ? { page, item: atom.item, from, length: text.length, start, keepsEnd: isCut }
    : null
}

export interface PrintedParts {
  readonly pages: readonly ReadPage[]
  readonly placed: readonly PlacedRun[]
  readonly furniture: readonly LeftOut[]
  /** printed with the text, but left out of it: signs of notes */
  readonly apart: readonly PlacedRun[]
  readonly fonts: Fonts
}

/** What stands where, page by page. */
export function layoutsOf({ pages, placed, furniture, apart, fonts }: PrintedParts): PageLayout[] {
  const layouts = pages.map((_, index): PageLayout => ({ index, runs: [], furniture: [] }))
  for (const part of placed) {
    const [layout, page] = [layouts[part.page], pages[part.page]]
    if (layout && page) layout.runs.push(...pageRuns(part, fonts, page))
  }
  for (const { page, text, box } of furniture) {
    const [x, y, right, bottom] = box.map(hundredths) as [number, number, number, number]
    layouts[page]?.furniture.push({
      text,
      x,
      y,
      width: hundredths(right - x),
      height: hundredths(bottom - y),
    })
  }
  for (const part of apart) {
    const page = pages[part.page]
    if (page) layouts[part.page]?.furniture.push(...signs(part, fonts, page))
  }
  return layouts
}

function signs(part: PlacedRun, fonts: Fonts, page: ReadPage): Furniture[] {
  const text = part.item.text.trim().slice(part.from, part.from + part.length)
  return pageRuns(part, fonts, page).map(({ x, y, width, height }) => ({ text, x, y, width, height }))
}

/** Of a page that could not be read nobody knows the size: then it is as large as the others. */
const USUAL = { width: 595, height: 842 }

/**
 * The extent of a page is that of its own text: a note at its foot stands in the text after
 * the paragraph that goes on overleaf, so pages may overlap.
 */
export function pageInfos(
  pages: readonly ReadPage[],
  structure: readonly Page[],
  layouts: readonly PageLayout[],
): PageInfo[] {
  const whole = pages.find(page => page.width > 0 && page.height > 0) ?? USUAL
  return pages.map(({ index, width, height }) => {
    const { start, end, label } = structure[index] ?? { start: 0, end: 0, label: String(index + 1) }
    const runs = layouts[index]?.runs ?? []
    const size = width > 0 && height > 0 ? { width, height } : { width: whole.width, height: whole.height }
    return {
      index,
      label,
      width: hundredths(size.width),
      height: hundredths(size.height),
      start: runs.length > 0 ? runs.reduce((least, run) => Math.min(least, run.start), end) : start,
      end: runs.length > 0 ? runs.reduce((most, run) => Math.max(most, run.end), 0) : end,
    }
  })
}
