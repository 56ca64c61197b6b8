import { fail } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { TextBuilder } from './builder.ts'
import { finishDocument } from './finish.ts'
import { readBlocks, readNote } from './odt-blocks.ts'
import { createOdtLists } from './odt-lists.ts'
import { type OdtPackage, openOdtPackage } from './odt-package.ts'
import { closeRemarks, type OdtStory, readChanges } from './odt-story.ts'
import { createOdtStyles } from './odt-styles.ts'
import { leftOutThings, trackedChanges } from './office-warnings.ts'
import type { DocumentReader, ReadDocument, ReadOptions } from './reader.ts'
import { StyledText } from './styled-text.ts'
import { at, descendants, type Element, textOf } from './xml.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

export const odt: DocumentReader = {
  id: 'odt',
  label: 'OpenDocument text',
  extensions: ['odt', 'ott', 'fodt'],
  sniff: (head, name) => /\.(odt|ott|fodt)$/i.test(name) || latin1(head).includes(`mimetype${MEDIA_TYPE}`),
  read: async (bytes, name, options, progress) => {
    progress(0, 1)
    const read = readText(await openOdtPackage(bytes, name, options.password), name, options)
    progress(1, 1)
    return read
  },
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

function readText(parts: OdtPackage, name: string, options: ReadOptions): ReadDocument {
  const body = at(parts.content, 'office:body', 'office:text')
  if (!body) throw fail('file-damaged', { name, reason: 'there is no text document in it' })
  const story = beginStory(parts, body, options)
  const { builder } = story.text
  readBlocks(story, body, { kind: 'flow' })
  closeRemarks(story)
  readNotes(story)
  story.text.finish()
  builder.end()
  addPages(story)
  const title = textOf([...descendants(parts.meta ?? undefined, 'dc:title')][0] ?? '').trim()
  const language =
    textOf([...descendants(parts.meta ?? undefined, 'dc:language')][0] ?? '').trim() || story.styles.language
  return finishDocument(builder, {
    kind: 'text',
    mediaType: MEDIA_TYPE,
    ...(title === '' ? {} : { title }),
    ...(language === null ? {} : { language }),
    warnings: warningsOf(story, parts.styles),
  })
}

function beginStory({ content, styles }: OdtPackage, body: Element, options: ReadOptions): OdtStory {
  // a style of the text itself comes after one of the same name elsewhere
  const roots = [styles, content]
  return {
    text: new StyledText(new TextBuilder()),
    styles: createOdtStyles(roots),
    lists: createOdtLists(roots),
    keepBoth: options.changes === 'keep-both',
    changes: readChanges(body),
    inserting: new Map(),
    tally: { insertions: 0, deletions: 0, pictures: 0, embedded: 0, hidden: 0 },
    links: [],
    notes: [],
    remarks: new Map(),
    boxes: [],
    pages: [0],
    pagesKnown: false,
    tables: 0,
    blockStart: 0,
    breaks: 0,
    lead: '',
    blank: null,
    atBlank: true,
  }
}

function readNotes(story: OdtStory): void {
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of story.notes.filter(each => each.kind === kind)) readNote(story, note)
  }
}

function addPages({ text: { builder }, pages, pagesKnown }: OdtStory): void {
  if (!pagesKnown) return
  const starts = pages.filter(start => start < builder.offset)
  for (const [index, start] of starts.entries()) {
    builder.addPage({ start, end: starts[index + 1] ?? builder.offset, label: String(index + 1) })
  }
}

function warningsOf({ tally, keepBoth }: OdtStory, styles: Element | null): Warning[] {
  const warnings: Warning[] = [
    ...trackedChanges(tally.insertions, tally.deletions, keepBoth),
    ...leftOutThings(tally, ['formula or embedded object', 'formulas or embedded objects']),
  ]
  const say = (code: string, severity: Warning['severity'], message: string) =>
    warnings.push({ code, severity, message })
  if (hasHeads(styles))
    say(
      'running-heads-left-out',
      'notice',
      'The running heads and feet of the pages were left out of the text.',
    )
  return warnings
}

function hasHeads(styles: Element | null): boolean {
  const master = at(styles ?? undefined, 'office:master-styles')
  return ['style:header', 'style:footer'].some(name =>
    [...descendants(master, name)].some(part => textOf(part).trim() !== ''),
  )
}
