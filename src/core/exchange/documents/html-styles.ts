import type { Mark } from '../../../shared/model/structure.ts'
import { attribute, classesOf, type Element, isElement, type Parent, textOf, walk } from './html-tree.ts'
import type { Wearing } from './styled-text.ts'

/** What a page says of the looks of its elements, as far as it matters for a text. */
export interface Looks {
  /** the marks an element wears, on top of those it inherits */
  wearing(element: Element, inherited: Wearing): Wearing
  isHidden(element: Element): boolean
}

const TAGS: Readonly<Record<string, Mark['kind']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  sup: 'sup',
  sub: 'sub',
  ins: 'insertion',
  del: 'deletion',
}

/** property -> value, lower case */
type Rules = ReadonlyMap<string, string>

/**
 * Reads style attributes and the simplest rules of style sheets (".c1", "p.x", "em"): office
 * programs that write HTML say "bold" in no other way. Nothing is imported or loaded.
 */
export function readLooks(document: Parent): Looks {
  const sheet = readSheets(document)
  const rulesOf = (element: Element): Rules => {
    const all = new Map<string, string>(sheet.get(element.tagName))
    for (const name of classesOf(element)) {
      for (const key of [`.${name}`, `${element.tagName}.${name}`])
        for (const [k, v] of sheet.get(key) ?? []) all.set(k, v)
    }
    for (const [property, value] of declarations(attribute(element, 'style') ?? '')) all.set(property, value)
    return all
  }
  return {
    wearing: (element, inherited) => dress(element, rulesOf(element), inherited),
    isHidden: element => attribute(element, 'hidden') !== null || isHidden(rulesOf(element)),
  }
}

function isHidden(rules: Rules): boolean {
  return (
    rules.get('display') === 'none' || rules.get('visibility') === 'hidden' || rules.get('mso-hide') === 'all'
  )
}

function dress(element: Element, rules: Rules, inherited: Wearing): Wearing {
  const marks = new Map(inherited)
  const set = (kind: Mark['kind'], on: boolean) => (on ? marks.set(kind, '') : marks.delete(kind))
  const tag = TAGS[element.tagName]
  if (tag)
    marks.set(tag, tag === 'insertion' || tag === 'deletion' ? (attribute(element, 'datetime') ?? '') : '')
  const weight = rules.get('font-weight')
  if (weight) set('bold', weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)
  const slant = rules.get('font-style')
  if (slant) set('italic', slant === 'italic' || slant.startsWith('oblique'))
  const line = rules.get('text-decoration') ?? rules.get('text-decoration-line')
  if (line?.includes('underline') && element.tagName !== 'a') set('underline', true)
  if (line?.includes('line-through')) set('strike', true)
  const height = rules.get('vertical-align')
  if (height === 'super') set('sup', true)
  if (height === 'sub') set('sub', true)
  return marks
}

function readSheets(document: Parent): Map<string, Map<string, string>> {
  const sheet = new Map<string, Map<string, string>>()
  for (const node of walk(document)) {
    if (!isElement(node) || node.tagName !== 'style') continue
    for (const [selector, body] of rulesIn(textOf(node))) {
      const known = sheet.get(selector) ?? new Map<string, string>()
      for (const [property, value] of declarations(body)) known.set(property, value)
      sheet.set(selector, known)
    }
  }
  return sheet
}

const LARGEST_SHEET = 500_000

function rulesIn(css: string): [selector: string, body: string][] {
  const flat = withoutAtRules(
    css
      .slice(0, LARGEST_SHEET)
      .replace(/<!--|-->/g, '')
      .replace(/\/\*[\s\S]*?\*\//g, ''),
  )
  const rules: [string, string][] = []
  for (const [, selectors = '', body = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',')) {
      const simple = selector.trim()
      if (/^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/i.test(simple))
        rules.push([simple.replace(/^[a-z0-9]+/i, tag => tag.toLowerCase()), body])
    }
  }
  return rules
}

/** "@media print { … }" says nothing about the screen; "@import …;" nothing at all. */
function withoutAtRules(css: string): string {
  let kept = ''
  for (let at = 0; at < css.length; ) {
    const rule = css.indexOf('@', at)
    if (rule < 0) return kept + css.slice(at)
    kept += css.slice(at, rule)
    at = endOfAtRule(css, rule)
  }
  return kept
}

function endOfAtRule(css: string, from: number): number {
  let depth = 0
  for (let at = from; at < css.length; at++) {
    const sign = css.charAt(at)
    if (sign === ';' && depth === 0) return at + 1
    if (sign === '{') depth++
    if (sign === '}' && --depth <= 0) return at + 1
  }
  return css.length
}

function declarations(body: string): [property: string, value: string][] {
  return body.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':')
    if (colon < 0) return []
    const value = declaration.slice(colon + 1).replace(/!important/i, '')
    return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()]]
  })
}
