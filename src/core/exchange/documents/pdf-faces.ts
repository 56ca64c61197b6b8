import type { PDFPageProxy } from 'pdfjs-dist'

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
}

/** Only drawing a page tells the names of its fonts; each font is asked for once, one page after the other. */
export class Faces {
  private readonly faces = new Map<string, Face>()
  private turn: Promise<void> = Promise.resolve()
  private readonly enabled: boolean
  constructor(enabled: boolean) {
    this.enabled = enabled
  }

  get(font: string): Face {
    return this.faces.get(font) ?? PLAIN
  }

  learn(page: PDFPageProxy, fonts: readonly string[]): Promise<void> {
    if (!this.enabled || fonts.every(font => this.faces.has(font))) return Promise.resolve()
    this.turn = this.turn.then(() => this.draw(page, fonts))
    return this.turn
  }

  private async draw(page: PDFPageProxy, fonts: readonly string[]): Promise<void> {
    const unknown = fonts.filter(font => !this.faces.has(font))
    if (unknown.length === 0) return
    // a page that cannot be drawn can still be read: its fonts then count as plain
    await page.getOperatorList().catch(() => null)
    for (const font of unknown) {
      const drawn = page.commonObjs.has(font) ? (page.commonObjs.get(font) as FontObject | null) : null
      this.faces.set(font, faceOf(drawn))
    }
  }
}

function faceOf(font: FontObject | null): Face {
  const name = font?.name ?? ''
  return {
    bold: font?.bold === true || font?.black === true || /bold|black|heavy|semibd|demi/i.test(name),
    italic: font?.italic === true || /ital|obli|kursiv/i.test(name),
  }
}
