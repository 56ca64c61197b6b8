import {
  type Block,
  emptyStructure,
  type Mark,
  type Page,
  type Remark,
  type Structure,
  type Turn,
} from '../../../shared/model/structure.ts'
import { clean } from '../../../shared/text/clean.ts'

/** What a block is, before it is known where. */
export type BlockProps = Omit<Block, 'start' | 'end'>
type MarkProps = Omit<Mark, 'start' | 'end'>

interface OpenBlock {
  readonly props: BlockProps
  readonly start: number
  /** where its text begins in `parts` */
  readonly part: number
}

/**
 * Builds canonical text and structure side by side, block by block. Blocks are divided
 * by one line feed, cells of one row by one tab; so no reader invents separators of its own.
 * Lone surrogates and NUL become U+FFFD on the way and are counted in `replaced`.
 */
export class TextBuilder {
  replaced = 0
  /** null: the file does not say, the text has to decide (see finish.ts) */
  readonly direction: 'ltr' | 'rtl' | null
  private parts: string[] = []
  private length = 0
  private open: OpenBlock | null = null
  private readonly marks: { props: MarkProps; start: number }[] = []
  private readonly structure: Structure
  constructor(direction: 'ltr' | 'rtl' | null = null) {
    this.direction = direction
    this.structure = { ...emptyStructure(), direction: direction ?? 'ltr' }
  }

  /** UTF-16 units written so far: where the next character will stand once a block is open. */
  get offset(): number {
    return this.length
  }

  /** Is there an open block with text in it? */
  get hasOpenText(): boolean {
    return this.open !== null && this.open.start < this.length
  }

  /** Begins a block; ends the one before it. */
  begin(props: BlockProps): void {
    this.end()
    const last = this.structure.blocks.at(-1)
    const before = this.length
    if (last) this.push(sameRow(last, props) ? '\t' : '\n')
    for (const mark of this.marks) if (mark.start === before) mark.start = this.length
    this.open = { props, start: this.length, part: this.parts.length }
  }

  /** Adds text to the open block (begins a paragraph if none is open). */
  add(raw: string): void {
    if (raw === '') return
    if (!this.open) this.begin({ kind: 'paragraph' })
    // `clean` takes a byte order mark off; in the midst of a text it is a character like others
    const { text, replaced } = clean(raw.startsWith('\uFEFF') ? `\uFEFF${raw}` : raw)
    this.replaced += replaced
    this.push(text)
  }

  end(): void {
    if (!this.open) return
    const { props, start } = this.open
    this.structure.blocks.push({ ...props, start, end: this.length })
    this.open = null
  }

  /** Ends the open block, and takes it back if nothing was written into it (cells stay: they hold the table's shape). */
  endUnlessEmpty(): void {
    if (!this.open || this.hasOpenText || this.open.props.kind === 'cell') {
      this.end()
      return
    }
    this.open = null
    const separator = this.parts.at(-1)
    if (this.structure.blocks.length > 0 && (separator === '\n' || separator === '\t')) {
      this.parts.pop()
      this.length -= 1
      for (const mark of this.marks) mark.start = Math.min(mark.start, this.length)
      this.clipMarks()
    }
  }

  /**
   * Ends the open block as several: `divide` gets its text and says what the blocks in it are
   * (disjoint, ordered, with only white space between them). The text stays as it was written.
   */
  endDivided(divide: (text: string) => readonly Block[]): void {
    if (!this.open) return
    const { start, part } = this.open
    for (const block of divide(this.parts.slice(part).join(''))) {
      this.structure.blocks.push({ ...block, start: start + block.start, end: start + block.end })
    }
    this.open = null
  }

  startMark(props: MarkProps): void {
    this.marks.push({ props, start: this.length })
  }

  /** Ends the innermost open mark of this kind. Empty marks are dropped. */
  endMark(kind: Mark['kind']): void {
    const at = this.marks.findLastIndex(mark => mark.props.kind === kind)
    if (at < 0) return
    const [mark] = this.marks.splice(at, 1)
    if (mark) this.addMark({ ...mark.props, start: mark.start, end: this.length })
  }

  addMark(mark: Mark): void {
    if (mark.start < mark.end) this.structure.marks.push(mark)
  }
  addPage(page: Page): void {
    this.structure.pages.push(page)
  }
  addTurn(turn: Turn): void {
    this.structure.turns.push(turn)
  }
  addRemark(remark: Remark): void {
    this.structure.remarks.push(remark)
  }

  finish(): { text: string; structure: Structure } {
    this.endUnlessEmpty()
    for (const mark of this.marks.splice(0))
      this.addMark({ ...mark.props, start: mark.start, end: this.length })
    this.structure.marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return { text: this.parts.join(''), structure: this.structure }
  }

  /** A mark that was ended within the separator just taken back ends where the text now ends. */
  private clipMarks(): void {
    const { marks } = this.structure
    for (let at = marks.length - 1; at >= 0; at--) {
      const mark = marks[at]
      if (!mark || mark.end <= this.length) continue
      if (mark.start < this.length) marks[at] = { ...mark, end: this.length }
      else marks.splice(at, 1)
    }
  }

  private push(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}

function sameRow(last: Block, next: BlockProps): boolean {
  return last.kind === 'cell' && next.kind === 'cell' && last.table === next.table && last.row === next.row
}
