import type { PageLayout, PageRun } from '../../src/shared/model/page-layout.ts'
import type { Structure } from '../../src/shared/model/structure.ts'

/** A line as it stands in one column of a page. */
interface PrintedLine {
  readonly column: number
  readonly top: number
  readonly bottom: number
  /** where it comes in the text */
  readonly order: number
}

export interface ColumnOrder {
  readonly columns: number
  /** pairs of lines, one below the other in a column */
  readonly pairs: number
  /** pairs that have a line of another column between them in the text */
  readonly broken: number
}

/**
 * Do lines that stand below one another in a column follow one another in the text? Worked
 * out from the boxes alone: columns are what white stripes from top to bottom divide. Notes
 * stand apart, since their place in the text is after the paragraph that refers to them; and so
 * do rows of tables (with tabs or leaders between their cells), which are read across.
 */
export function columnOrder(
  text: string,
  { runs }: PageLayout,
  { blocks }: Structure,
  height: number,
): ColumnOrder {
  const apart = blocks.filter(
    block => block.kind === 'note' || /\t|\.{5}/.test(text.slice(block.start, block.end)),
  )
  const isIn = (run: PageRun, some: typeof blocks) =>
    some.some(one => run.start >= one.start && run.end <= one.end)
  const tables = runs.filter(run =>
    isIn(
      run,
      apart.filter(one => one.kind !== 'note'),
    ),
  )
  const [top, bottom] = [Math.min(...tables.map(run => run.y)), Math.max(...tables.map(run => run.y))]
  // cells of several lines stand between the rows
  const isBeside = (run: PageRun) => run.y >= top && run.y <= bottom + 2 * run.height
  const body = runs.filter(run => run.turn === 0 && !run.vertical && !isIn(run, apart) && !isBeside(run))
  const gutters = guttersOf(body)
  const lines = linesOf(body, gutters)
  let [pairs, broken] = [0, 0]
  for (let column = 0; column <= gutters.length; column++) {
    const own = lines.filter(line => line.column === column).sort((a, b) => a.top - b.top)
    for (const [at, line] of own.entries()) {
      const next = own[at + 1]
      // further apart than lines of a paragraph are: something may come between them
      if (!next || next.top - line.bottom > Math.min(4, height * 0.005)) continue
      pairs++
      const [from, to] = [Math.min(line.order, next.order), Math.max(line.order, next.order)]
      if (lines.some(other => other.column !== column && other.order > from && other.order < to)) broken++
    }
  }
  return { columns: gutters.length + 1, pairs, broken }
}

/** Middles of stripes that hardly any text crosses, with text on both sides. */
function guttersOf(runs: readonly PageRun[]): number[] {
  const left = Math.floor(Math.min(...runs.map(run => run.x)))
  const right = Math.ceil(Math.max(...runs.map(run => run.x + run.width)))
  if (!Number.isFinite(left + right)) return []
  const cover = Array.from({ length: right - left + 1 }, (_, at) => {
    const x = left + at
    return runs.filter(run => run.x < x + 0.5 && run.x + run.width > x - 0.5).length
  })
  const least = [...cover].sort((a, b) => a - b)[Math.floor(cover.length / 2)]! * 0.12
  const gutters: number[] = []
  let from = -1
  for (const [at, count] of cover.entries()) {
    if (count <= least) {
      if (from < 0) from = at
    } else {
      if (from > 0 && at - from >= 7) gutters.push(left + (from + at) / 2)
      from = -1
    }
  }
  return gutters
}

function linesOf(runs: readonly PageRun[], gutters: readonly number[]): PrintedLine[] {
  const lines: { column: number; top: number; bottom: number; order: number; middle: number }[] = []
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    if (gutters.some(x => run.x < x && run.x + run.width > x)) continue
    const column = gutters.filter(x => x < run.x).length
    const middle = run.y + run.height / 2
    const last = lines.findLast(line => line.column === column)
    if (last && Math.abs(last.middle - middle) < run.height * 0.5) continue
    lines.push({ column, top: run.y, bottom: run.y + run.height, order: run.start, middle })
  }
  return lines
}
