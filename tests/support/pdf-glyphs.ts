import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** A glyph where the page draws it: worked out from the drawing commands, one by one. */
export interface DrawnGlyph {
  readonly text: string
  readonly x: number
  readonly y: number
  /** where the pen is after it, without the spacing that follows */
  readonly end: number
}

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

interface State {
  ctm: Matrix
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  size: number
  unit: number
  vertical: boolean
  letters: number
  words: number
  stretch: number
  leading: number
  rise: number
}

interface Shown {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** The glyphs of pages, in the coordinates of the page as it is seen; those along horizontal lines only. */
export async function glyphsOf(bytes: Uint8Array, most = 40): Promise<DrawnGlyph[][]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  })
  const document = await task.promise
  const pages: DrawnGlyph[][] = []
  for (let at = 1; at <= Math.min(most, document.numPages); at++) {
    const page = await document.getPage(at)
    const { fnArray, argsArray } = await page.getOperatorList()
    const fonts = (name: string) =>
      (page.commonObjs.has(name) ? page.commonObjs.get(name) : null) as {
        fontMatrix?: number[]
        vertical?: boolean
      } | null
    const pen = new Pen(page.getViewport({ scale: 1 }).transform as unknown as Matrix, fonts)
    for (const [index, operation] of fnArray.entries()) pen.draw(operation, argsArray[index] ?? [])
    pages.push(pen.drawn)
    page.cleanup()
  }
  await task.destroy()
  return pages
}

class Pen {
  readonly drawn: DrawnGlyph[] = []
  private state: State
  private readonly saved: State[] = []
  private readonly fonts: (name: string) => { fontMatrix?: number[]; vertical?: boolean } | null

  constructor(view: Matrix, fonts: (name: string) => { fontMatrix?: number[]; vertical?: boolean } | null) {
    this.fonts = fonts
    const place = { text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }
    const look = {
      size: 0,
      unit: 0.001,
      vertical: false,
      letters: 0,
      words: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    }
    this.state = { ctm: view, ...place, ...look }
  }

  draw(operation: number, given: readonly unknown[]): void {
    const numbers = given as readonly number[]
    const { state } = this
    if (operation === OPS.save) this.saved.push({ ...state })
    else if (operation === OPS.restore) this.state = this.saved.pop() ?? state
    else if (operation === OPS.transform) state.ctm = times(state.ctm, matrixOf(numbers))
    else if (operation === OPS.paintFormXObjectBegin) this.begin(given)
    else if (operation === OPS.paintFormXObjectEnd) this.state = this.saved.pop() ?? state
    else if (operation === OPS.beginText) this.place(IDENTITY)
    else if (operation === OPS.setTextMatrix) this.place(matrixOf(given[0] as ArrayLike<number>))
    else if (operation === OPS.setFont) this.setFont(String(given[0]), numbers[1] ?? 0)
    else if (operation === OPS.setCharSpacing) state.letters = numbers[0] ?? 0
    else if (operation === OPS.setWordSpacing) state.words = numbers[0] ?? 0
    else if (operation === OPS.setHScale) state.stretch = (numbers[0] ?? 100) / 100
    else if (operation === OPS.setLeading) state.leading = -(numbers[0] ?? 0)
    else if (operation === OPS.setTextRise) state.rise = numbers[0] ?? 0
    else if (operation === OPS.moveText) this.move(numbers[0] ?? 0, numbers[1] ?? 0)
    else if (operation === OPS.setLeadingMoveText) {
      state.leading = numbers[1] ?? 0
      this.move(numbers[0] ?? 0, numbers[1] ?? 0)
    } else if (operation === OPS.nextLine) this.move(0, state.leading)
    else if (operation === OPS.showText) this.show(given[0] as (Shown | number | null)[])
  }

  private begin([matrix]: readonly unknown[]): void {
    this.saved.push({ ...this.state })
    if (matrix) this.state.ctm = times(this.state.ctm, matrixOf(matrix as ArrayLike<number>))
  }

  private place(text: Matrix): void {
    Object.assign(this.state, { text, x: 0, y: 0, lineX: 0, lineY: 0 })
  }

  private move(x: number, y: number): void {
    const { state } = this
    state.x = state.lineX += x
    state.y = state.lineY += y
  }

  private setFont(name: string, size: number): void {
    const font = this.fonts(name)
    Object.assign(this.state, {
      size,
      unit: font?.fontMatrix?.[0] ?? 0.001,
      vertical: font?.vertical === true,
    })
  }

  private show(glyphs: readonly (Shown | number | null)[]): void {
    const { state } = this
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') state.x -= (glyph * state.size * state.stretch) / 1000
      if (glyph === null || typeof glyph !== 'object' || state.vertical) continue
      const width = glyph.width * state.unit * state.size * state.stretch
      const seen = times(state.ctm, state.text)
      const at = (x: number) => [
        seen[0] * x + seen[2] * (state.y + state.rise) + seen[4],
        seen[1] * x + seen[3] * (state.y + state.rise) + seen[5],
      ]
      const [x = 0, y = 0] = at(state.x)
      const [end = 0, endY = 0] = at(state.x + width)
      if (Math.abs(endY - y) < 0.01 && end >= x) this.drawn.push({ text: glyph.unicode, x, y, end })
      state.x += width + (state.letters + (glyph.isSpace ? state.words : 0)) * state.stretch
    }
  }
}

const matrixOf = (given: ArrayLike<number>): Matrix => Array.from(given) as unknown as Matrix
