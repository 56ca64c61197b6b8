/**
 * What the layout of a PDF page is worked out from, and what it becomes. Everything here
 * is plain data in points; y grows downwards from the top of the page as it is seen.
 */

/** A piece of text as the file draws it: one font, one direction, one baseline. */
export interface PdfItem {
  readonly text: string
  /** where the baseline begins */
  readonly x: number
  readonly y: number
  /** along the baseline */
  readonly width: number
  readonly size: number
  /** what a width of 1 in its font is along the baseline: the size, unless it is stretched */
  readonly em: number
  readonly font: string
  /** its text was put in order as one that is read from the right */
  readonly rtl: boolean
  /** of the baseline, in quarter turns clockwise */
  readonly turn: 0 | 1 | 2 | 3
  /** written from top to bottom */
  readonly vertical: boolean
  readonly bold: boolean
  readonly italic: boolean
}

export interface PdfPage {
  /** from 0 */
  readonly index: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
}

/** A box on the page as it is seen: left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

/**
 * An item in its reading frame: x0 to x1 is the way the line is read (mirrored for
 * right-to-left pages, turned for rotated and vertical ones), y grows from line to line.
 */
export interface Atom {
  text: string
  readonly x0: number
  readonly x1: number
  y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly rtl: boolean
  /** the file draws a blank before or after it */
  blankBefore: boolean
  blankAfter: boolean
  script: 'sup' | 'sub' | null
  readonly box: Box
  /** as the file draws it */
  readonly item: PdfItem
}

/** One piece of a line: `gap` is what stands between it and the piece before. */
export interface Piece {
  readonly gap: '' | ' ' | '\t'
  readonly text: string
  readonly atom: Atom
}

export interface Line {
  readonly page: number
  readonly pieces: readonly Piece[]
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  /** of most of its characters */
  readonly size: number
  /** all sizes in it, raised and lowered signs apart */
  readonly sizes: readonly number[]
  readonly bold: boolean
  readonly italic: boolean
  /** it has a wide gap inside, as rows of tables and of contents have */
  readonly tabular: boolean
}

/** Lines that belong together on the page: a column, or a part that runs across. */
export interface Region {
  readonly lines: Line[]
  readonly left: number
  readonly right: number
  /** it stands beside another one */
  readonly isColumn: boolean
  /** it is turned against the page: no sentence goes on into it or out of it */
  readonly isAside?: boolean
}

export const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.text.length, 0)
