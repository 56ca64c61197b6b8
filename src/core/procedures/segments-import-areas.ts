import { Failure } from '../../shared/errors.ts'
import { Area } from '../../shared/model/page-layout.ts'
import { checksum } from '../../shared/text/checksum.ts'
import type { Context } from '../context.ts'
import { placeArea } from './segment-areas.ts'

/** The columns of a table by which a row is an area of a page; those that the export writes. */
export const AREA_TITLES = ['area page', 'area x', 'area y', 'area width', 'area height'] as const

type AreaCells = Readonly<Record<(typeof AREA_TITLES)[number], string>>

export const isAreaRow = (cells: AreaCells): boolean => AREA_TITLES.some(title => cells[title].trim() !== '')

/** Where the area lies and what it is tied to; or what is wrong with it. What stands in start, end and quote is not looked at. */
export function areaOfRow(ctx: Context, documentId: string, cells: AreaCells) {
  const [page, x, y, width, height] = AREA_TITLES.map(title => numberIn(cells[title]))
  const asked = Area.safeParse({ page: (page ?? Number.NaN) - 1, x, y, width, height })
  if (!asked.success)
    return 'an area needs numbers in all of area page, area x, area y, area width and area height'
  try {
    const { area, anchor } = placeArea(ctx, documentId, asked.data)
    const { text } = ctx.texts.of(documentId)
    return { area, ...anchor, words: 0, checksum: checksum(text, anchor.start, anchor.end) }
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

/** Spreadsheets of many countries write a comma for the point. */
const numberIn = (cell: string): number | null =>
  /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(cell) ? Number(cell.trim().replace(',', '.')) : null
