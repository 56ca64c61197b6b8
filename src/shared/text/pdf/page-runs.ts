import type { PageRun } from '../../model/page-layout.ts'
import { advancesOf, type FontMetrics } from './advances.ts'
import { stretchesOf } from './directions.ts'
import { readableWithAdvances } from './letters.ts'
import type { Box, PdfItem } from './model.ts'

export type Fonts = (font: string) => FontMetrics | null

/** Part of what one item draws: `length` units of its text (without the blanks around it) from `from`, at `start` in the canonical text. */
export interface PlacedPart {
  readonly item: PdfItem
  readonly from: number
  readonly length: number
  readonly start: number
  /** nothing of the item's end was left out but a hyphen, which stays on the page */
  readonly keepsEnd: boolean
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Where the part stands: one run, or several where its characters turn round. */
export function pageRuns(part: PlacedPart, fonts: Fonts, page: Size): PageRun[] {
  const { item } = part
  const font = fonts(item.font)
  const { text, advances } = readableWithAdvances(item.text, advancesOf(item, font))
  const blanks = text.length - text.trimStart().length
  const from = blanks + part.from
  const to = from + part.length
  const runs: PageRun[] = []
  for (const stretch of arranged(text, advances, item)) {
    const [first, last] = [Math.max(from, stretch.from), Math.min(to, stretch.to)]
    if (first >= last) continue
    const isEnd = part.keepsEnd && last === to && stretch.to > to
    const until = isEnd ? stretch.from + text.slice(stretch.from, stretch.to).trimEnd().length : last
    const before = sum(advances, stretch.from, first)
    const length = sum(advances, first, until)
    const along = stretch.rtl ? stretch.along + stretch.length - before - length : stretch.along + before
    const box = within(boxAt(item, font, along, length), page)
    const start = part.start + first - from
    runs.push({
      start,
      end: start + last - first,
      ...box,
      turn: item.turn,
      vertical: item.vertical,
      rtl: stretch.rtl,
      stops: stopsOf(advances, first, last),
    })
  }
  return runs
}

interface Arranged {
  readonly from: number
  readonly to: number
  readonly rtl: boolean
  /** where it begins on the baseline, from the item's own beginning */
  readonly along: number
  readonly length: number
}

/** Stretches side by side along the baseline; in the order of reading. */
function arranged(text: string, advances: readonly number[], { rtl, width }: PdfItem): Arranged[] {
  let done = 0
  return stretchesOf(text, rtl).map(stretch => {
    const length = sum(advances, stretch.from, stretch.to)
    const along = rtl ? width - done - length : done
    done += length
    return { ...stretch, along, length }
  })
}

function sum(numbers: readonly number[], from: number, to: number): number {
  let all = 0
  for (let at = from; at < to; at++) all += numbers[at] ?? 0
  return all
}

function stopsOf(advances: readonly number[], first: number, last: number): number[] {
  const stops = [0]
  let along = 0
  for (let at = first; at < last; at++) {
    along += advances[at] ?? 0
    stops.push(Math.round(along * 10))
  }
  return stops
}

/** Some fonts claim to reach far beyond their line, some not to reach anywhere. */
const clamped = (value: number, least: number, most: number, usual: number): number =>
  Number.isFinite(value) && value > 0 ? Math.min(most, Math.max(least, value)) : usual

export function boxAt(item: PdfItem, font: FontMetrics | null, along: number, length: number): Box {
  const { x, y, size, turn, vertical } = item
  if (vertical) return [x - size / 2, y + along, x + size / 2, y + along + length]
  const up = size * clamped(font?.ascent ?? 0, 0.6, 1.05, 0.8)
  const down = size * clamped(-(font?.descent ?? 0), 0.12, 0.4, 0.2)
  if (turn === 1) return [x - down, y + along, x + up, y + along + length]
  if (turn === 2) return [x - along - length, y - down, x - along, y + up]
  if (turn === 3) return [x - up, y - along - length, x + down, y - along]
  return [x + along, y - up, x + along + length, y + down]
}

/** What a file draws beyond its page is not to be seen. */
function within([left, top, right, bottom]: Box, { width, height }: Size) {
  const clip = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const [x, y] = [clip(left, width), clip(top, height)]
  return {
    x: hundredths(x),
    y: hundredths(y),
    width: hundredths(clip(right, width) - x),
    height: hundredths(clip(bottom, height) - y),
  }
}

export const hundredths = (value: number): number => Math.round(value * 100) / 100
