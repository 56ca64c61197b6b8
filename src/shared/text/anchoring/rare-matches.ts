import { lowerBound } from '../../model/lower-bound.ts'
import type { Part } from './myers.ts'

export interface Match {
  readonly a: number
  readonly b: number
}

/** Five words in a row that occur once are a surer sign than one word that does. */
const LENGTHS = [5, 2, 1] as const

/**
 * Items that begin a row which stands once in either part and is the same in both: the longest
 * run of them that keeps its order. Rows of five items if there are any, else of two, else of one.
 */
export function rareMatches(a: Int32Array, b: Int32Array, inA: Part, inB: Part): Match[] {
  for (const length of LENGTHS) {
    const found = inOrder(onceInBoth(a, b, inA, inB, length))
    if (found.length > 0) return found
  }
  return []
}

const TWICE = -1

function onceInBoth(a: Int32Array, b: Int32Array, inA: Part, inB: Part, length: number): Match[] {
  const placesA = places(a, inA, length)
  const placesB = places(b, inB, length)
  const matches: Match[] = []
  for (const [key, at] of placesA) {
    const other = placesB.get(key) ?? TWICE
    if (at === TWICE || other === TWICE) continue
    // two rows may by chance have the same key
    if (isSameRow(a, at, b, other, length)) matches.push({ a: at, b: other })
  }
  return matches
}

function places(items: Int32Array, { from, to }: Part, length: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i + length <= to; i++) {
    let key = items[i]!
    for (let n = 1; n < length; n++) key = (Math.imul(key, 0x01000193) ^ items[i + n]!) | 0
    places.set(key, places.has(key) ? TWICE : i)
  }
  return places
}

function isSameRow(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (a[i + n] !== b[j + n]) return false
  return true
}

/** The longest subsequence whose places ascend on both sides; the matches come in the order of `a`. */
function inOrder(matches: readonly Match[]): Match[] {
  const piles: number[] = []
  const before = new Int32Array(matches.length).fill(-1)
  for (const [index, { b }] of matches.entries()) {
    const pile = lowerBound(piles.length, at => matches[piles[at]!]!.b >= b)
    before[index] = pile === 0 ? -1 : piles[pile - 1]!
    piles[pile] = index
  }
  const chain: Match[] = []
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(matches[at]!)
  return chain.reverse()
}
