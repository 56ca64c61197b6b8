import type { Span } from '../../../shared/model/span.ts'
import { type Box, stretchOf } from './axis.ts'
import { extent, type PageLine } from './lines.ts'

/** What a passage covers of one line, without holes between its words and runs. */
export interface LineBox extends Box {
  readonly line: PageLine
}

/** The boxes of a passage on a page, line by line in reading order. */
export function boxesOf(lines: readonly PageLine[], span: Span): LineBox[] {
  if (span.start >= span.end) return []
  return lines.flatMap(line =>
    line.start < span.end && span.start < line.end
      ? stretchesOf(line, span).map(stretch => boxAlong(line, stretch))
      : [],
  )
}

interface Stretch {
  from: number
  to: number
  readonly isIn: boolean
}

/**
 * Stretches of the line in the order in which they are seen. Neighbours are joined over the
 * gap between them unless something lies in it that is not meant: where writing from right to
 * left meets writing from left to right, a passage can be seen in two parts.
 */
function stretchesOf(line: PageLine, span: Span): Stretch[] {
  const all = line.runs.flatMap(run => [
    ...stretch(run, { start: run.start, end: Math.min(run.end, span.start) }, false),
    ...stretch(run, { start: Math.max(run.start, span.start), end: Math.min(run.end, span.end) }, true),
    ...stretch(run, { start: Math.max(run.start, span.end), end: run.end }, false),
  ])
  const joined: Stretch[] = []
  for (const one of all.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && last.isIn === one.isIn) last.to = Math.max(last.to, one.to)
    else joined.push({ ...one })
  }
  return joined.filter(({ isIn }) => isIn)
}

function stretch(run: PageLine['runs'][number], span: Span, isIn: boolean): Stretch[] {
  if (span.start >= span.end) return []
  const { from, to } = stretchOf(run, span)
  // what has no width of its own (a letter of a ligature) must not part what lies around it
  return to > from ? [{ from, to, isIn }] : []
}

function boxAlong(line: PageLine, { from, to }: Stretch): LineBox {
  const across = extent(line, !line.isDown)
  const [x, y] = line.isDown ? [across.from, from] : [from, across.from]
  const thick = across.to - across.from
  return line.isDown
    ? { line, x, y, width: thick, height: to - from }
    : { line, x, y, width: to - from, height: thick }
}
