const KEY = 'postil.split'
const HALF = 0.5
const LEAST_PX = 220

/** No text is narrower than this, unless there is no room for two of them. */
export const leastWidth = (width: number): number => Math.min(LEAST_PX, width / 2)

/** The share that a width has, within what both texts need. */
export function shareOf(part: number, width: number): number {
  if (width <= 0) return HALF
  const least = leastWidth(width)
  return Math.min(width - least, Math.max(least, part)) / width
}

export function loadShare(): number {
  const share = Number(localStorage.getItem(KEY))
  return share > 0 && share < 1 ? share : HALF
}

export function saveShare(share: number): number {
  localStorage.setItem(KEY, share.toFixed(4))
  return share
}
