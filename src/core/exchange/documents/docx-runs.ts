import type { Mark } from '../../../shared/model/structure.ts'
import { unwrapDingbats } from './dingbats.ts'
import * as storyOf from './docx-story.ts'
import { type Story, say, wearing } from './docx-story.ts'
import { isOn, layered, type RunLook, readLook } from './docx-styles.ts'
import { child, descendants, type Element, elements, isElement, textOf } from './xml.ts'

/** Everything inside a paragraph. `base` is the look that the paragraph's style gives it. */
export function readInline(story: Story, parent: Element, base: RunLook): void {
  for (const element of elements(parent)) READINGS[element.name]?.(story, element, base)
}

type Reading = (story: Story, element: Element, base: RunLook) => void

const through: Reading = (story, element, base) => readInline(story, element, base)
const formula: Reading = (story, element) => say(story, mathText(element), wearing(story, {}))
const insertion: Reading = (story, element, base) => readChange(story, 'insertion', element, base)
const deletion: Reading = (story, element, base) => readChange(story, 'deletion', element, base)
const idOf = (element: Element): string => element.attributes['w:id'] ?? ''

const READINGS: Readonly<Record<string, Reading>> = {
  'w:r': (story, element, base) => readRun(story, element, base),
  'w:smartTag': through,
  'w:customXml': through,
  'w:sdt': through,
  'w:sdtContent': through,
  'w:dir': through,
  'w:bdo': through,
  'w:hyperlink': (story, element, base) => readLink(story, element, base),
  'w:fldSimple': (story, element, base) => readSimpleField(story, element, base),
  'w:ins': insertion,
  'w:moveTo': insertion,
  'w:del': deletion,
  'w:moveFrom': deletion,
  'w:commentRangeStart': (story, element) => storyOf.beginRemark(story, idOf(element)),
  'w:commentRangeEnd': (story, element) => storyOf.endRemark(story, idOf(element)),
  'mc:AlternateContent': (story, element, base) => readInline(story, bestAlternative(element), base),
  'm:oMath': formula,
  'm:oMathPara': formula,
}

function readLink(story: Story, element: Element, base: RunLook): void {
  const relation = story.relations.get(element.attributes['r:id'] ?? '')
  const anchor = element.attributes['w:anchor']
  story.links.push(`${relation?.target ?? ''}${anchor === undefined ? '' : `#${anchor}`}`)
  readInline(story, element, base)
  story.links.pop()
}

function readSimpleField(story: Story, element: Element, base: RunLook): void {
  story.fields.push({ code: element.attributes['w:instr'] ?? '', inCode: false })
  readInline(story, element, base)
  story.fields.pop()
}

function readChange(story: Story, kind: 'insertion' | 'deletion', element: Element, base: RunLook): void {
  if (hasText(element)) story.tally[kind === 'insertion' ? 'insertions' : 'deletions']++
  if (kind === 'deletion' && !story.keepBoth) return
  story.changes.push({ kind, to: whoAndWhen(element) })
  readInline(story, element, base)
  story.changes.pop()
}

export function whoAndWhen(element: Element): string {
  const { 'w:author': author, 'w:date': date } = element.attributes
  return [author, date].filter(Boolean).join(', ')
}

function hasText(element: Element): boolean {
  return (
    textOf(element).trim() !== '' ||
    ['w:footnoteReference', 'w:endnoteReference', 'w:sym'].some(
      name => !descendants(element, name).next().done,
    )
  )
}

/** The newer content if it says anything here, otherwise what older programs were given. */
export function bestAlternative(element: Element): Element {
  const choices = elements(element, 'mc:Choice')
  const fallback = child(element, 'mc:Fallback')
  const withText = choices.find(choice => !descendants(choice, 'w:t').next().done)
  return (
    withText ??
    (fallback && textOf(fallback).trim() !== '' ? fallback : undefined) ??
    choices[0] ??
    fallback ??
    element
  )
}

function readRun(story: Story, run: Element, base: RunLook): void {
  const properties = child(run, 'w:rPr')
  const character = story.styles.character(child(properties, 'w:rStyle')?.attributes['w:val'] ?? null)
  const look = layered(story.styles.defaults, base, character, readLook(properties))
  if (look.hidden) {
    story.tally.hidden += runText(run).length
    // a field may begin or end in hidden runs (tables of contents do that)
    for (const mark of elements(run, 'w:fldChar')) readFieldMark(story, mark)
    return
  }
  let note: string | null = null
  for (const piece of elements(run)) note = readPiece(story, piece, look, note) ?? note
}

const runText = (run: Element): string => elements(run, 'w:t').map(textOf).join('')

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
}

