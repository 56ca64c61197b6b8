import { DocumentId, GroupId } from '../model/ids.ts'
import { PageInfo, PageLayout } from '../model/page-layout.ts'
import { Structure } from '../model/structure.ts'
import { Warning } from '../model/warning.ts'
import { z } from '../model/zod.ts'
import { Done, FileHandle, FileResult, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'
import { recognisingDocuments } from './recognition.ts'
import { replacingDocuments } from './replacing.ts'

export const DocumentInfo = z.strictObject({
  id: DocumentId,
  /** its number in this project: segment 3:10 is the tenth segment of document 3 */
  number: z.int(),
  name: z.string(),
  kind: z.enum(['text', 'pdf', 'image']),
  mediaType: z.string(),
  fileName: z.string(),
  comment: z.string(),
  characters: z.int(),
  words: z.int(),
  pages: z.int(),
  groupIds: z.array(GroupId),
  segments: z.int(),
  codings: z.int(),
  created: z.string(),
})
export type DocumentInfo = z.output<typeof DocumentInfo>

export const ImportOptions = z.strictObject({
  encoding: z.string().max(40).optional(),
  password: z.string().max(1000).optional(),
  changes: z.enum(['accept', 'keep-both']).optional(),
  /** the same file is there already: refuse (default) or have it twice */
  duplicates: z.enum(['refuse', 'keep']).optional(),
})

export const Imported = z.strictObject({
  id: DocumentId,
  name: z.string(),
  characters: z.int(),
  words: z.int(),
  pages: z.int(),
  encoding: z.string().optional(),
  encodings: z.array(z.string()).optional(),
  warnings: z.array(Warning),
})
export type Imported = z.output<typeof Imported>

const One = z.strictObject({ documentId: DocumentId })
/** `text`: the SHA-256 of the text that it is wanted with. Another version makes another question of it. */
const OneVersion = z.strictObject({ documentId: DocumentId, text: z.string().max(64).optional() })

/**
 * Where the text of a document's pages comes from: printed in the file, recognised in a
 * picture, none at all; or not known, because the original is read otherwise today than when
 * the document was imported: then it has no pages to show.
 */
export const PageText = z.enum(['printed', 'recognised', 'none', 'unknown'])
export type PageText = z.output<typeof PageText>

export const Pages = z.strictObject({ pages: z.array(PageInfo), text: PageText })
export type Pages = z.output<typeof Pages>

/** So many pages' layouts at the most come in one answer. */
export const MOST_LAYOUTS = 50

export const documents = {
  ...replacingDocuments,
  ...recognisingDocuments,
  list: query({
    about: 'All documents in their order, with groups and counts.',
    reads: ['document', 'document_group_member', 'segment', 'coding'],
    input: Nothing,
    output: z.array(DocumentInfo),
  }),
  text: query({
    about: 'The canonical text of a document, and its SHA-256.',
    reads: ['document'],
    input: One,
    output: z.strictObject({ documentId: DocumentId, text: z.string(), sha256: z.string(), length: z.int() }),
  }),
  structure: query({
    about: 'Headings, paragraphs, lists, tables, marks, pages, turns and remarks over the canonical text.',
    reads: ['document'],
    input: OneVersion,
    output: Structure,
  }),
  pages: query({
    about:
      'The printed pages of a document, with their sizes and labels. Pages may overlap in the text: notes at the foot of a page follow the paragraph that goes on overleaf. No pages: the document has none of a fixed size.',
    reads: ['document'],
    input: OneVersion,
    output: Pages,
  }),
  layout: query({
    about: 'Where the text stands on the pages from..to (half-open, 50 at the most), in their order.',
    reads: ['document'],
    input: z
      .strictObject({ documentId: DocumentId, from: z.int().nonnegative(), to: z.int().nonnegative() })
      .refine(({ from, to }) => to - from <= MOST_LAYOUTS, `${MOST_LAYOUTS} pages at the most`),
    output: z.array(PageLayout),
  }),
  original: query({
    about: 'The file as it was imported, byte for byte.',
    reads: ['document'],
    input: One,
    output: FileResult,
  }),
  preview: query({
    about:
      'Reads a file without importing it: the beginning of its text, the encodings it might have, and what would be lost.',
    reads: [],
    input: z.strictObject({ file: FileHandle, options: ImportOptions.optional() }),
    output: z.strictObject({
      name: z.string(),
      beginning: z.string(),
      characters: z.int(),
      encoding: z.string().optional(),
      encodings: z.array(z.string()),
      warnings: z.array(Warning),
    }),
  }),
  reading: query({
    about: 'How far a file is that is being read: pages, or other parts. Null when it is not.',
    reads: [],
    input: z.strictObject({ file: FileHandle }),
    output: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  }),
  stop: query({
    about:
      'Stops reading a file: its import ends with “import-cancelled” and leaves nothing behind. False when there was nothing to stop.',
    reads: [],
    input: z.strictObject({ file: FileHandle }),
    output: z.boolean(),
  }),
  import: mutation({
    about: 'Imports one file. Files that share a `batch` are one step of the history.',
    label: 'Import documents',
    continues: input => input.batch && `import:${input.batch}`,
    input: z.strictObject({
      file: FileHandle,
      name: Name.optional(),
      groupId: GroupId.optional(),
      options: ImportOptions.optional(),
      batch: z.string().max(64).optional(),
    }),
    output: Imported,
  }),
  update: mutation({
    about: 'Renames a document or changes its comment.',
    label: 'Change document',
    input: z.strictObject({
      documentId: DocumentId,
      name: Name.optional(),
      comment: z.string().max(1_000_000).optional(),
    }),
    output: Done,
  }),
  move: mutation({
    about: 'Puts a document before another one (or at the end).',
    label: 'Move document',
    input: z.strictObject({ documentId: DocumentId, before: DocumentId.nullable() }),
    output: Done,
  }),
  delete: mutation({
    about: 'Deletes documents with their segments, codings and values. Undo brings all of it back.',
    label: 'Delete documents',
    input: z.strictObject({ documentIds: z.array(DocumentId).min(1) }),
    output: Done,
  }),
}
