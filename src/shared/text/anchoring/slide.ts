import type { Tokens } from './tokens.ts'

/** No passage begins so far from where it was found. */
const FARTHEST = 40

/**
 * Where "a. b. c" has become "a. c", taken out is "b. " or ". b": as well the one as the other.
 * Of all that is possible the one that begins with a line is chosen, or with a word after a blank:
 * people take out sentences and paragraphs. The same for what was put in.
 */
export function slide(
  fellow: Int32Array,
  a: Tokens,
  b: Tokens,
  texts: readonly [string, string],
): Int32Array {
  const settled = slideTakenOut(fellow, a, texts[0])
  return inverse(slideTakenOut(inverse(settled, b.ids.length), b, texts[1]), a.ids.length)
}

function inverse(fellow: Int32Array, length: number): Int32Array {
  const back = new Int32Array(length).fill(-1)
  for (let i = 0; i < fellow.length; i++) if (fellow[i]! >= 0) back[fellow[i]!] = i
  return back
}

function slideTakenOut(given: Int32Array, tokens: Tokens, text: string): Int32Array {
  const fellow = given.slice()
  let last = -1
  for (let i = 0; i < fellow.length; i++) {
    if (fellow[i]! < 0) continue
    const isTakenOut = last >= 0 && i > last + 1 && fellow[i] === fellow[last]! + 1
    last = isTakenOut ? slideBlock(fellow, tokens, text, { from: last + 1, to: i }) : i
  }
  return fellow
}

/** Answers the first item after the block in its new place. */
function slideBlock(
  fellow: Int32Array,
  tokens: Tokens,
  text: string,
  { from, to }: { from: number; to: number },
): number {
  const { ids } = tokens
  let best = { shift: 0, worth: worthOf(tokens, text, from) }
  const consider = (shift: number) => {
    const worth = worthOf(tokens, text, from + shift)
    if (worth > best.worth) best = { shift, worth }
  }
  for (
    let n = 1;
    n <= FARTHEST && isChained(fellow, to + n - 1) && ids[from + n - 1] === ids[to + n - 1];
    n++
  )
    consider(n)
  for (let n = 1; n <= FARTHEST && isChained(fellow, from - n) && ids[from - n] === ids[to - n]; n++)
    consider(-n)
  for (let n = 0; n < best.shift; n++) move(fellow, to + n, from + n)
  for (let n = 1; n <= -best.shift; n++) move(fellow, from - n, to - n)
  return to + best.shift
}

const isChained = (fellow: Int32Array, at: number): boolean =>
  at >= 0 && at < fellow.length && fellow[at]! >= 0

function move(fellow: Int32Array, from: number, to: number): void {
  const j = fellow[from]!
  fellow[from] = -1
  fellow[to] = j
}

function worthOf({ starts, ends }: Tokens, text: string, at: number): number {
  const between = text.slice(ends[at - 1] ?? 0, starts[at])
  if (at === 0 || between.includes('\n')) return 2
  return between === '' ? 0 : 1
}
