import { Failure, fail } from '../../../shared/errors.ts'
import { TextBuilder } from './builder.ts'
import { isCompoundFile, openCompoundFile } from './cfb.ts'
import { readBlocks, readNote } from './docx-blocks.ts'
import { decryptOffice } from './docx-crypto.ts'
import { createNumbering } from './docx-numbering.ts'
import { openWordPackage, type Part, type WordPackage } from './docx-package.ts'
import type { Story } from './docx-story.ts'
import { createStyles } from './docx-styles.ts'
import { docxWarnings, type LeftOut } from './docx-warnings.ts'
import { finishDocument } from './finish.ts'
import type { DocumentReader, ReadDocument, ReadOptions } from './reader.ts'
import { StyledText } from './styled-text.ts'
import { child, descendants, type Element, elements, textOf } from './xml.ts'
import { openZip } from './zip.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NAME = /\.(docx|docm|dotx|dotm)$/i

export const docx: DocumentReader = {
  id: 'docx',
  label: 'Word document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  sniff: (head, name) => NAME.test(name) || (isZip(head) && latin1(head).includes('word/')),
  read: async (bytes, name, options, progress) => {
    progress(0, 1)
    const zip = await openZip(isCompoundFile(bytes) ? unlock(bytes, name, options) : bytes, name)
    const read = await readWord(await openWordPackage(zip, name), options)
    progress(1, 1)
    return read
  },
}

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** A document with a password is a package inside an old OLE container. */
function unlock(bytes: Uint8Array, name: string, { password }: ReadOptions): Uint8Array {
  try {
    const container = openCompoundFile(bytes)
    const info = container.read('EncryptionInfo')
    const content = container.read('EncryptedPackage')
    if (!content && container.names.includes('WordDocument')) throw fail('file-legacy-doc', { name })
    if (!info || !content) throw fail('file-damaged', { name, reason: 'there is no Word document in it' })
    if (password === undefined || password === '') throw fail('file-password', { name })
    return decryptOffice({ info, content }, password, name)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw fail('file-damaged', { name, reason: 'its encrypted container is broken' })
  }
}

async function readWord(word: WordPackage, options: ReadOptions): Promise<ReadDocument> {
  const story = await beginStory(word, options)
  const { builder } = story.text
  const body = child(word.document.root, 'w:body')
  if (body) readBlocks(story, body, { kind: 'flow' })
  await readNotes(story, word)
  story.text.finish()
  builder.end()
  addPages(story)
  const rtl = story.characters.rtl > story.characters.ltr
  const language = rtl ? rtlLanguage(story) : story.styles.language
  const title = textOf(child(word.core ?? undefined, 'dc:title') ?? '').trim()
  return finishDocument(builder, {
    kind: 'text',
    mediaType: MEDIA_TYPE,
    ...(title === '' ? {} : { title }),
    ...(language === null ? {} : { language }),
    warnings: docxWarnings(story, await leftOut(story, word)),
  })
}

/** Programs fill in a right-to-left language nobody chose (Hindi, of all): only a likely one counts. */
function rtlLanguage({ styles: { rtlLanguage: language } }: Story): string | null {
  return language !== null && /^(ar|he|fa|ur|yi|ps|sd|ug|ku|dv|syr)\b/i.test(language) ? language : null
}

async function beginStory(word: WordPackage, options: ReadOptions): Promise<Story> {
  const root = async (type: string) => (await word.related(type))?.root
  const styles = createStyles(await root('styles'))
  const settings = await root('settings')
  const noteFormat = (which: string) =>
    child(child(settings, which), 'w:numFmt')?.attributes['w:val'] ??
    [...descendants(word.document.root, which)].map(props => child(props, 'w:numFmt')?.attributes['w:val'])[0]
  return {
    text: new StyledText(new TextBuilder()),
    styles,
    numbering: createNumbering(await root('numbering'), styles.listOfStyle),
    keepBoth: options.changes === 'keep-both',
    tally: { insertions: 0, deletions: 0, pictures: 0, embedded: 0, hidden: 0 },
    relations: word.document.relations,
    fields: [],
    links: [],
    changes: [],
    notes: [],
    noteIds: { footnote: await noteIds(word, 'footnote'), endnote: await noteIds(word, 'endnote') },
    noteFormats: {
      footnote: noteFormat('w:footnotePr') ?? 'decimal',
      endnote: noteFormat('w:endnotePr') ?? 'lowerRoman',
    },
    comments: readComments(await root('comments')),
    openRemarks: new Map(),
    saidRemarks: new Set(),
    boxes: [],
    pages: [0],
    pagesKnown: false,
    tables: 0,
    characters: { ltr: 0, rtl: 0 },
    blockStart: 0,
    breaks: 0,
    lead: '',
  }
}

async function noteIds(word: WordPackage, kind: string): Promise<Set<string>> {
  const part = await word.related(`${kind}s`)
  return new Set(elements(part?.root, `w:${kind}`).map(note => note.attributes['w:id'] ?? ''))
}

function readComments(root: Element | undefined): Story['comments'] {
  return new Map(
    elements(root, 'w:comment').map(comment => [
      comment.attributes['w:id'] ?? '',
      { author: comment.attributes['w:author'] ?? '', text: plainParagraphs(comment) },
    ]),
  )
}

function plainParagraphs(parent: Element): string {
  return [...descendants(parent, 'w:p')]
    .map(paragraph => [...descendants(paragraph, 'w:t')].map(textOf).join(''))
    .join('\n')
    .trim()
}

/** Notes follow the body: all footnotes, then all endnotes, each in the order of its mention. */
async function readNotes(story: Story, word: WordPackage): Promise<void> {
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = await word.related(`${kind}s`)
    if (!part) continue
    story.relations = part.relations
    const byId = new Map(elements(part.root, `w:${kind}`).map(note => [note.attributes['w:id'] ?? '', note]))
    for (const note of story.notes.filter(each => each.kind === kind)) {
      const element = byId.get(note.id)
      if (element) readNote(story, element, note.key, note.label)
    }
  }
  story.relations = word.document.relations
}

function addPages(story: Story): void {
  const { builder } = story.text
  if (!story.pagesKnown) return
  const starts = story.pages.filter(start => start < builder.offset)
  for (const [at, start] of starts.entries()) {
    builder.addPage({ start, end: starts[at + 1] ?? builder.offset, label: String(at + 1) })
  }
}

async function leftOut(story: Story, word: WordPackage): Promise<LeftOut> {
  const said = (part: Part | null) => part !== null && textOf(part.root).trim() !== ''
  const heads = said(await word.related('header')) || said(await word.related('footer'))
  return { heads, comments: story.comments.size - story.saidRemarks.size }
}
