import { readFile } from 'node:fs/promises'
import type { Handlers } from '../../shared/contract/define.ts'
import type { documents as contract, DocumentInfo } from '../../shared/contract/documents.ts'
import { fail } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { importDocument, readOptions } from './documents-import.ts'

const PREVIEW = 2000

export const documents: Handlers<typeof contract, Context> = {
  list: listDocuments,
  text: ({ texts }, { documentId }) => {
    const { text, sha256 } = texts.of(documentId)
    return { documentId, text, sha256, length: text.length }
  },
  structure: ({ texts }, { documentId }) => texts.of(documentId).structure,
  original: ({ db, freight }, { documentId }) => {
    const original = db
      .prepare<[string], { name: string; mediaType: string; bytes: Buffer }>(
        'SELECT d.file_name AS name, d.media_type AS mediaType, a.bytes FROM document d JOIN asset a ON a.sha256 = d.asset_sha256 WHERE d.id = ?',
      )
      .get(documentId)
    if (!original) throw fail('not-found', { what: 'document' })
    return freight.keep(original.name, original.mediaType, original.bytes)
  },
  preview: async ({ freight, readFile }, { file, options }) => {
    const { path, name } = freight.resolve(file)
    const read = await readFile(path, name, readOptions(options))
    return {
      name,
      beginning: read.text.slice(0, PREVIEW).toWellFormed(),
      characters: read.text.length,
      encodings: [...(read.encodings ?? [])],
      warnings: [...read.warnings],
      ...(read.encoding === undefined ? {} : { encoding: read.encoding }),
    }
  },
  import: {
    prepare: async (ctx, input) => {
      const { path, name } = ctx.freight.resolve(input.file)
      const read = await ctx.readFile(path, name, readOptions(input.options))
      const bytes = await readFile(path)
      return current => importDocument(current, { ...input, fileName: name }, read, bytes)
    },
  },
  update: (ctx, { documentId, name, comment }) => {
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
    .prepare<
      [],
      DocumentRow
    >(`SELECT id, number, name, kind, media_type AS mediaType, file_name AS fileName, comment,
      characters, words, pages, created FROM document ORDER BY position, number`)
    .all()
  const { documents, groups, segments, codings } = ctx.corpus.read()
  const segmentCount = new Map<number, number>()
  const codingCount = new Map<number, number>()
  const add = (counts: Map<number, number>, slot: number) => counts.set(slot, (counts.get(slot) ?? 0) + 1)
  for (let i = 0; i < segments.length; i++)
    if (segments.document[i]! >= 0) add(segmentCount, segments.document[i]!)
  for (let i = 0; i < codings.length; i++) {
    if (codings.segment[i]! >= 0) add(codingCount, segments.document[codings.segment[i]!]!)
  }
  return rows.map((row, index) => {
    const { slot } = documents[index]!
    const groupIds = groups
      .filter(group => group.members.includes(index))
      .map(group => group.id) as DocumentInfo['groupIds']
    return { ...row, groupIds, segments: segmentCount.get(slot) ?? 0, codings: codingCount.get(slot) ?? 0 }
  })
}
