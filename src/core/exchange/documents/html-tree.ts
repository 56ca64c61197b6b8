import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5'
import { fail } from '../../../shared/errors.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

/** Scripts are never run, so what stands in for them (noscript) is parsed, and left out later by name. */
export const parseDocument = (source: string): Parent => parse(withoutFonts(source), optionsFor(source))
export const parsePiece = (source: string): Parent => parseFragment(withoutFonts(source), optionsFor(source))

/**
 * Tags that were opened and never closed are opened anew in every paragraph that follows, as the
 * standard says; a page of a thousand such tags becomes millions of elements. No honest page
 * has more elements than it has room for their tags.
 */
function optionsFor(source: string): { scriptingEnabled: false; treeAdapter: typeof defaultTreeAdapter } {
  const most = 200_000 + source.length / 2
  let elements = 0
  const createElement: typeof defaultTreeAdapter.createElement = (...details) => {
    if (++elements > most) throw fail('file-damaged', { reason: 'its mark-up is broken beyond repair' })
    return defaultTreeAdapter.createElement(...details)
  }
  return { scriptingEnabled: false, treeAdapter: { ...defaultTreeAdapter, createElement } }
}

/** Old pages are full of open font tags, and nothing in them matters for a text. */
const withoutFonts = (source: string): string => source.replace(/<\/?font\b[^<>]*>/gi, '')

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find(one => one.name === name)?.value ?? null
}

export function classesOf(element: Element): readonly string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter(name => name !== '')
}

/** All text below a node, in order. Without recursion: a tree may be deeper than the stack. */
export function textOf(root: Node | Parent): string {
  let text = ''
  for (const node of walk(root)) if (isText(node)) text += node.value
  return text
}

/** Everything below a node, in the order of the document. */
export function* walk(root: Node | Parent): Generator<Node> {
  const stack: Node[] = 'childNodes' in root ? root.childNodes.toReversed() : []
  if (!('childNodes' in root)) yield root
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at--) pushChild(stack, node.childNodes[at])
  }
}

function pushChild(stack: Node[], child: Node | undefined): void {
  if (child) stack.push(child)
}

export function find(root: Parent, name: string): Element | null {
  for (const node of walk(root)) if (isElement(node) && node.tagName === name) return node
  return null
}

/** The nearest ancestor (or the element itself) for which the test holds. */
export function closest(element: Element, test: (one: Element) => boolean): Element | null {
  for (let one: Parent | null = element; one && 'tagName' in one; one = one.parentNode)
    if (test(one)) return one
  return null
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section
  summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
)
export const isBlock = (element: Element): boolean => BLOCKS.has(element.tagName)

/** What has no text of its own for a reader: programs, forms, and pictures of text. */
const SILENT = new Set(
  `script style template noscript noframes head title meta link base iframe object embed applet svg canvas audio video
  select datalist textarea input button progress meter map area source track param frame frameset`.split(
    /\s+/,
  ),
)
export const isSilent = (element: Element): boolean => SILENT.has(element.tagName)

export const isPicture = (element: Element): boolean =>
  ['img', 'svg', 'canvas', 'picture'].includes(element.tagName)
