import { codePageOf, codePageOfCharset, type Font } from './rtf-charsets.ts'
import type { Destination } from './rtf-state.ts'
import type { Paragraph } from './rtf-story.ts'

export interface RtfNote {
  readonly key: string
  readonly label: string
  paragraphs: readonly Paragraph[]
}

export interface RtfStyle {
  readonly name: string
  readonly outline: number | null
}

/** All that was found in a file. */
export interface RtfDocument {
  title: string
  direction: 'rtl' | null
  readonly paragraphs: readonly Paragraph[]
  readonly notes: RtfNote[]
  readonly remarks: Map<string, { readonly author: string; readonly text: string }>
  readonly styles: Map<number, RtfStyle>
  readonly tally: {
    pictures: number
    embedded: number
    hidden: number
    insertions: number
    deletions: number
    heads: boolean
  }
}

/** The tables at the beginning: fonts, styles, authors; and what the text is encoded in. */
export class RtfHeader {
  readonly fonts = new Map<number, Font>()
  readonly authors: string[] = []
  readonly document: RtfDocument = {
    title: '',
    direction: null,
    paragraphs: [],
    notes: [],
    remarks: new Map(),
    styles: new Map(),
    tally: { pictures: 0, embedded: 0, hidden: 0, insertions: 0, deletions: 0, heads: false },
  }
  codePage = 'windows-1252'
  private deff: number | null = null
  private font = { number: 0, codePage: null as string | null, name: '' }
  private style = { number: null as number | null, outline: null as number | null, name: '' }
  private author = ''

  get defaultFont(): Font | undefined {
    return this.deff === null ? undefined : this.fonts.get(this.deff)
  }

  /** True if the word was meant for one of the tables. */
  word(destination: Destination, name: string, value: number | null): boolean {
    if (destination === 'fonts') return this.fontWord(name, value)
    if (destination === 'styles') return this.styleWord(name, value)
    return this.encodingWord(name, value)
  }

  text(destination: Destination, text: string): void {
    for (const [index, piece] of text.split(';').entries()) {
      if (index > 0) this.endEntry(destination)
      if (destination === 'fonts') this.font.name += piece
      else if (destination === 'styles') this.style.name += piece
      else if (destination === 'authors') this.author += piece
    }
  }

  private endEntry(destination: Destination): void {
    if (destination === 'fonts') {
      const { number, codePage, name } = this.font
      this.fonts.set(number, { name: name.trim(), codePage })
      this.font = { number: 0, codePage: null, name: '' }
    } else if (destination === 'styles') {
      const { number, outline, name } = this.style
      if (number !== null) this.document.styles.set(number, { name: name.trim(), outline })
      this.style = { number: null, outline: null, name: '' }
    } else if (destination === 'authors') {
      this.authors.push(this.author.trim())
      this.author = ''
    }
  }

  private fontWord(name: string, value: number | null): boolean {
    if (name === 'f') this.font = { number: value ?? 0, codePage: null, name: '' }
    else if (name === 'fcharset') this.font.codePage ??= codePageOfCharset(value ?? 0)
    else if (name === 'cpg') this.font.codePage = codePageOf(value ?? 0)
    else return false
    return true
  }

  private styleWord(name: string, value: number | null): boolean {
    if (name === 's') this.style.number = value
    // styles of characters, tables and sections have numbers of their own
    else if (name === 'cs' || name === 'ts' || name === 'ds') this.style.number = null
    else if (name === 'outlinelevel') this.style.outline = value
    else return false
    return true
  }

  private encodingWord(name: string, value: number | null): boolean {
    if (name === 'ansicpg') this.codePage = codePageOf(value ?? 0) ?? this.codePage
    else if (name === 'mac') this.codePage = 'macintosh'
    else if (name === 'pc') this.codePage = 'ibm437'
    else if (name === 'pca') this.codePage = 'ibm850'
    else if (name === 'deff') this.deff = value
    else return false
    return true
  }
}
