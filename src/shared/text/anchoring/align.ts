import { matchClosely, type Part } from './myers.ts'
import { rareMatches } from './rare-matches.ts'

interface Pair {
  readonly a: Part
  readonly b: Part
}

/** Parts of no more items together are compared item by item first. */
const SMALL = 2000
/** More differences than this in one part: the two have nothing to do with one another. */
const MOST_DIFFERENCES = 1000

/**
 * Lays two sequences side by side: of each item of `a` its fellow in `b`, or -1. Fellows are
 * equal and in the same order. What occurs once in both holds the two together (patience);
 * what lies between is compared closely. Linear in time unless the sequences repeat themselves.
 */
export function align(a: Int32Array, b: Int32Array): Int32Array {
  const fellow = new Int32Array(a.length).fill(-1)
  const open: Pair[] = [{ a: { from: 0, to: a.length }, b: { from: 0, to: b.length } }]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const rest = withoutEqualEnds(a, b, pair, fellow)
    if (rest) for (const between of compare(a, b, rest, fellow)) open.push(between)
  }
  return fellow
}

/** What is left to compare after this: the parts between what was found. */
function compare(a: Int32Array, b: Int32Array, pair: Pair, fellow: Int32Array): Pair[] {
  const size = pair.a.to - pair.a.from + (pair.b.to - pair.b.from)
  if (size <= SMALL && closely(a, b, pair, fellow)) return []
  const found = rareMatches(a, b, pair.a, pair.b)
  if (found.length === 0) {
    if (size > SMALL) closely(a, b, pair, fellow)
    return []
  }
  const between: Pair[] = []
  let i = pair.a.from
  let j = pair.b.from
  for (const { a: atA, b: atB } of found) {
    fellow[atA] = atB
    between.push({ a: { from: i, to: atA }, b: { from: j, to: atB } })
    i = atA + 1
    j = atB + 1
  }
  between.push({ a: { from: i, to: pair.a.to }, b: { from: j, to: pair.b.to } })
  return between
}

const closely = (a: Int32Array, b: Int32Array, pair: Pair, fellow: Int32Array): boolean =>
  matchClosely(
    (i, j) => a[i] === b[j],
    pair.a,
    pair.b,
    MOST_DIFFERENCES,
    (i, j) => {
      fellow[i] = j
    },
  )

function withoutEqualEnds(a: Int32Array, b: Int32Array, pair: Pair, fellow: Int32Array): Pair | null {
  let { from: i, to: endA } = pair.a
  let { from: j, to: endB } = pair.b
  while (i < endA && j < endB && a[i] === b[j]) fellow[i++] = j++
  while (i < endA && j < endB && a[endA - 1] === b[endB - 1]) fellow[--endA] = --endB
  return i < endA && j < endB ? { a: { from: i, to: endA }, b: { from: j, to: endB } } : null
}
