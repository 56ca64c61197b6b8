import type { PhrasingContent } from 'mdast'
import type { Mark } from '../../../shared/model/structure.ts'
import { labelAt } from '../../../shared/text/turn-labels.ts'
import type { StyledText, Wearing } from './styled-text.ts'

export interface MarkdownStory {
  readonly text: StyledText
  /** are line ends within paragraphs only there to fit a width? */
  readonly wrapped: boolean
  /** labels of footnotes in the order in which they are referred to */
  readonly notes: string[]
  /** where "[text][label]" leads */
  readonly links: Map<string, string>
  pictures: number
}

const NONE: Wearing = new Map()

export function writeInline(
  story: MarkdownStory,
  nodes: readonly PhrasingContent[],
  wearing: Wearing = NONE,
): void {
  let inner = wearing
  for (const node of nodes) inner = writeOne(story, node, inner)
}

/** Writes one node; returns what the next ones wear, since HTML's tags open and close as siblings. */
function writeOne(story: MarkdownStory, node: PhrasingContent, wearing: Wearing): Wearing {
  switch (node.type) {
    case 'text':
      story.text.write(softBreaks(node.value, story.wrapped), wearing)
      return wearing
    case 'inlineCode':
      story.text.write(node.value, wearing)
      return wearing
    case 'break':
      story.text.write('\n', wearing)
      return wearing
    case 'strong':
      return inside(story, node.children, wearing, 'bold')
    case 'emphasis':
      return inside(story, node.children, wearing, 'italic')
    case 'delete':
      return inside(story, node.children, wearing, 'strike')
    case 'link':
      return inside(story, node.children, wearing, 'link', node.url)
    case 'linkReference':
      return inside(story, node.children, wearing, 'link', story.links.get(node.identifier) ?? '')
    case 'footnoteReference':
      return footnote(story, node.identifier, wearing)
    case 'image':
    case 'imageReference':
      story.pictures++
      return wearing
    case 'html':
      return tag(story, node.value, wearing)
    default:
      return wearing
  }
}

function inside(
  story: MarkdownStory,
  children: readonly PhrasingContent[],
  wearing: Wearing,
  kind: Mark['kind'],
  to = '',
): Wearing {
  writeInline(story, children, kind === 'link' && to === '' ? wearing : new Map(wearing).set(kind, to))
  return wearing
}

function footnote(story: MarkdownStory, identifier: string, wearing: Wearing): Wearing {
  if (!story.notes.includes(identifier)) story.notes.push(identifier)
  const number = String(story.notes.indexOf(identifier) + 1)
  story.text.write(number, new Map(wearing).set('sup', '').set('note', noteKey(identifier)))
  return wearing
}

export const noteKey = (identifier: string): string => `footnote-${identifier}`

/** A line end inside a paragraph is a space, unless the next line begins with who speaks. */
function softBreaks(value: string, wrapped: boolean): string {
  if (!wrapped || !value.includes('\n')) return value
  return value.replace(/[ \t]*\n[ \t]*/g, (_, at: number, whole: string) => {
    const start = at + (/^[ \t]*\n[ \t]*/.exec(whole.slice(at))?.[0].length ?? 1)
    const end = whole.indexOf('\n', start)
    return labelAt(whole, start, end < 0 ? whole.length : end) ? '\n' : ' '
  })
}

const TAG_MARKS: Readonly<Record<string, Mark['kind']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  sub: 'sub',
  sup: 'sup',
  ins: 'insertion',
  del: 'deletion',
}

/** A single HTML tag within a paragraph: a mark, a break, or nothing that can be seen. */
function tag(story: MarkdownStory, source: string, wearing: Wearing): Wearing {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source) ?? []
  const tagName = name.toLowerCase()
  if (tagName === 'br') story.text.write('\n', wearing)
  if (tagName === 'img') story.pictures++
  const kind = TAG_MARKS[tagName]
  if (!kind) return wearing
  const next = new Map(wearing)
  if (slash === '/') next.delete(kind)
  else next.set(kind, '')
  return next
}
