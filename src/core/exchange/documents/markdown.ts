import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Warning } from '../../../shared/model/warning.ts'
import { clean } from '../../../shared/text/clean.ts'
import { linesOf } from '../../../shared/text/lines.ts'
import { wrappingOf } from '../../../shared/text/wrapping.ts'
import { TextBuilder } from './builder.ts'
import { decodeText } from './encoding.ts'
import { finishDocument } from './finish.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { type BlockStory, TOP, writeBlocks, writeNotes } from './markdown-blocks.ts'
import { piecesOf } from './markdown-pieces.ts'
import { counted } from './office-warnings.ts'
import type { DocumentReader } from './reader.ts'
import { StyledText } from './styled-text.ts'

/** Markdown with GitHub's tables, notes and task lists: its text without the signs. */
export const readMarkdown: DocumentReader['read'] = async (bytes, name, options, progress) => {
  const { text: raw, encoding, encodings, warnings } = decodeText(bytes, name, options)
  const { text: source, replaced } = clean(raw)
  const pieces = piecesOf(source)
  const trees = pieces.map((piece, index) => {
    progress(index, pieces.length)
    return { piece, tree: parse(piece.source, index === 0) }
  })
  const builder = new TextBuilder()
  builder.replaced = replaced
  const story = beginStory(builder, source)
  for (const { piece, tree } of trees) collectDefinitions(story, tree, piece.own)
  for (const { piece, tree } of trees) {
    story.source = piece.source
    writeBlocks(story, tree.children, TOP)
  }
  writeNotes(story)
  progress(pieces.length, pieces.length)
  const head = headOf(trees[0]?.tree)
  return finishDocument(builder, {
    kind: 'text',
    mediaType: 'text/markdown',
    encoding,
    encodings,
    ...(head?.title ? { title: head.title } : {}),
    ...(head?.language ? { language: head.language } : {}),
    warnings: [...warnings, ...(head ? [head.warning] : []), ...leftOut(story)],
  })
}

function parse(source: string, withHead: boolean): Root {
  const head = withHead
    ? { extensions: [frontmatter(['yaml', 'toml'])], mdast: [frontmatterFromMarkdown(['yaml', 'toml'])] }
    : null
  return fromMarkdown(source, {
    extensions: [gfm(), ...(head?.extensions ?? [])],
    mdastExtensions: [gfmFromMarkdown(), ...(head?.mdast ?? [])],
  })
}

function beginStory(builder: TextBuilder, source: string): BlockStory {
  return {
    text: new StyledText(builder),
    source,
    wrapped: wrappingOf(source, linesOf(source)) !== null,
    notes: [],
    footnotes: new Map(),
    links: new Map(),
    pictures: 0,
    tables: 0,
    hidden: 0,
  }
}

/** Definitions count wherever they stand, in lists and quotations too. */
function collectDefinitions(story: BlockStory, { children }: Root, own: number): void {
  const pending: RootContent[] = children.toReversed()
  for (let node = pending.pop(); node; node = pending.pop()) {
    const isOwn = (node.position?.start.offset ?? 0) < own
    if (node.type === 'footnoteDefinition' && isOwn && !story.footnotes.has(node.identifier)) {
      story.footnotes.set(node.identifier, node)
    }
    if (node.type === 'definition' && !story.links.has(node.identifier))
      story.links.set(node.identifier, node.url)
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      pending.push(...node.children.toReversed())
  }
}

function headOf(tree: Root | undefined): FrontMatter | null {
  const [first] = (tree?.children ?? []) as { type: string; value?: string }[]
  return first && (first.type === 'yaml' || first.type === 'toml') ? readFrontMatter(first.value ?? '') : null
}

function leftOut({ pictures, hidden }: BlockStory): Warning[] {
  const warnings: Warning[] = []
  const say = (code: string, message: string) => warnings.push({ code, severity: 'loss', message })
  if (pictures > 0)
    say('pictures-left-out', `${counted(pictures, 'picture', 'pictures')} left out; only text is imported.`)
  if (hidden > 0)
    say('hidden-text-left-out', `${counted(hidden, 'character', 'characters')} of hidden text left out.`)
  return warnings
}
