import type { Mark } from '../../../shared/model/structure.ts'
import type { TextBuilder } from './builder.ts'

/** The marks that a piece of text wears: kind -> `to` ('' where the kind has none). */
export type Wearing = ReadonlyMap<Mark['kind'], string>

/**
 * Word processors cut one bold sentence into a dozen runs. This writer hands text to the
 * builder and makes one mark of neighbouring pieces that wear the same.
 */
export class StyledText {
  private readonly open = new Map<Mark['kind'], { start: number; end: number; to: string }>()
  private waiting: ((offset: number) => void)[] = []
  readonly builder: TextBuilder
  constructor(builder: TextBuilder) {
    this.builder = builder
  }

  write(text: string, wearing: Wearing = new Map()): void {
    if (text === '') return
    const start = this.builder.offset
    for (const tell of this.waiting.splice(0)) tell(start)
    this.builder.add(text)
    const end = this.builder.offset
    for (const [kind, mark] of this.open) {
      if (mark.end !== start || wearing.get(kind) !== mark.to) this.close(kind)
    }
    for (const [kind, to] of wearing) {
      const mark = this.open.get(kind)
      if (mark) mark.end = end
      else this.open.set(kind, { start, end, to })
    }
  }

  /** Calls back with the place of the next character that is written, wherever that will be. */
  atNextText(tell: (offset: number) => void): void {
    this.waiting.push(tell)
  }

  /** Ends every mark: no mark reaches over the end of a block. */
  break(): void {
    for (const kind of [...this.open.keys()]) this.close(kind)
  }

  /** Nothing more is coming: whoever still waits is told the end of the text. */
  finish(): void {
    this.break()
    for (const tell of this.waiting.splice(0)) tell(this.builder.offset)
  }

  private close(kind: Mark['kind']): void {
    const mark = this.open.get(kind)
    if (!mark) return
    this.open.delete(kind)
    this.builder.addMark({
      kind,
      start: mark.start,
      end: mark.end,
      ...(mark.to === '' ? {} : { to: mark.to }),
    })
  }
}
