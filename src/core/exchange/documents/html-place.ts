import type { BlockProps } from './builder.ts'
import type { Flow } from './html-flow.ts'
import { listMarker, titleLevel } from './html-marks.ts'
import type { Notes } from './html-notes.ts'
import type { Looks } from './html-styles.ts'
import { attribute, type Element, type Parent } from './html-tree.ts'
import type { Wearing } from './styled-text.ts'

/** What was left out, for the warnings. */
export interface HtmlTally {
  pictures: number
  hidden: number
  forms: number
}

export interface Page {
  readonly flow: Flow
  readonly looks: Looks
  readonly notes: Notes
  readonly tally: HtmlTally
  readonly tables: { next: number }
  /** reads what is inside an element */
  readonly children: (parent: Parent, place: Place) => void
  /** reads an element as a block, whatever it is called */
  readonly block: (element: Element, place: Place) => void
}

/** Where an element stands. What is inherited is copied on the way down, never changed. */
export interface Place {
  readonly wearing: Wearing
  readonly depth: number
  readonly list: number
  readonly quote: number
  readonly heading: number
  readonly caption: boolean
  readonly item: { marker: string | null; readonly level: number } | null
  /** `sign`: not yet seen at the beginning of its text, where it may be written out again */
  readonly note: { readonly key: string; marker: string | null; sign: string | null } | null
  readonly direction: 'ltr' | 'rtl' | null
}

export const TOP: Place = {
  wearing: new Map(),
  depth: 0,
  list: 0,
  quote: 0,
  heading: 0,
  caption: false,
  item: null,
  note: null,
  direction: null,
}

/** What a block element makes of the place it stands in. */
export function within(page: Page, node: Element, outer: Place): Place {
  const place = { ...outer, direction: directionOf(node) ?? outer.direction }
  const note = page.notes.noteOf(node)
  if (note)
    return { ...place, note: { key: note.key, marker: note.label, sign: note.label }, heading: 0, item: null }
  const level = titleLevel(node)
  if (level !== null) return { ...place, heading: level, item: null }
  switch (node.tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { ...place, list: place.list + 1 }
    case 'li':
      return { ...place, item: itemOf(node, place) }
    case 'dd':
      return { ...place, item: { marker: null, level: place.list + 1 } }
    case 'blockquote':
      return { ...place, quote: place.quote + 1, item: null }
    case 'figcaption':
    case 'caption':
      return { ...place, caption: true }
    default:
      return place
  }
}

function itemOf(node: Element, place: Place): Place['item'] {
  const level = Math.max(1, place.list)
  return { marker: listMarker(node, level), level }
}

export function directionOf(node: Element): 'ltr' | 'rtl' | null {
  const said = attribute(node, 'dir')?.toLowerCase()
  return said === 'rtl' || said === 'ltr' ? said : null
}

/** The properties of the next block; a mark is shown at the first block of its item only. */
export function propsOf(place: Place): BlockProps {
  const direction = place.direction ? { direction: place.direction } : {}
  if (place.note) return { kind: 'note', note: place.note.key, ...marker(place.note), ...direction }
  if (place.heading > 0) return { kind: 'heading', level: place.heading, ...direction }
  if (place.caption) return { kind: 'caption', ...direction }
  if (place.item) return { kind: 'item', level: place.item.level, ...marker(place.item), ...direction }
  if (place.quote > 0) return { kind: 'quote', level: place.quote, ...direction }
  return { kind: 'paragraph', ...direction }
}

function marker(owner: { marker: string | null }): { marker?: string } {
  const shown = owner.marker
  owner.marker = null
  return shown === null || shown === '' ? {} : { marker: shown }
}

export const dressed = (page: Page, node: Element, place: Place): Place => ({
  ...place,
  wearing: page.looks.wearing(node, place.wearing),
})

/** Deeper than any page; what lies deeper still comes in as plain text. */
export const DEEPEST = 400
