import type { Corpus } from './corpus.ts'

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/**
 * Codings brought into the order of documents, of where they begin, and of longer before
 * shorter; what shares all three stays in the order it came in. A radix sort, since two
 * hundred thousand comparisons too many are felt after each coding.
 */
export function inTextOrder(
  { codings, segments }: Pick<Corpus, 'codings' | 'segments'>,
  found: Int32Array,
  documentPlace: Int32Array,
): Int32Array {
  const { segment } = codings
  const { document, start, end } = segments
  // plain loops: the methods of typed arrays that take a function are ten times slower
  let longest = 0
  for (const coding of found) longest = Math.max(longest, end[segment[coding]!]!)
  const keys = new Int32Array(found.length)
  let sorted = found.slice()
  for (let at = 0; at < found.length; at++) keys[at] = longest - end[segment[sorted[at]!]!]!
  sorted = sortedByKeys(sorted, keys)
  for (let at = 0; at < found.length; at++) keys[at] = start[segment[sorted[at]!]!]!
  sorted = sortedByKeys(sorted, keys)
  for (let at = 0; at < found.length; at++) keys[at] = documentPlace[document[segment[sorted[at]!]!]!]!
  return sortedByKeys(sorted, keys)
}

/** `values` by the key at the same index (none is negative), which goes along: digit by digit from the last, each a stable counting sort. */
export function sortedByKeys(
  values: Int32Array<ArrayBuffer>,
  keys: Int32Array<ArrayBuffer>,
): Int32Array<ArrayBuffer> {
  let largest = 0
  for (const key of keys) largest = Math.max(largest, key)
  let [from, fromKeys] = [values, keys.slice()]
  let [to, toKeys] = [new Int32Array(values.length), new Int32Array(values.length)]
  for (let shift = 0; largest >>> shift > 0; shift += DIGIT_BITS) {
    const next = new Int32Array(DIGITS + 1)
    for (const key of fromKeys) next[((key >>> shift) & (DIGITS - 1)) + 1]!++
    for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!
    for (let at = 0; at < from.length; at++) {
      const key = fromKeys[at]!
      const place = next[(key >>> shift) & (DIGITS - 1)]!++
      to[place] = from[at]!
      toKeys[place] = key
    }
    ;[from, fromKeys, to, toKeys] = [to, toKeys, from, fromKeys]
  }
  return from
}
