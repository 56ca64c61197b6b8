import { lowerBound } from '../../../shared/model/lower-bound.ts'
import type { Section } from './sections.ts'

/** Chromium lays out nothing below 2^25 pixels; a list taller than this is scrolled at a larger scale. */
const TALLEST = 30_000_000
const MARGIN = 3

export interface Strip {
  /** the row's number in the whole list */
  readonly index: number
  readonly top: number
}

export interface Heading {
  readonly section: Section
  readonly top: number
}

export interface RowLayout {
  readonly total: number
  /** of the box that is scrolled */
  readonly height: number
  strip(index: number): Strip | undefined
  /** what is to be drawn, and how far `top` of it lies from where it is drawn */
  inView(scroll: number, viewport: number): { strips: Strip[]; headings: Heading[]; shift: number }
  /** the scroll position, changed as little as possible, at which the row is wholly in view */
  scrollTo(index: number, scroll: number, viewport: number): number
  /** the row at the upper edge, and the scroll position that puts a row there */
  firstAt(scroll: number, viewport: number): number
  toTop(index: number, viewport: number): number
}

interface Block {
  readonly section: Section
  readonly first: number
  readonly top: number
}

/** Rows of one height under headings of one height: every place is arithmetic, nothing is measured. */
export function layOut(sections: readonly Section[], row: number, heading: number): RowLayout {
  const blocks: Block[] = []
  let total = 0
  let full = 0
  for (const section of sections) {
    blocks.push({ section, first: total, top: full })
    total += section.count
    full += heading + section.count * row
  }
  const height = Math.min(full, TALLEST)
  const toContent = (scroll: number, viewport: number) =>
    height === full ? scroll : (scroll * (full - viewport)) / (height - viewport)
  const toScroll = (content: number, viewport: number) =>
    height === full ? content : (content * (height - viewport)) / (full - viewport)

  function strip(index: number): Strip | undefined {
    if (index < 0 || index >= total) return undefined
    const { first, top } = blocks[lastNotAfter(blocks, ({ first }) => first <= index)]!
    return { index, top: top + heading + (index - first) * row }
  }

  function inView(scroll: number, viewport: number) {
    const from = toContent(scroll, viewport) - MARGIN * row
    const to = toContent(scroll, viewport) + viewport + MARGIN * row
    const strips: Strip[] = []
    const headings: Heading[] = []
    for (let at = lastNotAfter(blocks, ({ top }) => top <= from); at < blocks.length; at++) {
      const block = blocks[at]!
      if (block.top > to) break
      if (heading > 0) headings.push({ section: block.section, top: block.top })
      const begin = Math.max(0, Math.floor((from - block.top - heading) / row))
      const end = Math.min(block.section.count, Math.ceil((to - block.top - heading) / row))
      for (let within = begin; within < end; within++) strips.push(strip(block.first + within)!)
    }
    return { strips, headings, shift: scroll - toContent(scroll, viewport) }
  }

  function scrollTo(index: number, scroll: number, viewport: number): number {
    const top = strip(index)?.top
    if (top === undefined) return scroll
    const at = toContent(scroll, viewport)
    // a heading that sticks to the upper edge covers what lies under it
    if (top - heading < at) return toScroll(Math.max(0, top - heading), viewport)
    return top + row > at + viewport ? toScroll(top + row - viewport, viewport) : scroll
  }

  function firstAt(scroll: number, viewport: number): number {
    const at = toContent(scroll, viewport)
    const block = blocks[lastNotAfter(blocks, ({ top }) => top <= at)]
    if (!block) return 0
    const within = Math.max(0, Math.floor((at - block.top) / row))
    return block.first + Math.min(within, block.section.count - 1)
  }

  function toTop(index: number, viewport: number): number {
    const top = strip(index)?.top ?? 0
    return Math.max(0, Math.min(toScroll(top - heading, viewport), height - viewport))
  }

  return { total, height, strip, inView, scrollTo, firstAt, toTop }
}

/** Index of the last block that `begins`; they are in order. 0 if none does. */
function lastNotAfter(blocks: readonly Block[], begins: (block: Block) => boolean): number {
  return Math.max(0, lowerBound(blocks.length, index => !begins(blocks[index]!)) - 1)
}
