import type { PDFPageProxy } from 'pdfjs-dist'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FontMetrics } from '../../../shared/text/pdf/advances.ts'

export interface Face {
  readonly bold: boolean
  readonly italic: boolean
}

const PLAIN: Face = { bold: false, italic: false }

/** As pdf.js describes a font once it was drawn with. */
interface FontObject {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly italic?: boolean
  readonly widths?: Readonly<Record<number, number>> | readonly number[]
  readonly fontMatrix?: readonly number[]
}

interface Glyph {
  readonly originalCharCode?: number
  readonly unicode: string
  readonly width: number
}

class Font implements FontMetrics {
  ascent = Number.NaN
  descent = Number.NaN
  readonly widths = new Map<string, number>()
  longest = 1
  face = PLAIN
  /** character code minus Unicode, where that is the same for all plain letters: then all their widths are known */
  private step: number | null | undefined

  see({ unicode, width, originalCharCode }: Glyph, unit: number): void {
    if (this.widths.has(unicode) || unicode === '') return
    this.widths.set(unicode, width * unit)
    this.longest = Math.max(this.longest, unicode.length)
    const step = (originalCharCode ?? Number.NaN) - unicode.charCodeAt(0)
    if (!isPlain(unicode.charCodeAt(0))) return
    this.step = this.step === undefined || this.step === step ? step : null
  }

  fill(widths: FontObject['widths'], unit: number): void {
    if (!widths || this.step === undefined || this.step === null || Number.isNaN(this.step)) return
    for (let code = 0x20; code < 0x7f; code++) {
      const width = (widths as Readonly<Record<number, number>>)[code + this.step]
      const character = String.fromCharCode(code)
      if (typeof width === 'number' && !this.widths.has(character)) this.widths.set(character, width * unit)
    }
  }
}

const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f

/** Pages drawn only because they have characters of a known font that no page drawn before had. */
const MOST_EXTRA = 24
/** So many of them make it worth while. */
const WORTH = 12

/** Only drawing a page tells the names of its fonts and the widths of its glyphs; that is done for as few pages as will do. */
export class Fonts {
  private readonly fonts = new Map<string, Font>()
  private turn: Promise<void> = Promise.resolve()
  private extra = 0
  /** characters on pages that were drawn: those that can be seen, and those that cannot, as behind a scan */
  private readonly seen = { shown: 0, hidden: 0 }
  private readonly enabled: boolean
  constructor(enabled: boolean) {
    this.enabled = enabled
  }

  face(font: string): Face {
    return this.fonts.get(font)?.face ?? PLAIN
  }

  metrics(font: string): FontMetrics | null {
    return this.fonts.get(font) ?? null
  }

  /** The text lies unseen behind pictures: someone let a program recognise it. */
  get isHidden(): boolean {
    return this.seen.hidden > this.seen.shown * 9
  }

  /** `texts`: what the page has of each font. */
  learn(page: PDFPageProxy, texts: ReadonlyMap<string, Iterable<string>>): Promise<void> {
    if (!this.enabled || this.isKnown(texts)) return Promise.resolve()
    this.turn = this.turn.then(() => this.draw(page, texts))
    return this.turn
  }

  describe(font: string, ascent: number, descent: number): void {
    const known = this.fonts.get(font)
    if (!known || !Number.isNaN(known.ascent)) return
    known.ascent = ascent
    known.descent = descent
  }

  private isKnown(texts: ReadonlyMap<string, Iterable<string>>): boolean {
    let missing = 0
    for (const [name, text] of texts) {
      const font = this.fonts.get(name)
      if (!font) return false
      for (const character of text) if (!font.widths.has(character)) missing++
    }
    return missing < WORTH || this.extra >= MOST_EXTRA
  }

  private async draw(page: PDFPageProxy, texts: ReadonlyMap<string, Iterable<string>>): Promise<void> {
    if (this.isKnown(texts)) return
    if ([...texts.keys()].every(name => this.fonts.has(name))) this.extra++
    // a page that cannot be drawn can still be read: its fonts then count as plain
    const drawn = await page.getOperatorList().catch(() => null)
    for (const name of texts.keys()) if (!this.fonts.has(name)) this.fonts.set(name, new Font())
    if (drawn) this.see(page, drawn)
    for (const [name, font] of this.fonts) {
      const object = objectOf(page, name)
      if (!object) continue
      font.face = faceOf(object)
      font.fill(object.widths, unitOf(object))
    }
  }

  private see(
    page: PDFPageProxy,
    { fnArray, argsArray }: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  ) {
    let font: Font | undefined
    let unit = 0.001
    let hidden = false
    const saved: boolean[] = []
    for (const [at, operation] of fnArray.entries()) {
      const given = argsArray[at] as unknown[] | null
      if (operation === OPS.save) saved.push(hidden)
      if (operation === OPS.restore) hidden = saved.pop() ?? false
      if (operation === OPS.setTextRenderingMode) hidden = given?.[0] === 3
      if (operation === OPS.setFont) {
        const name = String(given?.[0])
        font = this.fonts.get(name)
        unit = unitOf(objectOf(page, name))
      }
      if (operation !== OPS.showText) continue
      for (const glyph of (given?.[0] ?? []) as (Glyph | number | null)[]) {
        if (glyph === null || typeof glyph !== 'object') continue
        font?.see(glyph, unit)
        this.seen[hidden ? 'hidden' : 'shown']++
      }
    }
  }
}

const objectOf = (page: PDFPageProxy, name: string): FontObject | null =>
  page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontObject | null) : null

const unitOf = (font: FontObject | null): number => Math.abs(font?.fontMatrix?.[0] ?? 0.001)

function faceOf(font: FontObject): Face {
  const name = font.name ?? ''
  return {
    bold: font.bold === true || font.black === true || /bold|black|heavy|semibd|demi/i.test(name),
    italic: font.italic === true || /ital|obli|kursiv/i.test(name),
  }
}
