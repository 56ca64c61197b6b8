import type { Motion } from '../text-view/motions.ts'
import type { Units } from '../units.ts'
import { caretBox } from './caret-box.ts'
import type { LinePlace, PageGeometry } from './geometry.ts'
import { offsetOn } from './hit.ts'
import { extent, type PageLine } from './lines.ts'

interface Ground {
  readonly geometry: PageGeometry
  readonly units: Units
  readonly length: number
  readonly pages: number
}

/** Where the caret goes by lines, the place in them that it came from is kept. */
export interface Goal {
  along: number | null
}

type Moved = Exclude<Motion['by'], 'page'>

/** The offset to which a key takes the caret; a screen on or back is the view's own matter. */
export function movedTo(
  { by, direction }: Pick<Motion, 'direction'> & { readonly by: Moved },
  from: number,
  ground: Ground,
  goal: Goal,
): number {
  const { units, length } = ground
  if (by !== 'line') goal.along = null
  const forward = isForward(direction, from, ground)
  const step = forward ? 1 : -1
  switch (by) {
    case 'character':
      return units.characterEdge(from, step)
    case 'word':
      return units.wordEdge(from, step, forward ? 'end' : 'start')
    case 'line':
      return lineBeside(from, step, ground, goal)
    case 'lineboundary':
      return lineBoundary(from, forward, ground)
    case 'paragraph':
      return paragraphBeside(from, step, ground)
    case 'documentboundary':
      return forward ? length : 0
  }
}

/** In writing from right to left, what is left of the caret comes after it. */
function isForward(direction: Motion['direction'], from: number, { geometry }: Ground): boolean {
  if (direction === 'forward' || direction === 'backward') return direction === 'forward'
  const line = geometry.lineOf(from)?.line
  const run = line?.runs.find(({ start, end }) => start <= from && from < end) ?? line?.runs.at(-1)
  return (direction === 'right') !== (run?.rtl ?? false)
}

function lineBoundary(from: number, forward: boolean, { geometry }: Ground): number {
  const line = geometry.lineOf(from)?.line
  if (!line) return from
  return forward ? line.end : line.start
}

function paragraphBeside(from: number, step: 1 | -1, { units, length }: Ground): number {
  const here = units.at('paragraph', from)
  if (step === -1 && here && here.start < from) return here.start
  return units.paragraphBeside(from, step)?.start ?? (step === 1 ? length : 0)
}

function lineBeside(from: number, step: 1 | -1, ground: Ground, goal: Goal): number {
  const here = ground.geometry.lineOf(from)
  if (!here) return from
  const box = caretBox(here.line, from)
  goal.along ??= box ? (here.line.isDown ? box.y : box.x) : 0
  const next = nextRow(here, step, ground)
  if (!next) return step === 1 ? here.line.end : here.line.start
  return offsetOn(next, next.isDown ? { x: 0, y: goal.along } : { x: goal.along, y: 0 })
}

/** The next line that does not stand in the same row, on this page or on the next one that has text. */
function nextRow({ page, line }: LinePlace, step: 1 | -1, { geometry, pages }: Ground): PageLine | null {
  const lines = geometry.linesOf(page) ?? []
  for (let at = lines.indexOf(line) + step; at >= 0 && at < lines.length; at += step) {
    if (!sharesRow(lines[at]!, line)) return lines[at]!
  }
  for (let next = page + step; next >= 0 && next < pages; next += step) {
    const other = geometry.linesOf(next)
    if (!other) return null
    const found = step === 1 ? other[0] : other.at(-1)
    if (found) return found
  }
  return null
}

function sharesRow(one: PageLine, other: PageLine): boolean {
  if (one.isDown !== other.isDown) return false
  const a = extent(one, !one.isDown)
  const b = extent(other, !other.isDown)
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) > Math.min(a.to - a.from, b.to - b.from) / 2
}
