import type { Block, Mark, Page, Remark, Structure, Turn } from '../../../shared/model/structure.ts'
import { clean } from '../../../shared/text/clean.ts'

type BlockProps = Omit<Block, 'start' | 'end'>
type MarkProps = Omit<Mark, 'start' | 'end'>

/**
 * Builds canonical text and structure side by side, block by block. Blocks are divided
 * by one line feed, cells of one row by one tab; so no reader invents separators of its own.
 * Lone surrogates and NUL become U+FFFD on the way and are counted in `replaced`.
 */
export class TextBuilder {
  replaced = 0
  private parts: string[] = []
  private length = 0
  private open: { props: BlockProps; start: number } | null = null
  private readonly marks: { props: MarkProps; start: number }[] = []
  private readonly structure: Structure
  constructor(direction: 'ltr' | 'rtl' = 'ltr') {
    this.structure = { blocks: [], marks: [], pages: [], turns: [], remarks: [], direction }
  }

  /** UTF-16 units written so far: where the next character will stand once a block is open. */
  get offset(): number {
    return this.length
  }

  /** Begins a block; ends the one before it. */
  begin(props: BlockProps): void {
    this.end()
    const last = this.structure.blocks.at(-1)
    if (last) this.push(sameRow(last, props) ? '\t' : '\n')
    this.open = { props, start: this.length }
  }

  /** Adds text to the open block (begins a paragraph if none is open). */
  add(raw: string): void {
    if (raw === '') return
    if (!this.open) this.begin({ kind: 'paragraph' })
    const { text, replaced } = clean(raw)
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
    if (!this.open || this.open.start < this.length || this.open.props.kind === 'cell') return this.end()
    this.open = null
    const separator = this.parts.at(-1)
    if (this.structure.blocks.length > 0 && (separator === '\n' || separator === '\t')) {
      this.parts.pop()
      this.length -= 1
    }
  }

  startMark(props: MarkProps): void {
    this.marks.push({ props, start: this.length })
  }

  /** Ends the innermost open mark of this kind. Empty marks are dropped. */
  endMark(kind: Mark['kind']): void {
    const at = this.marks.findLastIndex(mark => mark.props.kind === kind)
    if (at < 0) return
    const [mark] = this.marks.splice(at, 1)
    if (mark && mark.start < this.length) this.structure.marks.push({ ...mark.props, start: mark.start, end: this.length })
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
    for (const mark of this.marks.splice(0)) this.addMark({ ...mark.props, start: mark.start, end: this.length })
    this.structure.marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return { text: this.parts.join(''), structure: this.structure }
  }

  private push(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}

function sameRow(last: Block, next: BlockProps): boolean {
  return last.kind === 'cell' && next.kind === 'cell' && last.table === next.table && last.row === next.row
}
