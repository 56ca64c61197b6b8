import type { TextBuilder } from './builder.ts'
import { Flow } from './html-flow.ts'
import { anchor, fixed, quoted, ruby } from './html-inline.ts'
import { writtenMark } from './html-marks.ts'
import { findNotes } from './html-notes.ts'
import {
  DEEPEST,
  dressed,
  type HtmlTally,
  type Page,
  type Place,
  propsOf,
  TOP,
  within,
} from './html-place.ts'
import { readLooks } from './html-styles.ts'
import { table } from './html-table-blocks.ts'
import {
  type Element,
  isBlock,
  isElement,
  isPicture,
  isSilent,
  isText,
  type Node,
  type Parent,
  textOf,
  walk,
} from './html-tree.ts'

/** Writes the text below `root` into the builder, block by block. */
export function writeHtml(
  builder: TextBuilder,
  root: Parent,
  firstTable = 0,
): HtmlTally & { tables: number } {
  const page: Page = {
    flow: new Flow(builder),
    looks: readLooks(root),
    notes: findNotes(root),
    tally: { pictures: 0, hidden: 0, forms: 0 },
    tables: { next: firstTable },
    children: (parent, place) => {
      for (const node of parent.childNodes) visit(page, node, place)
    },
    block: (element, place) => block(page, element, place),
  }
  page.children(root, TOP)
  page.flow.finish()
  return { ...page.tally, tables: page.tables.next }
}

function visit(page: Page, node: Node, place: Place): void {
  if (isText(node))
    page.flow.text(place.note ? withoutSign(node.value, place.note) : node.value, place.wearing)
  else if (isElement(node)) {
    if (isPicture(node)) page.tally.pictures++
    if (isSilent(node))
      page.tally.forms += /^(?:textarea|select|iframe|object|embed)$/.test(node.tagName) ? 1 : 0
    else if (page.looks.isHidden(node)) page.tally.hidden += textOf(node).trim().length
    else if (place.depth > DEEPEST) flat(page, node, place)
    else element(page, node, { ...place, depth: place.depth + 1 })
  }
}

/** "(1) See …": the sign of a note is shown beside it, not in it. */
function withoutSign(text: string, note: NonNullable<Place['note']>): string {
  const { sign } = note
  const begun = text.trimStart()
  if (sign === null || begun === '') return text
  note.sign = null
  const written = /^[[(]?\s*([^\s\])]{1,6})\s*[\])]?[.:]?(?=\s|$)/.exec(begun)
  return written?.[1] === sign ? begun.slice(written[0].length) : text
}

/** A tree deeper than the stack: only its words. */
function flat(page: Page, root: Element, place: Place): void {
  for (const node of walk(root)) {
    if (isText(node)) page.flow.text(node.value, place.wearing)
    else if (isElement(node) && isBlock(node)) page.flow.block(() => propsOf(place))
  }
}

type Handler = (page: Page, node: Element, place: Place) => void

/** Elements that are more than a block or a look. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  br: page => page.flow.lineBreak(),
  hr: (page, _, place) => page.flow.block(() => propsOf(place)),
  q: quoted,
  rt: ruby,
  a: anchor,
  pre: fixed,
  listing: fixed,
  plaintext: fixed,
  xmp: fixed,
  table,
}

function element(page: Page, node: Element, place: Place): void {
  const handler = HANDLERS[node.tagName]
  if (handler) handler(page, node, place)
  else if (isBlock(node)) block(page, node, place)
  else page.children(node, dressed(page, node, place))
}

function block(page: Page, node: Element, outer: Place): void {
  const inside = within(page, node, dressed(page, node, outer))
  const mark = inside.note ? null : writtenMark(node)
  const place =
    mark && inside.heading === 0 ? { ...inside, item: { marker: mark.marker, level: mark.level } } : inside
  page.flow.block(() => propsOf(place))
  for (const child of node.childNodes) {
    if (mark && contains(child, mark.element)) afterMark(page, child, mark, place)
    else visit(page, child, place)
  }
  page.flow.block(() => propsOf(outer))
}

/** The mark is shown beside the text, unless it numbers a heading: there it is part of the title. */
function afterMark(page: Page, child: Node, mark: { element: Element; marker: string }, place: Place): void {
  if (place.heading > 0) page.flow.text(`${mark.marker} `, place.wearing)
  if (child === mark.element || !('childNodes' in child)) return
  for (const inner of child.childNodes) {
    if (contains(inner, mark.element)) afterMark(page, inner, { ...mark, marker: '' }, place)
    else visit(page, inner, isElement(child) ? dressed(page, child, place) : place)
  }
}

const contains = (node: Node, searched: Element): boolean =>
  node === searched || [...walk(node)].includes(searched)
