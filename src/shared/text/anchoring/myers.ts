/** Part of a sequence, half-open. */
export interface Part {
  readonly from: number
  readonly to: number
}

/**
 * What two parts have in common, in order, by the greedy algorithm of Myers (1986): the fewest
 * differences. Tells each common item to `found`, from the last to the first. Past `most`
 * differences it gives up, has told nothing and answers false.
 */
export function matchClosely(
  isEqual: (i: number, j: number) => boolean,
  a: Part,
  b: Part,
  most: number,
  found: (i: number, j: number) => void,
): boolean {
  const n = a.to - a.from
  const m = b.to - b.from
  const limit = Math.min(most, n + m)
  const reach = new Int32Array(2 * limit + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    trace.push(reach.slice(limit + 1 - d - 1, limit + 1 + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const at = limit + 1 + k
      let x = goesDown(reach, at, k, d) ? reach[at + 1]! : reach[at - 1]! + 1
      while (x < n && x - k < m && isEqual(a.from + x, b.from + x - k)) x++
      reach[at] = x
      if (x >= n && x - k >= m) {
        walkBack(trace, { n, m }, (x, y) => found(a.from + x, b.from + y))
        return true
      }
    }
  }
  return false
}

const goesDown = (reach: Int32Array, at: number, k: number, d: number): boolean =>
  k === -d || (k !== d && reach[at - 1]! < reach[at + 1]!)

function walkBack(
  trace: readonly Int32Array[],
  { n, m }: { n: number; m: number },
  found: (x: number, y: number) => void,
): void {
  let x = n
  let y = m
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!
    const k = x - y
    const at = k + d + 1
    const before = goesDown(reach, at, k, d) ? k + 1 : k - 1
    const wasX = d === 0 ? 0 : reach[before + d + 1]!
    const wasY = d === 0 ? 0 : wasX - before
    const fromX = d === 0 ? 0 : before === k + 1 ? wasX : wasX + 1
    while (x > fromX) {
      x--
      y--
      found(x, y)
    }
    x = wasX
    y = wasY
  }
}