/** One piece of a run; returns the key of a note whose own sign follows in this run. */
function readPiece(story: Story, piece: Element, look: RunLook, note: string | null): string | null {
  const { name, attributes } = piece
  const sign = SIGNS[name]
  if (sign !== undefined) say(story, sign, wearing(story, look))
  switch (name) {
    case 'w:t':
    case 'w:delText':
      say(story, unwrapDingbats(wordText(piece), look.font ?? ''), withNote(wearing(story, look), note))
      break
    case 'w:br':
      if (attributes['w:type'] === 'page') storyOf.pageBreak(story)
      story.breaks++
      break
    case 'w:cr':
      story.breaks++
      break
    case 'w:lastRenderedPageBreak':
      story.pagesKnown = true
      storyOf.pageBreak(story)
      break
    case 'w:sym':
      say(story, symbol(attributes), withNote(wearing(story, look), note))
      break
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return readNoteReference(story, piece, look)
    case 'w:commentReference':
      storyOf.sayRemark(story, attributes['w:id'] ?? '')
      break
    case 'w:fldChar':
      readFieldMark(story, piece)
      break
    case 'w:instrText':
      for (const field of story.fields.slice(-1)) if (field.inCode) field.code += textOf(piece)
      break
    case 'w:ruby':
      readRuby(story, piece, look)
      break
    case 'mc:AlternateContent':
      for (const inner of elements(bestAlternative(piece))) readPiece(story, inner, look, note)
      break
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(story, piece)
      break
  }
  return null
}

function wordText(piece: Element): string {
  const text = textOf(piece).replace(/[\r\n]+/g, ' ')
  return piece.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '')
}

function withNote(marks: Map<Mark['kind'], string>, note: string | null): Map<Mark['kind'], string> {
  return note === null ? marks : marks.set('note', note)
}

function symbol(attributes: Element['attributes']): string {
  const at = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(at > 0 && at <= 0x10ffff)) return ''
  return unwrapDingbats(String.fromCodePoint(at), attributes['w:font'] ?? '')
}

function readNoteReference(story: Story, reference: Element, look: RunLook): string | null {
  const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  if (!story.noteIds[kind].has(reference.attributes['w:id'] ?? '')) return null
  const ownSign = isOn(reference.attributes['w:customMarkFollows'])
  const note = storyOf.referTo(story, kind, reference.attributes['w:id'] ?? '', ownSign)
  if (ownSign) return note.key
  say(story, note.label, wearing(story, { ...look, position: 'sup' }).set('note', note.key))
  return null
}

function readFieldMark(story: Story, mark: Element): void {
  const type = mark.attributes['w:fldCharType']
  if (type === 'begin') {
    const box = child(child(mark, 'w:ffData'), 'w:checkBox')
    if (box) say(story, isTicked(box) ? '☒' : '☐', wearing(story, {}))
    story.fields.push({ code: '', inCode: true })
  } else if (type === 'separate') {
    for (const field of story.fields.slice(-1)) field.inCode = false
  } else if (type === 'end') {
    story.fields.pop()
  }
}

function isTicked(box: Element): boolean {
  const state = child(box, 'w:checked') ?? child(box, 'w:default')
  return state !== undefined && isOn(state.attributes['w:val'] ?? 'true')
}

/** 漢字（かんじ）: the reading follows its word in brackets, as it does where ruby cannot be shown. */
function readRuby(story: Story, ruby: Element, look: RunLook): void {
  for (const base of elements(ruby, 'w:rubyBase')) readInline(story, base, look)
  const reading = elements(ruby, 'w:rt').map(textOf).join('')
  if (reading !== '') say(story, `(${reading})`, wearing(story, look))
}

/** Text boxes are read after the paragraph they hang on; pictures and objects are only counted. */
function readDrawing(story: Story, drawing: Element): void {
  const boxes = [...outermost(drawing, 'w:txbxContent')]
  story.boxes.push(...boxes)
  if (boxes.length > 0) return
  if (drawing.name === 'w:object') story.tally.embedded++
  else story.tally.pictures++
}

function* outermost(parent: Element, name: string): Generator<Element> {
  for (const element of elements(parent.name === 'mc:AlternateContent' ? bestAlternative(parent) : parent)) {
    if (element.name === name) yield element
    else yield* outermost(element, name)
  }
}

/** Formulas in one line: a/b, x^2, a_i; enough to read and to code, not to calculate. */
export function mathText(element: Element): string {
  const part = (name: string) => elements(element, name).map(mathText).join('')
  switch (element.name) {
    case 'm:t':
      return textOf(element)
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:d':
      return `(${part('m:e')})`
    case 'm:rad':
      return `√${grouped(part('m:e'))}`
    default:
      return element.children.map(node => (isElement(node) ? mathText(node) : '')).join('')
  }
}

const grouped = (text: string): string => (text.length > 1 && /\W/.test(text) ? `(${text})` : text)
