import { fixedBlocks } from '../../../shared/text/paragraphs.ts'
import type { BlockProps, TextBuilder } from './builder.ts'
import { StyledText, type Wearing } from './styled-text.ts'

/** HTML's white space; a no-break space is none. */
const SPACES = /[ \t\n\r\f]+/

/**
 * Text as a browser sets it: runs of white space become one space, none stands at the edge of
 * a line; a block begins with its first letter, so that empty ones never come to be. Within a
 * table's cell the blocks of a page become lines.
 */
export class Flow {
  private readonly styled: StyledText
  private readonly builder: TextBuilder
  /** what the next block will be; asked when its first letter comes, since a list's mark is used once */
  private next: () => BlockProps = () => ({ kind: 'paragraph' })
  private inBlock = false
  private inCell = false
  private space: Wearing | null = null
  private breaks = 0
  /** no-break spaces before the first letter of a block: a block of nothing else does not come to be */
  private lead = ''
  constructor(builder: TextBuilder) {
    this.builder = builder
    this.styled = new StyledText(builder)
  }

  /** Ends the block that is open; the next text begins a new one. */
  block(next: () => BlockProps): void {
    this.endLine()
    if (this.inCell) {
      this.breaks = this.builder.hasOpenText ? Math.max(this.breaks, 1) : 0
    } else {
      this.builder.end()
      this.inBlock = false
      this.breaks = 0
    }
    this.next = next
  }

  text(raw: string, wearing: Wearing): void {
    const pieces = raw.split(SPACES)
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.space ??= wearing
      if (piece !== '') this.word(piece, wearing)
    }
  }

  /** One break is a line feed, two are a new paragraph: so pages were written before style sheets. */
  lineBreak(): void {
    this.space = null
    if (this.breaks > 0 || this.hasText) this.breaks++
  }

  /** Text whose white space counts. */
  verbatim(raw: string, wearing: Wearing): void {
    if (raw === '') return
    this.before(wearing)
    this.styled.write(raw.replace(/\r\n?/g, '\n'), wearing)
  }

  /** Fixed-width text: all of it at once, since its blocks are found in the whole. */
  fixed(pieces: readonly { text: string; wearing: Wearing }[]): void {
    this.block(() => ({ kind: 'pre' }))
    for (const { text, wearing } of trimmed(pieces)) this.verbatim(text, wearing)
    if (this.inCell || !this.inBlock) return
    this.styled.break()
    this.builder.endDivided(fixedBlocks)
    this.inBlock = false
  }

  beginCell(props: BlockProps): void {
    this.block(() => ({ kind: 'paragraph' }))
    this.builder.begin(props)
    this.inBlock = true
    this.inCell = true
  }

  endCell(): void {
    this.endLine()
    this.builder.end()
    this.inBlock = false
    this.inCell = false
    this.breaks = 0
  }

  /** Calls back with the place of the next letter, wherever that will be. */
  atNextText(tell: (offset: number) => void): void {
    this.styled.atNextText(tell)
  }

  finish(): void {
    this.endLine()
    this.styled.finish()
    this.builder.end()
  }

  get insideCell(): boolean {
    return this.inCell
  }

  private get hasText(): boolean {
    return this.inBlock && this.builder.hasOpenText
  }

  private word(word: string, wearing: Wearing): void {
    if (!this.inBlock && /^\u00A0+$/.test(word)) {
      this.lead += word
      return
    }
    this.before(wearing)
    this.styled.write(word, wearing)
  }

  /** What stands between the text so far and the next letter: breaks, a space, a new block. */
  private before(wearing: Wearing): void {
    if (this.breaks > 1 && !this.inCell && this.hasText) this.block(this.next)
    if (!this.inBlock) {
      const props = this.next()
      this.builder.begin(props)
      this.inBlock = true
      // in a note they keep its text away from its sign, which is shown beside it
      if (this.lead !== '' && props.kind !== 'note')
        this.styled.write(this.space ? `${this.lead} ` : this.lead, wearing)
    } else if (this.breaks > 0 && this.hasText) this.styled.write('\n', wearing)
    else if (this.space && this.hasText) this.styled.write(' ', common(this.space, wearing))
    this.breaks = 0
    this.space = null
    this.lead = ''
  }

  private endLine(): void {
    this.styled.break()
    this.space = null
    this.lead = ''
  }
}

/** A space between two looks wears what both wear. */
function common(a: Wearing, b: Wearing): Wearing {
  return new Map([...a].filter(([kind, to]) => b.get(kind) === to))
}

/** Blank lines at the edges of fixed-width text are no part of it. */
function trimmed(
  pieces: readonly { text: string; wearing: Wearing }[],
): { text: string; wearing: Wearing }[] {
  const all = pieces.map(piece => ({ ...piece, text: piece.text.replace(/\r\n?/g, '\n') }))
  while (all[0] && all[0].text.trim() === '' && all.length > 1 && !/[^\n]/.test(all[0].text)) all.shift()
  const first = all[0]
  if (first) first.text = first.text.replace(/^(?:[ \t]*\n)+/, '')
  while (all.length > 0 && all.at(-1)?.text.trim() === '') all.pop()
  const last = all.at(-1)
  if (last) last.text = last.text.trimEnd()
  return all
}
