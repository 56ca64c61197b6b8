import { matchClosely } from './myers.ts'

/** How a passage reads: without regard to line ends, white space, soft hyphens, ligatures and composed letters. */
export const asRead = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\uFB00-\uFB06]/g, ligature => ligature.normalize('NFKC'))
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ')
    .trim()

export const readsTheSame = (one: string, other: string): boolean =>
  one === other || asRead(one) === asRead(other)

/** Longer passages are compared by how much of them stayed; this is for what stands around them. */
const MOST_DIFFERENCES = 200

/** 1 if they read the same, 0 if they have nothing in common: their common letters by the longer one's. */
export function likeness(one: string, other: string): number {
  const [a, b] = [asRead(one), asRead(other)]
  if (a === b) return 1
  if (a === '' || b === '') return 0
  let common = 0
  matchClosely(
    (i, j) => a[i] === b[j],
    { from: 0, to: a.length },
    { from: 0, to: b.length },
    MOST_DIFFERENCES,
    () => common++,
  )
  return common / Math.max(a.length, b.length)
}
