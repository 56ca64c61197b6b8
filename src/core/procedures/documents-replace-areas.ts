import { Failure } from '../../shared/errors.ts'
import type { Area, PageInfo } from '../../shared/model/page-layout.ts'
import type { ReAnchoring } from '../../shared/text/anchoring/re-anchor.ts'
import { checksum } from '../../shared/text/checksum.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import { type PageSetKey, pageSetOf } from '../page-sets.ts'
import type { TextAtHand } from '../texts.ts'
import { type PlacedArea, placeArea } from './segment-areas.ts'

/** Where an area of the version before is in this one; null: its page is not there. */
export interface AnchoredArea {
  readonly state: 'moved' | 'review'
  readonly place: PlacedArea
  readonly score: number
}

export interface AreaAnchoring {
  area(area: Area): AnchoredArea | null
}

/** So much of a page's text tells it from the others. */
const TELLING = 600
/** Less text than this is a stamp on a scan. */
const LEAST_TEXT = 40
/** A page of another shape is not the same page. */
const SHAPE = 0.02

interface Found {
  readonly page: number
  readonly isSure: boolean
}

/**
 * Areas stay on their page. Which page that is its text says, where both versions have some: a
 * new title page moves all others. Where nothing says so, it is the page of the same number.
 */
export function areaAnchoring(
  ctx: Context,
  documentId: string,
  before: { readonly key: PageSetKey; readonly text: TextAtHand },
  anchoring: ReAnchoring,
): AreaAnchoring {
  const from = pageSetOf(ctx.db, before.key)?.pages ?? []
  const to = pageSetOf(ctx.db, keyOf(ctx, documentId))?.pages ?? []
  const known = new Map<number, Found | null>()

  function pageFor(index: number): Found | null {
    const found = known.get(index) ?? findPage(index)
    known.set(index, found)
    return found
  }
  function findPage(index: number): Found | null {
    const page = from[index]
    const same = to[index] ? { page: index, isSure: from.length === to.length } : null
    if (!page) return same && { ...same, isSure: false }
    const end = Math.min(page.end, page.start + TELLING)
    const hasText =
      before.text.text.slice(page.start, end).replaceAll('\uFFFC', '').trim().length >= LEAST_TEXT
    if (!hasText) return same
    const anchored = anchoring.span(page.start, end)
    if (anchored.state === 'lost') return same && { ...same, isSure: false }
    const at = to.findLastIndex(({ start }) => start <= anchored.start)
    return at < 0 ? same : { page: at, isSure: at === index || anchored.state === 'moved' }
  }

  return {
    area: area => {
      const found = pageFor(area.page)
      if (!found) return null
      const fitted = onNewPage(area, from[area.page], to[found.page]!, found.page)
      const place = tryPlace(ctx, documentId, fitted.area)
      const isSure = found.isSure && fitted.isSameShape
      return place && { state: isSure ? 'moved' : 'review', place, score: isSure ? 1 : 0.6 }
    },
  }
}

function keyOf({ db }: Context, documentId: string): PageSetKey {
  return statement<[string], PageSetKey>(
    db,
    'SELECT asset_sha256 AS asset, text_sha256 AS text, structure_sha256 AS structure FROM document WHERE id = ?',
  ).get(documentId)!
}

/** The same part of the page, if the new one is larger or smaller. */
function onNewPage(area: Area, from: PageInfo | undefined, to: PageInfo, page: number) {
  const across = from ? to.width / from.width : 1
  const down = from ? to.height / from.height : 1
  const isSameShape = from !== undefined && Math.abs(across / down - 1) <= SHAPE
  return {
    area: {
      page,
      x: area.x * across,
      y: area.y * down,
      width: area.width * across,
      height: area.height * down,
    },
    isSameShape,
  }
}

/** Null where nothing of the area lies on the page. */
function tryPlace(ctx: Context, documentId: string, area: Area): PlacedArea | null {
  try {
    return placeArea(ctx, documentId, area)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** Puts a segment that is an area where it is in this version; its anchor stands on another text now. */
export function reseatArea(ctx: Context, documentId: string, id: string, { area, anchor }: PlacedArea): void {
  const { text } = ctx.texts.of(documentId)
  const { page, x, y, width, height } = area
  statement<[number, number, number, number, number, string]>(
    ctx.db,
    'UPDATE segment_area SET page = ?, x = ?, y = ?, width = ?, height = ? WHERE id = ?',
  ).run(page, x, y, width, height, id)
  statement<[number, number, number, string]>(
    ctx.db,
    'UPDATE segment SET "start" = ?, "end" = ?, checksum = ? WHERE id = ?',
  ).run(anchor.start, anchor.end, checksum(text, anchor.start, anchor.end), id)
}
