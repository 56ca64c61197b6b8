import { readFile } from 'node:fs/promises'
import type { Handlers } from '../../shared/contract/define.ts'
import type { documents as contract, DocumentInfo } from '../../shared/contract/documents.ts'
import { fail } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { importDocument, readOptions } from './documents-import.ts'
import { layoutOf, pagesOf } from './documents-pages.ts'
import { recogniseDocument, recognitionOf, stopRecognition } from './documents-recognise.ts'
import { replaceDocument } from './documents-replace.ts'
import { openReviews, reviewsOfDocument } from './documents-reviews.ts'

const PREVIEW = 2000

export const documents: Handlers<typeof contract, Context> = {
  list: listDocuments,
  text: ({ texts }, { documentId }) => {
    const { text, sha256 } = texts.of(documentId)
    return { documentId, text, sha256, length: text.length }
  },
  structure: ({ texts }, { documentId }) => texts.of(documentId).structure,
  pages: (ctx, { documentId }) => pagesOf(ctx, documentId),
  layout: (ctx, { documentId, from, to }) => layoutOf(ctx, documentId, from, to),
  original: ({ db, freight }, { documentId }) => {
    const original = db
      .prepare<[string], { name: string; mediaType: string; bytes: Buffer }>(
        'SELECT d.file_name AS name, d.media_type AS mediaType, a.bytes FROM document d JOIN asset a ON a.sha256 = d.asset_sha256 WHERE d.id = ?',
      )
      .get(documentId)
    if (!original) throw fail('not-found', { what: 'document' })
    return freight.keep(original.name, original.mediaType, original.bytes)
  },
  preview: async ({ freight, readings }, { file, options }) => {
    const { path, name } = freight.resolve(file)
    const read = await readings.read(file, path, name, readOptions(options))
    return {
      name,
      beginning: read.text.slice(0, PREVIEW).toWellFormed(),
      characters: read.text.length,
      encodings: [...(read.encodings ?? [])],
      warnings: [...read.warnings],
      ...(read.encoding === undefined ? {} : { encoding: read.encoding }),
    }
  },
  reading: ({ readings }, { file }) => readings.progress(file),
  stop: ({ readings }, { file }) => readings.stop(file),
  import: {
    prepare: async (ctx, input) => {
      const { path, name } = ctx.freight.resolve(input.file)
      const read = await ctx.readings.read(input.file, path, name, readOptions(input.options))
      const bytes = await readFile(path)
      return current => importDocument(current, { ...input, fileName: name }, read, bytes)
    },
  },
  replace: replaceDocument,
  reviews: (ctx, { documentId }) => reviewsOfDocument(ctx, documentId),
  openReviews,
  recognition: (ctx, { documentId }) => recognitionOf(ctx, documentId),
  recognise: recogniseDocument,
  stopRecognition: (ctx, { documentId }) => stopRecognition(ctx, documentId),
  update: (ctx, { documentId, name, comment }) => {
    if (name !== undefined) refuseTakenName(ctx, name, documentId)
    const { changes } = ctx.db
      .prepare('UPDATE document SET name = coalesce(?, name), comment = coalesce(?, comment) WHERE id = ?')
      .run(name ?? null, comment ?? null, documentId)
    if (changes === 0) throw fail('not-found', { what: 'document' })
    return null
  },
  move: (ctx, { documentId, before }) => {
    const position = positionBefore(ctx, documentId, before)
    const { changes } = ctx.db
      .prepare('UPDATE document SET position = ? WHERE id = ?')
      .run(position, documentId)
    if (changes === 0) throw fail('not-found', { what: 'document' })
    return null
  },
  delete: ({ db }, { documentIds }) => {
    const remove = db.prepare('DELETE FROM document WHERE id = ?')
    const gone = documentIds.reduce((count, id) => count + remove.run(id).changes, 0)
    if (gone === 0) throw fail('not-found', { what: 'document' })
    return null
  },
}

/** Tables and lists of segments name documents: two of one name could not be told apart. */
function refuseTakenName({ db }: Context, name: string, documentId: string): void {
  const wanted = name.normalize('NFC')
  const all = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM document').all()
  const keepsItsOwn = all.some(one => one.id === documentId && one.name === name)
  const isTaken = all.some(one => one.id !== documentId && one.name.normalize('NFC') === wanted)
  if (isTaken && !keepsItsOwn) throw fail('name-taken', { what: 'document', name })
}

function positionBefore({ db }: Context, documentId: string, before: string | null): number {
  const rows = db
    .prepare<[string], { id: string; position: number }>(
      'SELECT id, position FROM document WHERE id <> ? ORDER BY position, number',
    )
    .all(documentId)
  if (before === null) return (rows.at(-1)?.position ?? 0) + 1
  const at = rows.findIndex(row => row.id === before)
  if (at < 0) throw fail('not-found', { what: 'neighbouring document' })
  return ((rows[at - 1]?.position ?? rows[at]!.position - 2) + rows[at]!.position) / 2
}

type DocumentRow = Omit<DocumentInfo, 'groupIds' | 'segments' | 'codings'>

function listDocuments(ctx: Context): DocumentInfo[] {
  const rows = ctx.db
    .prepare<[], DocumentRow>(`SELECT id, number, name, kind, media_type AS mediaType, file_name AS fileName,
      comment, characters, words, pages, created FROM document ORDER BY position, number`)
    .all()
  const groups = groupsByDocument(ctx)
  const counts = ctx.corpus.isReady ? countByColumns(ctx) : countByTables(ctx)
  return rows.map(row => ({
    ...row,
    groupIds: (groups.get(row.id) ?? []) as DocumentInfo['groupIds'],
    segments: counts.get(row.id)?.segments ?? 0,
    codings: counts.get(row.id)?.codings ?? 0,
  }))
}

function groupsByDocument({ db }: Context): ReadonlyMap<string, readonly string[]> {
  const members = db
    .prepare<[], { document: string; id: string }>(`SELECT m.document_id AS document, g.id
      FROM document_group_member m JOIN document_group g ON g.id = m.group_id ORDER BY g.position, g.name`)
    .all()
  const byDocument = new Map<string, string[]>()
  for (const { document, id } of members) byDocument.set(document, [...(byDocument.get(document) ?? []), id])
  return byDocument
}

interface Counts {
  segments: number
  codings: number
}

/** By far the quicker way once the columns are there, at every change. */
function countByColumns(ctx: Context): ReadonlyMap<string, Counts> {
  const { documents, segments, codings } = ctx.corpus.read()
  const counts = new Map(documents.map(({ id }) => [id, { segments: 0, codings: 0 }]))
  const bySlot = new Map(documents.map(({ id, slot }) => [slot, counts.get(id)!]))
  for (let i = 0; i < segments.length; i++) {
    if (segments.document[i]! >= 0) bySlot.get(segments.document[i]!)!.segments++
  }
  for (let i = 0; i < codings.length; i++) {
    if (codings.segment[i]! >= 0) bySlot.get(segments.document[codings.segment[i]!]!)!.codings++
  }
  return counts
}

/** A tenth of what reading the columns takes: a project that has just been opened shows its documents at once. */
function countByTables({ db }: Context): ReadonlyMap<string, Counts> {
  const rows = db
    .prepare<[], Counts & { id: string }>(`SELECT id,
      (SELECT count(*) FROM segment WHERE document_id = document.id) AS segments,
      (SELECT count(*) FROM segment JOIN coding ON coding.segment_id = segment.id
        WHERE segment.document_id = document.id) AS codings FROM document`)
    .all()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
