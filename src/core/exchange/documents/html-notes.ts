import {
  attribute,
  classesOf,
  closest,
  type Element,
  isBlock,
  isElement,
  type Parent,
  textOf,
  walk,
} from './html-tree.ts'

/** A link that is the sign of a note, and the block that is the note. */
export interface Notes {
  /** the key of the note an anchor refers to */
  keyOfReference(anchor: Element): string | null
  /** the key and sign of the note a block is */
  noteOf(block: Element): { key: string; label: string } | null
  /** is this the way back from a note ("↩", "(1)")? It is not part of its text. */
  isWayBack(anchor: Element): boolean
}

const SIGN = /^[[(]?\s*(?:\d{1,4}|[ivxlc]{1,6}|\p{L}|[*†‡§¶#]{1,4})\s*[\])]?\.?$/iu
const NOTEISH = /foot|fn|note|_edn|cite_|fußn|^nt[cr]\d/i
const ARROWS = /^(?:[↩↑^⏎⤴\s]|\u2934|\uFE0E|\uFE0F)+$/u
const LONGEST_NOTE = 6000

/**
 * Footnotes in HTML are links to and fro, with no mark-up of their own. A link is taken for a
 * reference if it looks like one (a number or a star), calls itself one or stands raised, and
 * if its target looks like a note: it calls itself one, begins with the same sign or leads back.
 */
export function findNotes(document: Parent): Notes {
  const targets = targetsOf(document)
  const references = new Map<Element, string>()
  const notes = new Map<Element, { key: string; label: string }>()
  const backs = new Set<Element>()
  for (const node of walk(document)) {
    if (!isElement(node) || node.tagName !== 'a') continue
    const id = localTarget(node)
    const label = textOf(node).trim()
    const target = id === null ? undefined : targets.get(id)
    if (id === null || !target || !SIGN.test(label) || !looksLikeReference(node, id)) continue
    const body = noteBody(target)
    if (!body || notes.has(closest(node, one => notes.has(one)) ?? node)) continue
    if (body === closest(node, isBlock) || !looksLikeNote(body, target, id, label)) continue
    references.set(node, id)
    if (!notes.has(body)) notes.set(body, { key: id, label: bare(label) })
  }
  const ways = namesOf(references.keys())
  for (const [body, { label }] of notes) for (const back of waysBack(body, label, ways)) backs.add(back)
  for (const back of backs) references.delete(back)
  return {
    keyOfReference: anchor => references.get(anchor) ?? null,
    noteOf: block => notes.get(block) ?? null,
    isWayBack: anchor => backs.has(anchor),
  }
}

function targetsOf(document: Parent): Map<string, Element> {
  const targets = new Map<string, Element>()
  for (const node of walk(document)) {
    if (!isElement(node)) continue
    for (const name of [attribute(node, 'id'), node.tagName === 'a' ? attribute(node, 'name') : null]) {
      if (name && !targets.has(name)) targets.set(name, node)
    }
  }
  return targets
}

function localTarget(anchor: Element): string | null {
  const href = attribute(anchor, 'href') ?? ''
  return href.startsWith('#') && href.length > 1 ? href.slice(1) : null
}

function looksLikeReference(anchor: Element, id: string): boolean {
  const said = [
    id,
    attribute(anchor, 'id'),
    attribute(anchor, 'role'),
    attribute(anchor, 'epub:type'),
    attribute(anchor, 'rel'),
  ]
  if (said.some(word => word && NOTEISH.test(word)) || classesOf(anchor).some(name => NOTEISH.test(name)))
    return true
  const raised = closest(anchor, one => one.tagName === 'sup' || isBlock(one))?.tagName === 'sup'
  return raised || [...walk(anchor)].some(node => isElement(node) && node.tagName === 'sup')
}

/** The block that a target is or stands in. */
function noteBody(target: Element): Element | null {
  const body = closest(target, isBlock)
  const small =
    body && !['body', 'html', 'table', 'tr', 'ol', 'ul', 'dl', 'h1', 'h2', 'h3'].includes(body.tagName)
  return small && textOf(body).length < LONGEST_NOTE ? body : null
}

function looksLikeNote(body: Element, target: Element, id: string, label: string): boolean {
  if (NOTEISH.test(id) || [body, target].some(one => classesOf(one).some(name => NOTEISH.test(name))))
    return true
  if (bare(textOf(body).trim().slice(0, 12)).startsWith(bare(label))) return true
  return (
    body.tagName === 'li' &&
    body.parentNode !== null &&
    'tagName' in body.parentNode &&
    body.parentNode.tagName === 'ol'
  )
}

/** What a link back to one of the references would be aimed at. */
function namesOf(references: Iterable<Element>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const anchor of references) {
    const parent = anchor.parentNode
    const own = [attribute(anchor, 'id'), attribute(anchor, 'name')]
    if (parent && 'tagName' in parent) own.push(attribute(parent, 'id'))
    for (const name of own) if (name) names.add(name)
  }
  return names
}

/** Links inside a note that show only its sign or an arrow. */
function waysBack(body: Element, label: string, ways: ReadonlySet<string>): Element[] {
  const anchors: Element[] = []
  for (const node of walk(body)) {
    if (!isElement(node) || node.tagName !== 'a' || attribute(node, 'href') === null) continue
    const shows = textOf(node).trim()
    const leadsBack = ways.has(localTarget(node) ?? '')
    if (ARROWS.test(shows) || (leadsBack && bare(shows) === label)) anchors.push(node)
  }
  return anchors
}

/** "[1]", "(1)", "1." -> "1" */
export const bare = (label: string): string => label.replace(/^[\s[(]+|[\s\]).]+$/g, '')
