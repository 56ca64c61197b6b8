import { type Line, lengthOf, type Region } from './model.ts'

const LONG = 40

/**
 * Character recognition measures every line anew, so that one size of type comes out as
 * several, line by line. Where that is so, all sizes near the median are taken for it.
 */
export function withSteadySizes(pages: readonly Region[][]): Region[][] {
  const regions = pages.flat()
  const long = regions.flatMap(region => region.lines).filter(line => line.text.length >= LONG)
  const odd = regions.flatMap(region => region.lines.filter((line, at) => standsOut(line, region.lines, at)))
  if (lengthOf(odd) < lengthOf(long) * 0.03 || odd.length < 3) return [...pages]
  const sizes = long.map(line => line.size).sort((a, b) => a - b)
  const median = sizes[sizes.length >> 1] ?? 10
  const smooth = (line: Line): Line =>
    Math.abs(line.size / median - 1) < 0.45 ? { ...line, size: median, sizes: [median] } : line
  return pages.map(page => page.map(region => ({ ...region, lines: region.lines.map(smooth) })))
}

/** A full line in a size of its own amid others of its paragraph: nobody sets type like that. */
function standsOut(line: Line, lines: readonly Line[], at: number): boolean {
  const [before, after] = [lines[at - 1], lines[at + 1]]
  if (!before || !after || [before, line, after].some(each => each.text.length < LONG)) return false
  const differs = (other: Line) => Math.abs(other.size / line.size - 1) > 0.08
  const close = (other: Line) => Math.abs(other.y - line.y) < 1.8 * Math.min(line.size, other.size)
  return differs(before) && differs(after) && close(before) && close(after)
}
