import { readable } from './letters.ts'
import type { Atom, Box, PdfItem, PdfPage } from './model.ts'

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LTR = /[A-Za-z\u00C0-\u058F\u0900-\u1FFF\u3040-\uD7FF]/

/** How a group of items is read. */
interface Frame {
  readonly turn: 0 | 1 | 2 | 3
  readonly vertical: boolean
}

export interface FramedPage {
  readonly index: number
  readonly rtl: boolean
  /** in the reading frame */
  readonly width: number
  readonly height: number
  /** read as the page is read */
  readonly main: Atom[]
  /** turned against the rest: stamps along the margin, tables across the page */
  readonly aside: Atom[][]
}

/** Items of a page in the frame most of its text is read in; what is turned otherwise stands aside. */
export function framePage(page: PdfPage): FramedPage {
  const visible = page.items.filter(item => isInside(item, page))
  const rtl = isRightToLeft(visible)
  const groups = new Map<string, { frame: Frame; items: PdfItem[]; length: number }>()
  for (const item of visible) {
    const key = `${item.turn} ${item.vertical}`
    const group = groups.get(key) ?? { frame: item, items: [], length: 0 }
    group.items.push(item)
    group.length += item.text.trim().length
    groups.set(key, group)
  }
  const [first, ...rest] = [...groups.values()].sort((a, b) => b.length - a.length)
  const across = first !== undefined && (first.frame.vertical || first.frame.turn % 2 === 1)
  return {
    index: page.index,
    rtl,
    width: across ? page.height : page.width,
    height: across ? page.width : page.height,
    main: first ? atomsOf(first.items, first.frame, page, rtl) : [],
    aside: rest.map(group => atomsOf(group.items, group.frame, page, rtl)).filter(atoms => atoms.length > 0),
  }
}

function isInside({ x, y, turn, vertical, width, size }: PdfItem, page: PdfPage): boolean {
  const [left, top, right, bottom] = boxOf({ x, y, turn, vertical, width, size })
  return right > 0 && bottom > 0 && left < page.width && top < page.height
}

export function isRightToLeft(items: readonly { text: string }[]): boolean {
  let rtl = 0
  let ltr = 0
  for (const { text } of items) {
    if (RTL.test(text)) rtl += text.length
    else if (LTR.test(text)) ltr += text.length
  }
  return rtl > ltr
}

function atomsOf(items: readonly PdfItem[], frame: Frame, page: PdfPage, rtl: boolean): Atom[] {
  const atoms: Atom[] = []
  const drawn = new Map<string, Atom[]>()
  let blank: Place | null = null
  for (const item of items) {
    const text = readable(item.text)
    const body = text.trim()
    const place = placeIn(frame, item, page, rtl)
    if (body === '') {
      if (text === '') continue
      markBlank(atoms.at(-1), place)
      blank = place
      continue
    }
    const atom = makeAtom(item, text, body, place)
    if (blank) markBlank(atom, blank)
    blank = null
    if (!isOverprint(atom, drawn)) atoms.push(atom)
  }
  return atoms
}

interface Place {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

function makeAtom(item: PdfItem, text: string, body: string, place: Place): Atom {
  return {
    ...place,
    text: body,
    size: item.size,
    bold: item.bold,
    italic: item.italic,
    rtl: RTL.test(body),
    blankBefore: /^\s/.test(text),
    blankAfter: /\s$/.test(text),
    script: null,
    box: boxOf(item),
    item,
  }
}

/** A blank drawn on its own: the file's order does not tell on which side of the text it stands, its place does. */
function markBlank(atom: Atom | undefined, { x0, x1, y }: Place): void {
  if (!atom || Math.abs(atom.y - y) > atom.size * 0.7) return
  if (x0 + x1 > atom.x0 + atom.x1) atom.blankAfter = true
  else atom.blankBefore = true
}

/** Bold made by drawing twice, and shadows: the same text almost at the same place. */
function isOverprint(atom: Atom, drawn: Map<string, Atom[]>): boolean {
  const same = drawn.get(atom.text) ?? []
  drawn.set(atom.text, same)
  const near = (a: number, b: number) => Math.abs(a - b) < atom.size * 0.15
  if (same.some(other => near(other.x0, atom.x0) && near(other.y, atom.y))) return true
  same.push(atom)
  return false
}

function placeIn(frame: Frame, item: PdfItem, page: PdfPage, rtl: boolean): Place {
  const { along, across } = alongAndAcross(frame, item, page)
  const length = frame.turn % 2 === 1 || frame.vertical ? page.height : page.width
  const mirrored = rtl && !frame.vertical
  return mirrored
    ? { x0: length - along - item.width, x1: length - along, y: across }
    : { x0: along, x1: along + item.width, y: across }
}

/** Where the item begins along its line, and how far down the lines of the page it is. */
function alongAndAcross(
  { turn, vertical }: Frame,
  { x, y }: PdfItem,
  { width, height }: PdfPage,
): { along: number; across: number } {
  if (vertical) return { along: y, across: width - x }
  if (turn === 1) return { along: y, across: width - x }
  if (turn === 2) return { along: width - x, across: height - y }
  if (turn === 3) return { along: height - y, across: x }
  return { along: x, across: y }
}

type Placed = Pick<PdfItem, 'x' | 'y' | 'width' | 'size' | 'turn' | 'vertical'>

export function boxOf({ x, y, width, size, turn, vertical }: Placed): Box {
  const up = size * 0.8
  const down = size * 0.2
  if (vertical) return [x - size / 2, y, x + size / 2, y + width]
  if (turn === 1) return [x - down, y, x + up, y + width]
  if (turn === 2) return [x - width, y - down, x, y + up]
  if (turn === 3) return [x - up, y - width, x + down, y]
  return [x, y - up, x + width, y + down]
}
