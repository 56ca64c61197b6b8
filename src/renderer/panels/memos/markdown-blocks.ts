export type Inline = { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }

export interface MarkdownBlock {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote'
  readonly level: number
  readonly inlines: readonly Inline[]
}

/** The small part of Markdown that memos use: headings, lists, quotes, emphasis. No HTML: it stays text. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  return source
    .split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+\.|#{1,6}|>)\s)/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const heading = /^(#{1,6})\s+([\s\S]*)$/.exec(part)
      if (heading) return block('heading', heading[1]!.length, heading[2]!)
      const item = /^(?:[-*+]|\d+\.)\s+([\s\S]*)$/.exec(part)
      if (item) return block('item', 1, item[1]!)
      const quote = /^>\s?([\s\S]*)$/.exec(part)
      if (quote) return block('quote', 1, quote[1]!.replace(/\n>\s?/g, '\n'))
      return block('paragraph', 1, part)
    })
}

const block = (kind: MarkdownBlock['kind'], level: number, text: string): MarkdownBlock => ({
  kind,
  level,
  inlines: parseInlines(text.replace(/\s*\n\s*/g, ' ')),
})

const MARKS = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|_(.+?)_|`(.+?)`/g

function parseInlines(text: string): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) inlines.push({ kind: 'text', text: text.slice(at, match.index) })
    const strong = match[1] ?? match[2]
    const emphasis = match[3] ?? match[4]
    if (strong !== undefined) inlines.push({ kind: 'strong', text: strong })
    else if (emphasis !== undefined) inlines.push({ kind: 'emphasis', text: emphasis })
    else inlines.push({ kind: 'code', text: match[5]! })
    at = match.index + match[0].length
  }
  if (at < text.length) inlines.push({ kind: 'text', text: text.slice(at) })
  return inlines
}
