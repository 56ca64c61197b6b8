import { axisOf, type Box, edgeAt } from './axis.ts'
import { extent, type PageLine } from './lines.ts'

/** The line in which the caret at an offset is drawn: the one that has the character after it, else the one before it. */
export function lineAt(lines: readonly PageLine[], offset: number): PageLine | null {
  return (
    lines.find(line => line.start <= offset && offset < line.end) ??
    lines.findLast(line => line.end <= offset) ??
    lines[0] ??
    null
  )
}

/** Where the caret stands: a box without width, or without height in lines that are read downwards. */
export function caretBox(line: PageLine, offset: number): Box | null {
  const run =
    line.runs.find(({ start, end }) => start <= offset && offset < end) ??
    line.runs.findLast(({ end }) => end <= offset) ??
    line.runs[0]
  if (!run) return null
  const along = edgeAt(run, offset)
  const { isDown } = axisOf(run)
  const across = extent(run, !isDown)
  const thick = across.to - across.from
  return isDown
    ? { x: across.from, y: along, width: thick, height: 0 }
    : { x: along, y: across.from, width: 0, height: thick }
}
