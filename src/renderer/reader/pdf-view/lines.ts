import type { PageRun } from '../../../shared/model/page-layout.ts'
import { axisOf, type Box } from './axis.ts'

/** Runs side by side that read on from one to the next. */
export interface PageLine extends Box {
  readonly start: number
  readonly end: number
  readonly runs: readonly PageRun[]
  readonly isDown: boolean
  /** number of the column it belongs to, in reading order */
  readonly column: number
}

/** what may lie between two runs of a line, in heights of the line: more is a gap between cells or columns */
const WIDEST_GAP = 2.5
const SAME_ROW = 0.5

type Growing = { -readonly [K in keyof PageLine]: PageLine[K] } & { runs: PageRun[] }

/** The lines of a page in reading order, each with its column. */
export function linesOf(runs: readonly PageRun[]): PageLine[] {
  const lines: Growing[] = []
  for (const run of runs.toSorted((a, b) => a.start - b.start)) {
    const last = lines.at(-1)
    const { isDown } = axisOf(run)
    if (last && last.isDown === isDown && goesOn(last, run)) {
      last.runs.push(run)
      last.end = Math.max(last.end, run.end)
      Object.assign(last, union(last, run))
    } else {
      const { start, end, x, y, width, height } = run
      lines.push({ start, end, x, y, width, height, isDown, column: 0, runs: [run] })
    }
  }
  numberColumns(lines)
  return lines
}

function goesOn(line: Growing, run: PageRun): boolean {
  const across = extent(line, !line.isDown)
  const other = extent(run, !line.isDown)
  const shared = Math.min(across.to, other.to) - Math.max(across.from, other.from)
  const least = Math.min(across.to - across.from, other.to - other.from)
  if (shared < least * SAME_ROW) return false
  const along = extent(line, line.isDown)
  const next = extent(run, line.isDown)
  const gap = Math.max(next.from - along.to, along.from - next.to)
  return gap <= WIDEST_GAP * Math.max(across.to - across.from, other.to - other.from)
}

/** A column is left where the text goes up again, or to where none of its lines reach. */
function numberColumns(lines: readonly Growing[]): void {
  let column = -1
  let reach = { from: 0, to: 0 }
  let before: Growing | undefined
  for (const line of lines) {
    const along = extent(line, line.isDown)
    if (!before || leaves(before, line, reach)) {
      column++
      reach = along
    } else reach = { from: Math.min(reach.from, along.from), to: Math.max(reach.to, along.to) }
    line.column = column
    before = line
  }
}

function leaves(before: Growing, line: Growing, reach: Extent): boolean {
  if (before.isDown !== line.isDown) return true
  const last = extent(before, !line.isDown)
  const here = extent(line, !line.isDown)
  const shared = Math.min(last.to, here.to) - Math.max(last.from, here.from)
  const least = Math.min(last.to - last.from, here.to - here.from)
  if (shared >= least * SAME_ROW) return false
  // lines that are read downwards follow one another from right to left, or from left to right
  if (!line.isDown && here.from < last.from - (last.to - last.from) / 2) return true
  const along = extent(line, line.isDown)
  return along.to <= reach.from || along.from >= reach.to
}

export interface Extent {
  readonly from: number
  readonly to: number
}

/** How far a box reaches, downwards or sideways. */
export const extent = ({ x, y, width, height }: Box, isDown: boolean): Extent =>
  isDown ? { from: y, to: y + height } : { from: x, to: x + width }

export function union(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
