import type { Area, PageInfo } from './page-layout.ts'

/** What is smaller than this on a side (in the page's units) is a slip of the hand. */
export const LEAST_SIDE = 2

type PageSize = Pick<PageInfo, 'width' | 'height'>

/** In hundredths of a unit, as boxes of text are kept: the same area is the same numbers. */
const hundredths = (value: number) => Math.round(value * 100) / 100

/** What of an area lies on its page. */
export function clippedArea({ page, x, y, width, height }: Area, size: PageSize): Area | null {
  const left = hundredths(Math.max(0, x))
  const top = hundredths(Math.max(0, y))
  const right = hundredths(Math.min(size.width, x + width))
  const bottom = hundredths(Math.min(size.height, y + height))
  if (right <= left || bottom <= top) return null
  return { page, x: left, y: top, width: hundredths(right - left), height: hundredths(bottom - top) }
}

export const isTooSmall = ({ width, height }: Area): boolean => width < LEAST_SIDE || height < LEAST_SIDE

export const sameArea = (one: Area, other: Area): boolean =>
  one.page === other.page &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height

/** "Area on page iv (4)"; of a picture, which has no pages, "Area of the picture". Stands where a passage has its words. */
export function areaInWords({ page }: Pick<Area, 'page'>, label: string): string {
  if (label === '') return 'Area of the picture'
  return label === String(page + 1) ? `Area on page ${label}` : `Area on page ${label} (${page + 1})`
}
