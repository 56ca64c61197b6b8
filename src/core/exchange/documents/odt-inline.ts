import * as storyOf from './odt-story.ts'
import { type OdtStory, say, sayCollapsed, wearing } from './odt-story.ts'
import type { Look } from './odt-styles.ts'
import type { Wearing } from './styled-text.ts'
import { child, descendants, type Element, elements, isElement, textOf } from './xml.ts'

/** The content of a paragraph, a span, a link, a field: whatever holds characters. */
export function readInline(story: OdtStory, parent: Element, look: Look): void {
  for (const node of parent.children) {
    if (isElement(node)) readInlineElement(story, node, look)
    else if (look.hidden) story.tally.hidden += node.trim().length
    else sayCollapsed(story, node, wearing(story, look))
  }
}

/** Marks of places and hidden data, without any text of the document in them. */
const SILENT =
  /^(text:(number|tracked-changes|.*-mark(-start|-end)?|bookmark(-start|-end)?|reference-mark(-start|-end)?|script|.*-decls|.*-source|hidden-.*)|svg:(title|desc)|office:(event-listeners|forms)|draw:glue-point)$/

type Reading = (story: OdtStory, element: Element, look: Look) => void
const change: Reading = (story, element, look) => readChange(story, element, look)

const READINGS: Readonly<Record<string, Reading>> = {
  'text:span': (story, element, look) =>
    readInline(story, element, { ...look, ...story.styles.text(element.attributes['text:style-name']) }),
  'text:s': (story, element, look) => say(story, blanks(element), wearing(story, look)),
  'text:tab': (story, _, look) => say(story, '\t', wearing(story, look)),
  'text:line-break': story => lineBreak(story),
  'text:soft-page-break': story => {
    story.pagesKnown = true
    storyOf.pageBreak(story)
  },
  'text:a': (story, element, look) => readLink(story, element, look),
  'text:note': (story, element, look) => readNote(story, element, look),
  'text:ruby': (story, element, look) => readRuby(story, element, look),
  'office:annotation': (story, element) => storyOf.beginRemark(story, element),
  'office:annotation-end': (story, element) =>
    storyOf.endRemark(story, element.attributes['office:name'] ?? ''),
  'text:change-start': change,
  'text:change-end': change,
  'text:change': change,
  'text:bibliography-mark': (story, element, look) => readInline(story, element, look),
}

function readInlineElement(story: OdtStory, element: Element, look: Look): void {
  const reading = READINGS[element.name]
  if (reading) reading(story, element, look)
  else if (element.name.startsWith('draw:')) readDrawing(story, element, look)
  else if (!SILENT.test(element.name)) readInline(story, element, look)
}

function lineBreak(story: OdtStory): void {
  story.blank = null
  story.breaks++
  story.atBlank = true
}

const blanks = (element: Element): string => ' '.repeat(repeats(element.attributes['text:c']))

const MOST_REPEATS = 1000
export const repeats = (said: string | undefined): number =>
  Math.min(MOST_REPEATS, Math.max(1, Math.floor(Number(said ?? 1)) || 1))

function readLink(story: OdtStory, element: Element, look: Look): void {
  const style = story.styles.text(element.attributes['text:style-name'])
  story.links.push(element.attributes['xlink:href'] ?? '')
  readInline(story, element, { ...look, ...style })
  story.links.pop()
}

function readNote(story: OdtStory, element: Element, look: Look): void {
  const body = child(element, 'text:note-body')
  if (!body) return
  const kind = element.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'
  const label = textOf(child(element, 'text:note-citation') ?? '').trim()
  const key = `${kind}-${story.notes.filter(note => note.kind === kind).length + 1}`
  story.notes.push({ key, kind, label, body })
  say(story, label, wearing(story, { ...look, position: 'sup' }).set('note', key))
}

function readRuby(story: OdtStory, element: Element, look: Look): void {
  for (const base of elements(element, 'text:ruby-base')) readInline(story, base, look)
  const reading = elements(element, 'text:ruby-text').map(textOf).join('').trim()
  if (reading !== '') say(story, `(${reading})`, wearing(story, look))
}

export function readChange(story: OdtStory, element: Element, look: Look): void {
  const id = element.attributes['text:change-id'] ?? ''
  const change = story.changes.get(id)
  if (!change) return
  if (element.name === 'text:change-end') {
    story.inserting.delete(id)
  } else if (change.kind === 'insertion') {
    story.tally.insertions++
    story.inserting.set(id, change.to)
  } else if (change.kind === 'deletion') {
    story.tally.deletions++
    if (story.keepBoth) sayDeleted(story, change.content, wearing(story, look).set('deletion', change.to))
  }
}

/** What was deleted comes back as plain text, its paragraphs as lines. */
function sayDeleted(story: OdtStory, content: readonly Element[], marks: Wearing): void {
  for (const [at, element] of content.entries()) {
    if (at > 0) lineBreak(story)
    sayDeletedText(story, element, marks)
  }
}

function sayDeletedText(story: OdtStory, element: Element, marks: Wearing): void {
  for (const node of element.children) {
    if (!isElement(node)) sayCollapsed(story, node, marks)
    else if (node.name === 'text:s') say(story, blanks(node), marks)
    else if (node.name === 'text:tab') say(story, '\t', marks)
    else if (!SILENT.test(node.name)) sayDeletedText(story, node, marks)
  }
}

/** Text boxes and shapes with text are read after their paragraph; pictures and objects are counted. */
export function readDrawing(story: OdtStory, element: Element, look: Look): void {
  const boxes = [...outermostBoxes(element)]
  const has = (name: string) => !descendants(element, name).next().done
  if (element.name === 'draw:a') readInline(story, element, look)
  else if (boxes.length > 0) story.boxes.push(...boxes)
  else if (has('draw:object') || has('draw:object-ole') || has('draw:plugin')) story.tally.embedded++
  else story.tally.pictures++
}

function* outermostBoxes(element: Element): Generator<Element> {
  if (elements(element).some(inner => /^text:(p|h|list)$/.test(inner.name))) yield element
  else for (const inner of elements(element)) yield* outermostBoxes(inner)
}
