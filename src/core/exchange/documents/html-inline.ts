import { DEEPEST, dressed, type Page, type Place, propsOf } from './html-place.ts'
import { attribute, type Element, isElement, isPicture, isSilent, isText, textOf } from './html-tree.ts'
import type { Wearing } from './styled-text.ts'

export function quoted(page: Page, node: Element, place: Place): void {
  page.flow.text('“', place.wearing)
  page.children(node, dressed(page, node, place))
  page.flow.text('”', place.wearing)
}

/** How a word is read stands above it in print; in a line it stands in parentheses. */
export function ruby(page: Page, node: Element, place: Place): void {
  const siblings = node.parentNode?.childNodes ?? []
  const hasOwn = siblings.some(one => isElement(one) && one.tagName === 'rp')
  if (!hasOwn) page.flow.text('(', place.wearing)
  page.children(node, place)
  if (!hasOwn) page.flow.text(')', place.wearing)
}

export function anchor(page: Page, node: Element, outer: Place): void {
  if (outer.note && page.notes.isWayBack(node)) {
    outer.note.sign = null
    return
  }
  const place = dressed(page, node, outer)
  const key = page.notes.keyOfReference(node)
  if (key !== null) {
    const wearing = new Map(place.wearing).set('note', key)
    page.children(node, { ...place, wearing })
    return
  }
  const href = attribute(node, 'href')?.trim()
  const leads = href && !/^(?:javascript|data|vbscript):/i.test(href)
  page.children(node, leads ? { ...place, wearing: new Map(place.wearing).set('link', href) } : place)
}

export function fixed(page: Page, node: Element, place: Place): void {
  const pieces: { text: string; wearing: Wearing }[] = []
  collect(page, node, dressed(page, node, place), pieces)
  page.flow.fixed(pieces)
  page.flow.block(() => propsOf(place))
}

function collect(
  page: Page,
  parent: Element,
  place: Place,
  pieces: { text: string; wearing: Wearing }[],
): void {
  for (const node of parent.childNodes) {
    if (isText(node)) pieces.push({ text: node.value, wearing: place.wearing })
    else if (isElement(node)) {
      if (isPicture(node)) page.tally.pictures++
      if (isSilent(node) || page.looks.isHidden(node)) continue
      if (node.tagName === 'br') pieces.push({ text: '\n', wearing: place.wearing })
      else if (place.depth > DEEPEST) pieces.push({ text: textOf(node), wearing: place.wearing })
      else {
        const href = node.tagName === 'a' ? attribute(node, 'href')?.trim() : undefined
        const inner = dressed(page, node, { ...place, depth: place.depth + 1 })
        collect(
          page,
          node,
          href ? { ...inner, wearing: new Map(inner.wearing).set('link', href) } : inner,
          pieces,
        )
      }
    }
  }
}
