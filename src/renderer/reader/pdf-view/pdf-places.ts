import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Box, Point } from './axis.ts'
import type { OutlineEntry, PageLink, PagePlace } from './painter.ts'

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

/** Deeper than this, and more entries than this, no one reads an outline. */
const DEEPEST = 12
const MOST_ENTRIES = 5000

/** The outline with the places it leads to. What leads nowhere keeps its title. */
export async function outlineOf(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  let count = 0
  const entries = async (items: Outline, depth: number): Promise<OutlineEntry[]> => {
    const made: OutlineEntry[] = []
    for (const item of depth < DEEPEST ? (items ?? []) : []) {
      if (++count > MOST_ENTRIES) break
      made.push({
        title: item.title.trim() === '' ? '(without a title)' : item.title.trim(),
        to: await placeOf(document, item.dest),
        children: await entries(item.items as Outline, depth + 1),
      })
    }
    return made
  }
  return entries(await document.getOutline(), 0)
}

interface Annotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly dest?: string | readonly unknown[] | null
  readonly url?: string
  readonly unsafeUrl?: string
}

/** A link, if the annotation is one that leads to a page or to an address; actions of other kinds are left alone. */
export async function linkOf(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  { subtype, rect, dest, url, unsafeUrl }: Annotation,
): Promise<PageLink | null> {
  if (subtype !== 'Link' || !rect || rect.length !== 4) return null
  const to = dest ? await placeOf(document, dest) : null
  const address = url ?? unsafeUrl ?? null
  if (!to && address === null) return null
  return { box: boxOf(page, rect), to, address }
}

function boxOf(page: PDFPageProxy, rect: readonly number[]): Box {
  const view = page.getViewport({ scale: 1 })
  const [x1, y1] = view.convertToViewportPoint(rect[0]!, rect[1]!) as [number, number]
  const [x2, y2] = view.convertToViewportPoint(rect[2]!, rect[3]!) as [number, number]
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x1 - x2),
    height: Math.abs(y1 - y2),
  }
}

/** Where a destination of the file lies; null where the file says nothing that can be found. */
async function placeOf(
  document: PDFDocumentProxy,
  dest: string | readonly unknown[] | null | undefined,
): Promise<PagePlace | null> {
  const found = typeof dest === 'string' ? await document.getDestination(dest).catch(() => null) : dest
  if (!Array.isArray(found)) return null
  const [target, kind, ...rest] = found as [unknown, { name?: string }?, ...unknown[]]
  const page = await indexOf(document, target)
  if (page === null || page < 0 || page >= document.numPages) return null
  const [left, top] = corner(kind?.name, rest)
  return { page, point: top === null ? null : await pointOn(document, page, left ?? 0, top) }
}

async function indexOf(document: PDFDocumentProxy, target: unknown): Promise<number | null> {
  if (typeof target === 'number') return target
  if (typeof target !== 'object' || target === null) return null
  return document.getPageIndex(target as never).catch(() => null)
}

function corner(kind: string | undefined, rest: readonly unknown[]): [number | null, number | null] {
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  if (kind === 'XYZ') return [number(rest[0]), number(rest[1])]
  if (kind === 'FitH' || kind === 'FitBH') return [null, number(rest[0])]
  if (kind === 'FitR') return [number(rest[0]), number(rest[3])]
  return [null, null]
}

async function pointOn(document: PDFDocumentProxy, page: number, x: number, y: number): Promise<Point> {
  const proxy = await document.getPage(page + 1)
  const [left, top] = proxy.getViewport({ scale: 1 }).convertToViewportPoint(x, y) as [number, number]
  return { x: left, y: top }
}
