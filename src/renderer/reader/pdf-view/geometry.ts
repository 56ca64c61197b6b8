import type { PageInfo } from '../../../shared/model/page-layout.ts'
import type { Span } from '../../../shared/model/span.ts'
import type { Box } from './axis.ts'
import { boxesOf } from './boxes.ts'
import { caretBox, lineAt } from './caret-box.ts'
import type { Desk, OnPage } from './desk.ts'
import { hitAt } from './hit.ts'
import type { KnownPage, Layouts } from './layouts.ts'
import type { PageLine } from './lines.ts'
import { pagesAt } from './page-index.ts'

export interface LinePlace {
  readonly page: number
  readonly line: PageLine
}

/** In which column of which page a drag was last. */
export interface Column {
  readonly page: number
  readonly column: number
}

/** Where the text is on the desk, as far as the layouts of its pages have come. */
export class PageGeometry {
  private readonly desk: Desk
  private readonly layouts: Layouts

  constructor(desk: Desk, layouts: Layouts) {
    this.desk = desk
    this.layouts = layouts
  }

  /** The page an offset is on; `known` if it is certain. */
  pageOf(offset: number): { page: number; known: KnownPage | null } {
    const candidates = pagesAt(this.desk.pages, offset)
    for (const page of candidates) {
      const known = this.layouts.get(page)
      if (known?.lines.some(({ start, end }) => start <= offset && offset < end)) return { page, known }
    }
    const page = candidates[0] ?? 0
    return { page, known: this.layouts.get(page) ?? null }
  }

  /** The line that the caret at an offset stands in; null while its page has not come, or has no text. */
  lineOf(offset: number): LinePlace | null {
    const { page, known } = this.pageOf(offset)
    const line = known && lineAt(known.lines, offset)
    return line ? { page, line } : null
  }

  /** Boxes on the desk of what is known of a passage. */
  boxesOf(span: Span): Box[] {
    return this.layouts
      .all()
      .flatMap(({ layout, lines }) =>
        reaches(this.desk.pages[layout.index], span)
          ? boxesOf(lines, span).map(box => this.desk.boxOf(layout.index, box))
          : [],
      )
  }

  caretBox(offset: number): Box | null {
    const place = this.lineOf(offset)
    const box = place && caretBox(place.line, offset)
    return box && this.desk.boxOf(place.page, box)
  }

  /** The place in the text that a point of a page means. A page without text is as a whole its first character. */
  hit(point: OnPage, before: Column | null): { offset: number; column: Column | null } | null {
    const known = this.layouts.get(point.page)
    if (!known) return null
    const hit = hitAt(known.lines, point, before?.page === point.page ? before.column : null)
    if (hit) return { offset: hit.offset, column: { page: point.page, column: hit.line.column } }
    const { start, end } = this.desk.pages[point.page]!
    return start < end ? { offset: start, column: null } : null
  }

  /** All lines of a page that has come. */
  linesOf(page: number): readonly PageLine[] | null {
    return this.layouts.get(page)?.lines ?? null
  }
}

const reaches = (page: PageInfo | undefined, span: Span) =>
  page !== undefined && page.start < span.end && span.start < Math.max(page.end, page.start + 1)
