import type { Mark, Remark } from '../../../shared/model/structure.ts'
import { type Numbering, numeralOf } from './docx-numbering.ts'
import type { Relation } from './docx-package.ts'
import type { RunLook, Styles } from './docx-styles.ts'
import type { StyledText, Wearing } from './styled-text.ts'
import type { Element } from './xml.ts'

/** What was seen and not taken, for the warnings. */
export interface Tally {
  insertions: number
  deletions: number
  pictures: number
  embedded: number
  hidden: number
}

export interface Field {
  code: string
  /** what lies before the separator is the field's code, not text */
  inCode: boolean
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  readonly key: string
  label: string
}

interface OpenRemark {
  start: number | null
  end: number | null
}

/** Everything that changes while a Word document is read from its first to its last element. */
export interface Story {
  readonly text: StyledText
  readonly styles: Styles
  readonly numbering: Numbering
  readonly keepBoth: boolean
  readonly tally: Tally
  /** of the part that is being read */
  relations: ReadonlyMap<string, Relation>
  readonly fields: Field[]
  readonly links: string[]
  readonly changes: { kind: 'insertion' | 'deletion'; to: string }[]
  readonly notes: NoteReference[]
  /** the notes there are */
  readonly noteIds: Readonly<Record<NoteReference['kind'], ReadonlySet<string>>>
  readonly noteFormats: { footnote: string; endnote: string }
  readonly comments: ReadonlyMap<string, Pick<Remark, 'author' | 'text'>>
  readonly openRemarks: Map<string, OpenRemark>
  readonly saidRemarks: Set<string>
  /** text boxes of the paragraph being read: their text follows it */
  boxes: Element[]
  /** where pages begin, as the word processor last laid them out */
  readonly pages: number[]
  pagesKnown: boolean
  tables: number
  characters: { ltr: number; rtl: number }
  /** where the text of the open block or cell begins */
  blockStart: number
  /** line breaks not yet written: those at the edge of a paragraph never are */
  breaks: number
  /** blanks that wait for text to follow them */
  lead: string
}

/** Writes text unless it stands in a field's code. Blanks wait for the text they precede, so that none stand alone. */
export function say(story: Story, text: string, wearing: Wearing): void {
  if (text === '' || story.fields.some(field => field.inCode)) return
  const begun = story.text.builder.offset > story.blockStart
  const first = !begun || story.breaks > 0
  if (first && text.trim() === '') {
    story.lead += text
    return
  }
  // a note's sign is cut off with the blanks after it
  const shed = !begun && story.breaks > 0
  if (begun) story.text.write('\n'.repeat(story.breaks))
  if (!shed) story.text.write(story.lead)
  story.breaks = 0
  story.lead = ''
  story.text.write(shed ? text.trimStart() : text, wearing)
}

export function pageBreak(story: Story): void {
  story.text.atNextText(offset => {
    if (offset > (story.pages.at(-1) ?? 0)) story.pages.push(offset)
  })
}

/** The marks for text of this look, here and now. */
export function wearing(story: Story, look: RunLook): Map<Mark['kind'], string> {
  const marks = new Map<Mark['kind'], string>()
  const link = linkOf(story)
  if (look.bold) marks.set('bold', '')
  if (look.italic) marks.set('italic', '')
  if (look.underline && link === null) marks.set('underline', '')
  if (look.strike) marks.set('strike', '')
  if (look.position === 'sup' || look.position === 'sub') marks.set(look.position, '')
  if (link !== null) marks.set('link', link)
  for (const change of story.changes) if (story.keepBoth) marks.set(change.kind, change.to)
  return marks
}

function linkOf(story: Story): string | null {
  for (const field of story.fields.toReversed()) {
    const link = /^\s*HYPERLINK\s+(?:(\\l)\s+)?"([^"]*)"(?:\s+\\l\s+"([^"]*)")?/.exec(field.code)
    if (link) return `${link[1] ? '#' : ''}${link[2]}${link[3] ? `#${link[3]}` : ''}`
  }
  return story.links.at(-1) ?? null
}

/** Counts a reference to a note; its sign is its number unless the author chose another. */
export function referTo(
  story: Story,
  kind: NoteReference['kind'],
  id: string,
  ownSign: boolean,
): NoteReference {
  const known = story.notes.find(note => note.kind === kind && note.id === id)
  if (known) return known
  const number = story.notes.filter(note => note.kind === kind && note.label !== '').length + 1
  const label = ownSign ? '' : numeralOf(story.noteFormats[kind])(number)
  const note: NoteReference = { kind, id, key: `${kind}-${id}`, label }
  story.notes.push(note)
  return note
}

export function beginRemark(story: Story, id: string): void {
  const remark: OpenRemark = { start: null, end: null }
  story.openRemarks.set(id, remark)
  story.text.atNextText(offset => {
    remark.start = offset
  })
}

export function endRemark(story: Story, id: string): void {
  const remark = story.openRemarks.get(id)
  if (remark) remark.end = story.text.builder.offset
}

export function sayRemark(story: Story, id: string): void {
  const comment = story.comments.get(id)
  if (!comment || story.saidRemarks.has(id)) return
  story.saidRemarks.add(id)
  const range = story.openRemarks.get(id)
  const end = range?.end ?? story.text.builder.offset
  story.text.builder.addRemark({ ...comment, start: Math.min(range?.start ?? end, end), end })
}
