import { type Inline, type MarkdownBlock, parseMarkdown } from './markdown-blocks.ts'

/** A memo as it reads. Elements are made, HTML is never put in. */
export function Markdown({ source }: { source: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="memos-read" aria-label="The memo" tabIndex={0}>
      {parseMarkdown(source).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their order
        <Block key={index} block={block} />
      ))}
    </section>
  )
}

function Block({ block: { kind, level, inlines } }: { block: MarkdownBlock }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: inlines have no identity but their order
  const content = inlines.map((inline, index) => <Run key={index} inline={inline} />)
  if (kind === 'heading') return level === 1 ? <h3>{content}</h3> : <h4>{content}</h4>
  if (kind === 'quote') return <blockquote>{content}</blockquote>
  if (kind === 'item') return <p className="memos-item">{content}</p>
  return <p>{content}</p>
}

function Run({ inline: { kind, text } }: { inline: Inline }) {
  if (kind === 'strong') return <strong>{text}</strong>
  if (kind === 'emphasis') return <em>{text}</em>
  if (kind === 'code') return <code>{text}</code>
  return <>{text}</>
}
