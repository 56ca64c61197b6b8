import type { RtfDocument, RtfNote } from './rtf-header.ts'
import { marksOf, type State } from './rtf-state.ts'
import type { Story } from './rtf-story.ts'

/** Notes and their signs: the sign stands in the text before the note begins, and again within it. */
export class RtfNotes {
  /** a sign that was written and waits for its note */
  private pending: string | null = null
  private readonly document: RtfDocument
  constructor(document: RtfDocument) {
    this.document = document
  }

  /** \chftn: the next number */
  sign(story: Story, state: State): void {
    const number = String(this.document.notes.length + 1)
    this.pending = number
    this.write(number, story, state)
  }

  /** \footnote: begins a note, whose sign is known by now or has to be found. */
  begin(story: Story, state: State): RtfNote {
    const label = this.pending ?? this.ownSign(story) ?? this.missingSign(story, state)
    this.pending = null
    const note: RtfNote = { key: this.nextKey, label, paragraphs: [] }
    this.document.notes.push(note)
    return note
  }

  private get nextKey(): string {
    return `footnote-${this.document.notes.length + 1}`
  }

  /** A star instead of a number: whatever stands raised just before the note. */
  private ownSign({ lastRun }: Story): string | null {
    const sign = lastRun?.marks.has('sup') ? lastRun.text.trim() : ''
    if (sign === '' || sign.length > 3) return null
    lastRun?.marks.set('note', this.nextKey)
    return sign
  }

  private missingSign(story: Story, state: State): string {
    const number = String(this.document.notes.length + 1)
    this.write(number, story, state)
    return number
  }

  private write(sign: string, story: Story, state: State): void {
    story.write(sign, marksOf(state, []).set('sup', '').set('note', this.nextKey))
  }
}

/** Comments: who wrote them and what they refer to is told before their text. */
export class RtfRemarks {
  author = ''
  id = ''
  private readonly document: RtfDocument
  constructor(document: RtfDocument) {
    this.document = document
  }

  /** The comment is complete; one that refers to no passage hangs where it stands. */
  take(remark: Story, outer: Story): void {
    const { remarks } = this.document
    const text = remark.paragraphs.map(({ runs }) => runs.map(run => run.text).join('')).join('\n')
    const id = this.id || `remark-${remarks.size + 1}`
    if (this.id === '') outer.mark(id, false)
    remarks.set(id, { author: this.author, text: text.trim() })
    this.author = ''
    this.id = ''
  }
}
