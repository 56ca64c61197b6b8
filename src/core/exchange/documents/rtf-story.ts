import type { Mark } from '../../../shared/model/structure.ts'
import type { ParagraphState } from './rtf-state.ts'

export interface Run {
  text: string
  readonly marks: Map<Mark['kind'], string>
}

/** Where in a table a paragraph stands. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly header: boolean
}

export interface Paragraph {
  readonly runs: readonly Run[]
  readonly state: ParagraphState
  /** the mark of a list item, as it was shown */
  readonly marker: string
  readonly cell: CellPlace | null
  /** remarks that begin or end here: which, and after how many characters of the paragraph */
  readonly ranges: readonly { readonly id: string; readonly at: number; readonly begins: boolean }[]
}

/**
 * A run of paragraphs: the document's body, one note, one text box. What kind of block a
 * paragraph is shows at its end only, so its text waits here until then.
 */
export class Story {
  readonly paragraphs: Paragraph[] = []
  private runs: Run[] = []
  private ranges: { id: string; at: number; begins: boolean }[] = []
  private later: Paragraph[] = []
  private marker = ''
  private length = 0
  private table: { number: number; row: number; column: number; header: boolean } | null = null
  private readonly numberTable: () => number
  constructor(numberTable: () => number) {
    this.numberTable = numberTable
  }

  write(text: string, marks: Map<Mark['kind'], string>): void {
    if (text === '') return
    const last = this.runs.at(-1)
    if (last && sameMarks(last.marks, marks)) last.text += text
    else this.runs.push({ text, marks })
    this.length += text.length
  }

  get lastRun(): Run | undefined {
    return this.runs.at(-1)
  }

  setMarker(marker: string): void {
    this.marker = marker
  }

  mark(id: string, begins: boolean): void {
    this.ranges.push({ id, at: this.length, begins })
  }

  /** \par */
  end(state: ParagraphState): void {
    if (!state.inTable) this.table = null
    this.take(state, state.inTable ? this.place() : null)
  }

  /** \cell */
  endCell(state: ParagraphState): void {
    this.take(state, this.place())
    if (this.table) this.table.column++
  }

  /** \row */
  endRow(): void {
    if (!this.table) return
    this.table.row++
    this.table.column = 0
    this.table.header = false
  }

  /** \trowd and \trhdr come before the cells of a row */
  headRow(header: boolean): void {
    this.place()
    if (this.table) this.table.header = header
  }

  /** What is open when the story ends. */
  finish(state: ParagraphState): void {
    if (this.runs.length + this.ranges.length + this.later.length > 0)
      this.take(state, state.inTable ? this.place() : null)
  }

  get hasText(): boolean {
    return this.runs.length > 0
  }

  /** A text box comes after the paragraph it is anchored in. */
  appendLater(paragraphs: readonly Paragraph[]): void {
    this.later = [...this.later, ...paragraphs]
  }

  private place(): CellPlace {
    this.table ??= { number: this.numberTable(), row: 0, column: 0, header: false }
    const { number, row, column, header } = this.table
    return { table: number, row, column, header }
  }

  private take(state: ParagraphState, cell: CellPlace | null): void {
    this.paragraphs.push({ runs: this.runs, state, marker: this.marker, cell, ranges: this.ranges })
    // within a cell, everything else has to be in the cell as well
    for (const paragraph of this.later) this.paragraphs.push(cell ? { ...paragraph, cell } : paragraph)
    this.later = []
    this.runs = []
    this.ranges = []
    this.marker = ''
    this.length = 0
  }
}

function sameMarks(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([kind, to]) => b.get(kind) === to)
}
