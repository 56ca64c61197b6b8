import type { Mark } from '../../../shared/model/structure.ts'
import type { OdtLists } from './odt-lists.ts'
import type { Look, OdtStyles } from './odt-styles.ts'
import type { StyledText, Wearing } from './styled-text.ts'
import { child, descendants, type Element, elements, textOf } from './xml.ts'

export interface Change {
  readonly kind: 'insertion' | 'deletion' | 'format'
  readonly to: string
  /** what was deleted: no part of the text any more, only remembered here */
  readonly content: readonly Element[]
}

export interface Note {
  readonly key: string
  readonly kind: 'footnote' | 'endnote'
  readonly label: string
  readonly body: Element
}

/** Everything that changes while an ODT is read from its first to its last element. */
export interface OdtStory {
  readonly text: StyledText
  readonly styles: OdtStyles
  readonly lists: OdtLists
  readonly keepBoth: boolean
  readonly changes: ReadonlyMap<string, Change>
  /** insertions that have begun and not ended */
  readonly inserting: Map<string, string>
  readonly tally: {
    insertions: number
    deletions: number
    pictures: number
    embedded: number
    hidden: number
  }
  readonly links: string[]
  readonly notes: Note[]
  /** ranges of comments that have begun, by name */
  readonly remarks: Map<string, { author: string; text: string; start: number | null }>
  boxes: Element[]
  readonly pages: number[]
  pagesKnown: boolean
  tables: number
  blockStart: number
  breaks: number
  /** blanks that wait for text to follow them */
  lead: string
  /** one collapsed blank waits here until text follows it */
  blank: Wearing | null
  /** white space that comes next adds nothing */
  atBlank: boolean
}

/** Character data as ODF understands it: any run of white space is one blank, none at the edges. */
export function sayCollapsed(story: OdtStory, raw: string, marks: Wearing): void {
  const text = raw.replace(/[ \t\r\n]+/g, ' ')
  if (text === '') return
  const body = text.trim()
  if (text.startsWith(' ') && !story.atBlank) {
    story.blank = marks
    story.atBlank = true
  }
  if (body === '') return
  say(story, body, marks)
  if (text.endsWith(' ')) {
    story.blank = marks
    story.atBlank = true
  }
}

/** What follows does not belong to the blank before it. */
function writeBlank(story: OdtStory): void {
  const begun = story.text.builder.offset > story.blockStart
  if (begun && story.blank && story.breaks === 0) story.text.write(' ', story.blank)
  story.blank = null
}

/** Text exactly as given; blanks wait for the text they precede, so that none stand alone. */
export function say(story: OdtStory, text: string, marks: Wearing): void {
  if (text === '') return
  const begun = story.text.builder.offset > story.blockStart
  if ((!begun || story.breaks > 0) && text.trim() === '') {
    story.lead += text
    return
  }
  if (begun && story.breaks > 0) story.text.write('\n'.repeat(story.breaks))
  else if (begun && story.blank) story.text.write(' ', story.blank)
  story.text.write(story.lead)
  story.breaks = 0
  story.blank = null
  story.lead = ''
  story.text.write(text, marks)
  story.atBlank = false
}

export function wearing(story: OdtStory, look: Look): Map<Mark['kind'], string> {
  const marks = new Map<Mark['kind'], string>()
  const link = story.links.at(-1)
  if (look.bold) marks.set('bold', '')
  if (look.italic) marks.set('italic', '')
  if (look.underline && link === undefined) marks.set('underline', '')
  if (look.strike) marks.set('strike', '')
  if (look.position === 'sup' || look.position === 'sub') marks.set(look.position, '')
  if (link !== undefined) marks.set('link', link)
  const insertion = [...story.inserting.values()].at(-1)
  if (insertion !== undefined && story.keepBoth) marks.set('insertion', insertion)
  return marks
}

export function pageBreak(story: OdtStory): void {
  story.text.atNextText(offset => {
    if (offset > (story.pages.at(-1) ?? 0)) story.pages.push(offset)
  })
}

/** The list of tracked changes that stands before the text. */
export function readChanges(body: Element | undefined): Map<string, Change> {
  const changes = new Map<string, Change>()
  const regions = elements(child(body, 'text:tracked-changes'), 'text:changed-region')
  for (const region of regions) {
    const [what] = elements(region)
    if (!what) continue
    const kind =
      what.name === 'text:insertion' ? 'insertion' : what.name === 'text:deletion' ? 'deletion' : 'format'
    const info = child(what, 'office:change-info')
    const change: Change = {
      kind,
      to: [child(info, 'dc:creator'), child(info, 'dc:date')]
        .map(part => textOf(part ?? ''))
        .filter(Boolean)
        .join(', '),
      content: elements(what).filter(element => element.name !== 'office:change-info'),
    }
    const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? ''
    changes.set(id, change)
  }
  return changes
}

export function beginRemark(story: OdtStory, annotation: Element): void {
  writeBlank(story)
  const remark = {
    author: textOf(child(annotation, 'dc:creator') ?? ''),
    text: [...descendants(annotation, 'text:p')].map(textOf).join('\n').trim(),
    start: null as number | null,
  }
  const name = annotation.attributes['office:name']
  if (name === undefined) {
    const at = story.text.builder.offset
    story.text.builder.addRemark({ start: at, end: at, author: remark.author, text: remark.text })
    return
  }
  story.remarks.set(name, remark)
  story.text.atNextText(offset => {
    remark.start = offset
  })
}

export function endRemark(story: OdtStory, name: string): void {
  const remark = story.remarks.get(name)
  if (!remark) return
  story.remarks.delete(name)
  const end = story.text.builder.offset
  const { author, text } = remark
  story.text.builder.addRemark({ start: Math.min(remark.start ?? end, end), end, author, text })
}

/** Comments without an end belong to the place where they stand. */
export function closeRemarks(story: OdtStory): void {
  for (const { start, author, text } of story.remarks.values()) {
    const at = start ?? story.text.builder.offset
    story.text.builder.addRemark({ start: at, end: at, author, text })
  }
  story.remarks.clear()
}
