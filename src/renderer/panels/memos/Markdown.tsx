import { type Item, type MarkdownBlock, parseMarkdown } from './markdown-blocks.ts'
import type { Inline } from './markdown-inlines.ts'

/** A memo as it reads. Elements are made, HTML is never put in. */
export function Markdown({ source }: { source: string }) {
  return <Blocks blocks={parseMarkdown(source)} />
}

function Blocks({ blocks }: { blocks: readonly MarkdownBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their order
  return blocks.map((block, index) => <Block key={index} block={block} />)
}

function Block({ block }: { block: MarkdownBlock }) {
  if (block.kind === 'heading') return <Heading block={block} />
  if (block.kind === 'quote')
    return (
      <blockquote dir="auto">
        <Blocks blocks={block.blocks} />
      </blockquote>
    )
  if (block.kind === 'paragraph')
    return (
      <p dir="auto">
        <Runs inlines={block.inlines} />
      </p>
    )
  // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their order
  const items = block.items.map((item, index) => <ListItem key={index} item={item} />)
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

/** Below the title of the memo, which is a heading of its own. */
function Heading({ block: { level, inlines } }: { block: Extract<MarkdownBlock, { kind: 'heading' }> }) {
  const content = <Runs inlines={inlines} />
  if (level === 1) return <h3 dir="auto">{content}</h3>
  return level === 2 ? <h4 dir="auto">{content}</h4> : <h5 dir="auto">{content}</h5>
}

const ListItem = ({ item: { inlines, blocks } }: { item: Item }) => (
  <li dir="auto">
    <Runs inlines={inlines} />
    <Blocks blocks={blocks} />
  </li>
)

function Runs({ inlines }: { inlines: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order
  return inlines.map((inline, index) => <Run key={index} inline={inline} />)
}

function Run({ inline: { kind, text } }: { inline: Inline }) {
  if (kind === 'strong') return <strong>{text}</strong>
  if (kind === 'emphasis') return <em>{text}</em>
  return kind === 'code' ? <code>{text}</code> : text
}
