import type { PageViewport, PDFPageProxy } from 'pdfjs-dist'
import type { Remark } from '../../../shared/model/structure.ts'
import type { Box } from '../../../shared/text/pdf/model.ts'

/** A comment that someone wrote onto the page: a sticky note, or one on a highlight. */
export interface PdfRemark {
  readonly page: number
  /** what it marks on the page as it is seen */
  readonly boxes: readonly Box[]
  readonly author: string
  readonly text: string
}

/** A stretch of the canonical text and where it is printed. */
export interface PlacedText {
  readonly page: number
  readonly box: Box
  readonly start: number
  readonly end: number
}

const COMMENTS = new Set([
  'Text',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'FreeText',
  'Caret',
  'Ink',
  'Stamp',
])

interface Annotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly quadPoints?: ArrayLike<number> | null
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
}

export async function readRemarks(
  page: PDFPageProxy,
  view: PageViewport,
  index: number,
): Promise<PdfRemark[]> {
  // broken annotations are no reason to lose the text of the page
  const annotations = (await page.getAnnotations().catch(() => [])) as Annotation[]
  return annotations
    .filter(each => COMMENTS.has(each.subtype ?? '') && (each.contentsObj?.str ?? '').trim() !== '')
    .map(each => ({
      page: index,
      boxes: rectangles(each).map(rectangle => toBox(view, rectangle)),
      author: each.titleObj?.str ?? '',
      text: (each.contentsObj?.str ?? '').replace(/\r\n?/g, '\n').trim(),
    }))
}

/** One for each marked line, or the one that the comment itself takes up. */
function rectangles({ quadPoints, rect }: Annotation): number[][] {
  const points = Array.from(quadPoints ?? [])
  const quads: number[][] = []
  for (let at = 0; at + 8 <= points.length; at += 8) {
    const xs = [0, 2, 4, 6].map(step => points[at + step] ?? 0)
    const ys = [1, 3, 5, 7].map(step => points[at + step] ?? 0)
    quads.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }
  return quads.length > 0 ? quads : [[...(rect ?? [0, 0, 0, 0])]]
}

function toBox(view: PageViewport, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Box {
  const [a = 0, b = 0] = view.convertToViewportPoint(x0, y0) as number[]
  const [c = 0, d = 0] = view.convertToViewportPoint(x1, y1) as number[]
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Ties a comment to the text it marks; one that marks none to the nearest text of its page. */
export function anchorRemark(remark: PdfRemark, placed: readonly PlacedText[]): Remark {
  const onPage = placed.filter(each => each.page === remark.page)
  const marked = onPage.filter(each => remark.boxes.some(box => covers(box, each.box)))
  const { author, text } = remark
  if (marked.length > 0) {
    const start = Math.min(...marked.map(each => each.start))
    return { start, end: Math.max(...marked.map(each => each.end)), author, text }
  }
  const box = remark.boxes[0] ?? [0, 0, 0, 0]
  const nearest = onPage.toSorted((one, other) => distance(box, one.box) - distance(box, other.box))[0]
  const start = nearest?.start ?? placed.findLast(each => each.page < remark.page)?.end ?? 0
  return { start, end: start, author, text }
}

/** Most of the height, and some of the width: a mark may cover half of what was drawn in one go. */
function covers([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean {
  const height = Math.min(bottom, y1) - Math.max(top, y0)
  const width = Math.min(right, x1) - Math.max(left, x0)
  return height > (y1 - y0) * 0.5 && width > Math.min(2, (x1 - x0) * 0.5)
}

function distance([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): number {
  const across = Math.max(0, x0 - right, left - x1)
  const down = Math.abs((top + bottom) / 2 - (y0 + y1) / 2)
  return down * 4 + across
}
