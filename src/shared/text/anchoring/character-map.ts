import { align } from './align.ts'
import { matchClosely } from './myers.ts'
import { slide } from './slide.ts'
import { type Tokens, tokenise } from './tokens.ts'

/** Larger gaps between words that stayed are new text, not altered text. */
const LARGEST_GAP = 2000
const MOST_DIFFERENCES = 400
/** Fewer letters in a row that two altered passages have in common mean nothing. */
const SHORTEST_RUN = 3

/**
 * Where each character (UTF-16 unit) of `from` stands in `to`, or -1 if it does not. Ascending;
 * characters that stand next to each other in one text need not do so in the other.
 */
export function mapCharacters(from: string, to: string): Int32Array {
  const map = new Int32Array(from.length).fill(-1)
  const [a, b] = tokenise([from, to])
  const fellow = slide(align(a.ids, b.ids), a, b, [from, to])
  let fromEnd = 0
  let toEnd = 0
  const gap = (fromStart: number, toStart: number) =>
    matchGap(map, [from, to], [fromEnd, fromStart], [toEnd, toStart])
  for (let i = 0; i < fellow.length; i++) {
    const j = fellow[i]!
    if (j < 0) continue
    gap(a.starts[i]!, b.starts[j]!)
    matchWord(map, [from, to], a, i, b, j)
    fromEnd = a.ends[i]!
    toEnd = b.ends[j]!
  }
  gap(from.length, to.length)
  return map
}

function matchWord(
  map: Int32Array,
  [from, to]: readonly [string, string],
  a: Tokens,
  i: number,
  b: Tokens,
  j: number,
): void {
  const start = a.starts[i]!
  const length = a.ends[i]! - start
  if (length === b.ends[j]! - b.starts[j]!) {
    // of the same length: the same word, at the most in other letters (capitals)
    for (let n = 0; n < length; n++) map[start + n] = b.starts[j]! + n
    return
  }
  matchClosely(
    (x, y) => from[x] === to[y],
    { from: start, to: a.ends[i]! },
    { from: b.starts[j]!, to: b.ends[j]! },
    MOST_DIFFERENCES,
    (x, y) => {
      map[x] = y
    },
  )
}

/** What stands between two words that stayed: white space, and whatever was altered. */
function matchGap(
  map: Int32Array,
  [from, to]: readonly [string, string],
  [fromStart, fromStop]: readonly [number, number],
  [toStart, toStop]: readonly [number, number],
): void {
  let [i, endI, j, endJ] = [fromStart, fromStop, toStart, toStop]
  while (i < endI && j < endJ && from[i] === to[j]) map[i++] = j++
  while (i < endI && j < endJ && from[endI - 1] === to[endJ - 1]) map[--endI] = --endJ
  if (i === endI || j === endJ || endI - i > LARGEST_GAP || endJ - j > LARGEST_GAP) return
  matchClosely(
    (x, y) => from[x] === to[y],
    { from: i, to: endI },
    { from: j, to: endJ },
    MOST_DIFFERENCES,
    (x, y) => {
      map[x] = y
    },
  )
  forgetShortRuns(map, i, endI)
}

function forgetShortRuns(map: Int32Array, from: number, to: number): void {
  let start = from
  for (let i = from + 1; i <= to; i++) {
    if (i < to && map[i]! >= 0 && map[i - 1]! >= 0 && map[i] === map[i - 1]! + 1) continue
    if (i - start < SHORTEST_RUN) map.fill(-1, start, i)
    start = i
  }
}
