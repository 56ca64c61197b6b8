import { attribute, classesOf, type Element, isBlock, isElement, isText, textOf } from './html-tree.ts'
import { type Numeral, roman } from './numerals.ts'

/** An item's mark as a browser shows it; null where it shows nothing. */
export function listMarker(item: Element, depth: number): string | null {
  const own =
    attribute(item, 'data-title') ?? attribute(item, 'data-marker') ?? attribute(item, 'data-list-text')
  if (own !== null && own.length <= 8 && MARK.test(own)) return own
  const list = item.parentNode
  if (!list || !('tagName' in list)) return '•'
  const style = `${attribute(list, 'style') ?? ''};${attribute(item, 'style') ?? ''}`.toLowerCase()
  if (/list-style(?:-type)?\s*:[^;]*none/.test(style)) return null
  if (list.tagName !== 'ol') return BULLETS[Math.min(depth, BULLETS.length) - 1] ?? '•'
  const type = /list-style-type\s*:\s*([\w-]+)/.exec(style)?.[1] ?? attribute(list, 'type') ?? '1'
  return `${numeral(type)(numbersOf(list).get(item) ?? 1)}.`
}

const BULLETS = ['•', '◦', '▪']

/** Counted once for each list: a list may have ten thousand items. */
const counted = new WeakMap<Element, ReadonlyMap<Element, number>>()

function numbersOf(list: Element): ReadonlyMap<Element, number> {
  const known = counted.get(list)
  if (known) return known
  const items = list.childNodes.filter((node): node is Element => isElement(node) && node.tagName === 'li')
  const down = attribute(list, 'reversed') !== null
  const numbers = new Map<Element, number>()
  let number = whole(attribute(list, 'start')) ?? (down ? items.length : 1)
  for (const item of items) {
    number = whole(attribute(item, 'value')) ?? number
    numbers.set(item, number)
    number += down ? -1 : 1
  }
  counted.set(list, numbers)
  return numbers
}

const whole = (value: string | null): number | null =>
  value !== null && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null

function numeral(type: string): Numeral {
  if (type === 'a' || type === 'lower-alpha' || type === 'lower-latin') return letters
  if (type === 'A' || type === 'upper-alpha' || type === 'upper-latin')
    return value => letters(value).toUpperCase()
  if (type === 'i' || type === 'lower-roman') return roman
  if (type === 'I' || type === 'upper-roman') return value => roman(value).toUpperCase()
  return String
}

/** 1 -> a, 26 -> z, 27 -> aa */
function letters(value: number): string {
  if (value < 1) return String(value)
  let rest = value
  let written = ''
  while (rest > 0) {
    rest--
    written = String.fromCharCode(97 + (rest % 26)) + written
    rest = Math.floor(rest / 26)
  }
  return written
}

/** "1.", "(a)", "iv)", "–" */
export const MARK =
  /^(?:[([]?(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|\p{L}{1,2}|[ivxlcdm]{1,7})[.)\]:]{1,2}|[-–—•·▪◦‣*]|\d{1,3}(?:\.\d{1,3})+)$/iu

const MARK_CLASS = /^(?:num|number|marker|bullet|list-?symbol|list-?marker|item-?number|enumerator)$/i

/**
 * Office programs write lists as paragraphs that begin with the mark in an element of its own
 * (Word's mso-list:Ignore, EUR-Lex's class "num"). Returns that element and the depth.
 */
export function writtenMark(block: Element): { element: Element; marker: string; level: number } | null {
  const first = firstMarked(block)
  if (!first) return null
  const marker = textOf(first).replace(/\s+/g, ' ').trim()
  if (marker === '' || marker.length > 12) return null
  return {
    element: first,
    marker: marker === '·' || marker === 'o' || marker === '§' ? '•' : marker,
    level: levelOf(block),
  }
}

/** Looks into the first elements, since the mark may be wrapped; only before any text. */
function firstMarked(block: Element): Element | null {
  let parent: Element = block
  for (let depth = 0; depth < 4; depth++) {
    const first = parent.childNodes.find(
      node => !(isText(node) && node.value.trim() === '') && node.nodeName !== '#comment',
    )
    if (!first || !isElement(first) || isBlock(first)) return null
    const isMark =
      /mso-list\s*:\s*ignore/i.test(attribute(first, 'style') ?? '') ||
      classesOf(first).some(name => MARK_CLASS.test(name))
    if (isMark) return first
    parent = first
  }
  return null
}

function levelOf(block: Element): number {
  const word = /\blevel(\d)\b/i.exec(attribute(block, 'style') ?? '')?.[1]
  if (word) return Number(word)
  const digits = classesOf(block).map(
    name => /(?:Point|NumPar|ListDash|ListBullet|Tiret|level)-?(\d)$/i.exec(name)?.[1],
  )
  const digit = digits.find(found => found !== undefined)
  return digit === undefined
    ? 1
    : Math.max(1, Number(digit) + (classesOf(block).some(name => /Point|Tiret/i.test(name)) ? 1 : 0))
}

/** Titles that are paragraphs with a class: an outline number, or the names the Official Journal uses. */
const TITLE_CLASSES: Readonly<Record<string, number>> = {
  'doc-ti': 1,
  'oj-doc-ti': 1,
  'eli-main-title': 1,
  title: 1,
  msotitle: 1,
  'ti-section-1': 2,
  'oj-ti-section-1': 2,
  'ti-section-2': 3,
  'oj-ti-section-2': 3,
  'title-division-1': 2,
  'title-division-2': 3,
  sectiontitle: 2,
  chaptertitle: 2,
  'ti-grseq-1': 3,
  'oj-ti-grseq-1': 3,
  'ti-art': 3,
  'oj-ti-art': 3,
  'title-article-norm': 3,
  titrearticle: 3,
  'sti-art': 4,
  'oj-sti-art': 4,
  'stitle-article-norm': 4,
  annexetitre: 2,
  exposdesmotifstitre: 1,
}

export function titleLevel(element: Element): number | null {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (tag) return Number(tag)
  if (attribute(element, 'role') === 'heading') {
    return Math.min(6, Math.max(1, whole(attribute(element, 'aria-level')) ?? 2))
  }
  if (element.tagName !== 'p' && element.tagName !== 'div') return null
  for (const name of classesOf(element)) {
    const level = TITLE_CLASSES[name.toLowerCase()] ?? whole(/heading-?([1-6])$/i.exec(name)?.[1] ?? null)
    if (level !== null && level !== undefined && textOf(element).length < 500) return level
  }
  return null
}
