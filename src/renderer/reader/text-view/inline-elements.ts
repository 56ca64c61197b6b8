import { pageBreak } from './elements.ts'
import type { Inline, InlineKind, Run } from './inline.ts'

const TAGS: Record<InlineKind, keyof HTMLElementTagNameMap> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  sup: 'sup',
  sub: 'sub',
  insertion: 'ins',
  deletion: 'del',
  link: 'span',
  note: 'sup',
  speaker: 'strong',
  remark: 'span',
  hidden: 'span',
}

/** Sets one run: its text node inside an element for each mark it carries. */
export function setRun(run: Run, node: Text, box: HTMLElement): void {
  for (const label of run.pages) box.append(pageBreak(label, 'inline'))
  let holder = box
  const kinds = new Set<InlineKind>()
  for (const inline of run.inlines) {
    // marks of one kind may lie on each other; once is enough
    if (kinds.has(inline.kind)) continue
    kinds.add(inline.kind)
    const element = inlineElement(inline)
    holder.append(element)
    holder = element
  }
  holder.append(node)
}

function inlineElement({ kind, to, sign }: Inline): HTMLElement {
  const element = document.createElement(TAGS[kind])
  element.className = kind === 'note' ? 'text-reference' : `text-${kind}`
  if (kind === 'hidden' && to !== undefined) {
    element.dataset['sign'] = sign
    element.dataset['about'] = to
  }
  if (kind === 'link' && to !== undefined) dressLink(element, to)
  if ((kind === 'insertion' || kind === 'deletion' || kind === 'remark') && to) {
    if (kind === 'remark') element.setAttribute('role', 'mark')
    element.setAttribute('aria-description', `${kind === 'remark' ? 'comment in the file' : kind}: ${to}`)
    element.dataset['about'] = to
  }
  return element
}

/** Links are shown and said, never followed: what a document links to may not be called from here. */
function dressLink(element: HTMLElement, to: string): void {
  element.setAttribute('role', 'link')
  element.setAttribute('aria-disabled', 'true')
  element.setAttribute('aria-description', `leads to ${to}, not followed`)
  element.dataset['about'] = to
}
