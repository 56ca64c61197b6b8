import type { Atom, Line, PdfItem, PdfPage, Region } from '../../src/shared/text/pdf/model.ts'

interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly width?: number
}

/** Text is half as wide as it is high, letter by letter. */
const widthOf = (text: string, size: number): number => text.length * size * 0.5

export function item(text: string, x: number, y: number, look: Look = {}): PdfItem {
  const size = look.size ?? 10
  const width = look.width ?? widthOf(text, size)
  const [turn, vertical, bold, italic] = [0 as const, false, look.bold ?? false, false]
  return { text, x, y, width, size, em: size, font: '', rtl: false, turn, vertical, bold, italic }
}

export function atom(text: string, x: number, y: number, look: Look = {}): Atom {
  const drawn = item(text, x, y, look)
  const { width, size, bold } = drawn
  return {
    text,
    x0: x,
    x1: x + width,
    y,
    size,
    bold,
    italic: false,
    rtl: false,
    blankBefore: false,
    blankAfter: false,
    script: null,
    box: [x, y - size * 0.8, x + width, y + size * 0.2],
    item: drawn,
  }
}

export function line(text: string, x: number, y: number, look: Look & { page?: number } = {}): Line {
  const one = atom(text, x, y, look)
  return {
    page: look.page ?? 0,
    pieces: [{ gap: '', text, atom: one }],
    text,
    x0: one.x0,
    x1: one.x1,
    y,
    size: one.size,
    sizes: [one.size],
    bold: one.bold,
    italic: false,
    tabular: false,
  }
}

export const region = (lines: Line[], left = 50, right = 350): Region => ({
  lines,
  left,
  right,
  isColumn: false,
})

export const page = (items: readonly PdfItem[], index = 0): PdfPage => ({
  index,
  label: String(index + 1),
  width: 400,
  height: 600,
  items,
})
