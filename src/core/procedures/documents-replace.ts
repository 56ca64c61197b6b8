import { readFile } from 'node:fs/promises'
import type { Replaced } from '../../shared/contract/replacing.ts'
import { fail } from '../../shared/errors.ts'
import { type ReAnchoring, reAnchoring } from '../../shared/text/anchoring/re-anchor.ts'
import type { Context } from '../context.ts'
import type { ReadDocument } from '../exchange/documents/reader.ts'
import { sha256 } from '../texts.ts'
import { keepContent, readOptions } from './documents-import.ts'
import { anchorSegments } from './documents-replace-segments.ts'

/** A file that has been read to take a document's place. */
export interface Version {
  readonly fileName: string
  readonly read: ReadDocument
  readonly bytes: Buffer
}

interface ReplaceInput {
  readonly documentId: string
  readonly file: string
  readonly options?:
    | {
        readonly encoding?: string | undefined
        readonly password?: string | undefined
        readonly changes?: 'accept' | 'keep-both' | undefined
      }
    | undefined
}

export const replaceDocument = {
  prepare: async (ctx: Context, { documentId, file, options }: ReplaceInput) => {
    const { path, name } = ctx.freight.resolve(file)
    rowOf(ctx, documentId)
    const read = await ctx.readings.read(file, path, name, readOptions(options))
    return putInPlace(ctx, documentId, { fileName: name, read, bytes: await readFile(path) })
  },
}

/**
 * The deed that puts this version in the document's place. Laying the two texts side by side
 * takes longest, so it is done before the deed begins and holds unless the text has changed since.
 */
export function putInPlace(ctx: Context, documentId: string, version: Version): (ctx: Context) => Replaced {
  const before = ctx.texts.of(documentId)
  const anchoring = reAnchoring(before.text, version.read.text)
  return current => {
    const now = current.texts.of(documentId)
    const fresh = now.sha256 === before.sha256 ? anchoring : reAnchoring(now.text, version.read.text)
    return replace(current, documentId, version, fresh)
  }
}

function replace(ctx: Context, documentId: string, version: Version, anchoring: ReAnchoring): Replaced {
  const row = rowOf(ctx, documentId)
  const before = ctx.texts.of(documentId)
  const { read, bytes } = version
  const asset = sha256(bytes)
  const text = keepContent(ctx, read, bytes, asset)
  if (asset === row.asset && text.sha256 === row.text && text.structureSha256 === row.structure)
    throw fail('document-same', { name: version.fileName, document: row.name })
  rememberReplacement(ctx, documentId, row)
  ctx.db
    .prepare(`UPDATE document SET kind = ?, media_type = ?, file_name = ?, asset_sha256 = ?, text_sha256 = ?,
      structure_sha256 = ?, characters = ?, words = ?, pages = ? WHERE id = ?`)
    .run(
      read.kind,
      read.mediaType,
      version.fileName,
      asset,
      text.sha256,
      text.structureSha256,
      read.text.length,
      text.words,
      read.structure.pages.length,
      documentId,
    )
  return {
    ...anchorSegments(ctx, documentId, { key: row, text: before }, anchoring),
    warnings: [...read.warnings],
  }
}

interface Row {
  readonly name: string
  readonly fileName: string
  readonly asset: string
  readonly text: string
  readonly structure: string
}

function rowOf({ db }: Context, documentId: string): Row {
  const row = db
    .prepare<[string], Row>(
      `SELECT name, file_name AS fileName, asset_sha256 AS asset, text_sha256 AS text, structure_sha256 AS structure
        FROM document WHERE id = ?`,
    )
    .get(documentId)
  if (!row) throw fail('not-found', { what: 'document' })
  return row
}

/** What was there before stays in the file under these sums, and can be looked up. */
function rememberReplacement(ctx: Context, documentId: string, row: Row): void {
  ctx.db
    .prepare(`INSERT INTO replacement (id, document_id, at, coder_id, file_name, asset_sha256, text_sha256,
      structure_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(ctx.newId(), documentId, ctx.now(), ctx.coder.id, row.fileName, row.asset, row.text, row.structure)
}
