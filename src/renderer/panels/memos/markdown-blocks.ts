import { type Inline, parseInlines } from './markdown-inlines.ts'

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly Item[]
    }

export interface Item {
  readonly inlines: readonly Inline[]
  /** lists below it */
  readonly blocks: readonly MarkdownBlock[]
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$/
const ITEM = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(.*)$/
const QUOTE = /^ {0,3}> ?/

/** The small part of Markdown that memos use: headings, lists, quotes, emphasis. HTML stays the text it is. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  return blocksOf(source.split(/\r\n|\r|\n/), 0)
}

/** Quotes in quotes in quotes: nobody means more, and a recursion needs an end. */
const DEEPEST = 8

function blocksOf(lines: readonly string[], depth: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    const heading = HEADING.exec(line)
    const end = endOf(lines, at)
    if (line.trim() === '') at++
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]!.length, inlines: parseInlines(heading[2]!) })
      at++
    } else {
      const part = lines.slice(at, end)
      if (QUOTE.test(line) && depth < DEEPEST) {
        const inner = part.map(text => text.replace(QUOTE, ''))
        blocks.push({ kind: 'quote', blocks: blocksOf(inner, depth + 1) })
      } else if (ITEM.test(line) && depth < DEEPEST) blocks.push(listOf(part, depth))
      else blocks.push({ kind: 'paragraph', inlines: parseInlines(oneLine(part)) })
      at = end
    }
  }
  return blocks
}

const oneLine = (lines: readonly string[]) => lines.map(line => line.trim()).join(' ')

/** The line after the block that begins at `from`: a blank line ends it, and so does another kind of block. */
function endOf(lines: readonly string[], from: number): number {
  const kind = kindOf(lines[from]!)
  const indent = indentOf(lines[from]!)
  let at = from + 1
  while (at < lines.length && goesOn(kind, indent, lines[at]!)) at++
  return at
}

/** Words go on with whatever they follow; a list goes on with its own kind, and with any further in. */
function goesOn(kind: Kind, indent: number, line: string): boolean {
  if (line.trim() === '' || HEADING.test(line)) return false
  const next = kindOf(line)
  if (next === kind || next === 'text') return true
  return isList(kind) && isList(next) && indentOf(line) > indent
}

type Kind = 'quote' | 'bullets' | 'numbers' | 'text'

function kindOf(line: string): Kind {
  if (QUOTE.test(line)) return 'quote'
  const item = ITEM.exec(line)
  if (!item) return 'text'
  return item[2] === undefined ? 'bullets' : 'numbers'
}

const isList = (kind: Kind) => kind === 'bullets' || kind === 'numbers'
const indentOf = (line: string) => widthOf(/^[ \t]*/.exec(line)![0])

/** Lines that are indented further than the first item belong to the item above them. */
function listOf(lines: readonly string[], depth: number): MarkdownBlock {
  const first = ITEM.exec(lines[0]!)!
  const indent = widthOf(first[1]!)
  const parts: string[][] = []
  for (const line of lines) {
    const item = ITEM.exec(line)
    if (item && widthOf(item[1]!) <= indent) parts.push([item[3]!])
    else parts.at(-1)!.push(line)
  }
  const items = parts.map((part): Item => {
    const below = part.findIndex((line, index) => index > 0 && ITEM.test(line))
    const own = below < 0 ? part : part.slice(0, below)
    return {
      inlines: parseInlines(oneLine(own)),
      blocks: below < 0 || depth >= DEEPEST ? [] : [listOf(part.slice(below), depth + 1)],
    }
  })
  const ordered = first[2] !== undefined
  return { kind: 'list', ordered, start: ordered ? Number(first[2]) : 1, items }
}

const widthOf = (indent: string) => indent.replaceAll('\t', '    ').length
