import { basename, extname } from 'node:path'
import type { Imported } from '../../shared/contract/documents.ts'
import { fail } from '../../shared/errors.ts'
import { DocumentId } from '../../shared/model/ids.ts'
import { countWords } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import type { ReadDocument, ReadOptions } from '../exchange/documents/reader.ts'
import { keepPages } from '../page-sets.ts'
import { sha256 } from '../texts.ts'
import { addMember } from './groups.ts'
import { nextNumber } from './segment-rows.ts'

type ImportChoices = {
  readonly encoding?: string | undefined
  readonly password?: string | undefined
  readonly changes?: 'accept' | 'keep-both' | undefined
  readonly duplicates?: 'refuse' | 'keep' | undefined
}

export interface ImportInput {
  readonly fileName: string
  readonly name?: string | undefined
  readonly groupId?: string | undefined
  readonly options?: ImportChoices | undefined
}

/** What concerns the reader of the file, without the keys that were not given. */
export function readOptions({ encoding, password, changes }: ImportChoices = {}): ReadOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(password === undefined ? {} : { password }),
    ...(changes === undefined ? {} : { changes }),
  }
}

/** Puts a document that has been read into the project: original and text by content, then the row that names them. */
export function importDocument(
  ctx: Context,
  input: ImportInput,
  read: ReadDocument,
  bytes: Buffer,
): Imported {
  const asset = sha256(bytes)
  if (input.options?.duplicates !== 'keep') refuseDuplicate(ctx, asset, input.fileName)
  const text = keepContent(ctx, read, bytes, asset)
  const id = DocumentId.parse(ctx.newId())
  const name = freeName(ctx, input.name ?? basename(input.fileName, extname(input.fileName)))
  const number = nextNumber(ctx, 'document')
  const last = ctx.db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM document').pluck().get()!
  const { pages } = read.structure
  ctx.db
    .prepare(`INSERT INTO document (id, number, position, name, kind, media_type, file_name, asset_sha256, text_sha256,
        structure_sha256, characters, words, pages, created, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      id,
      number,
      last + 1,
      name,
      read.kind,
      read.mediaType,
      input.fileName,
      asset,
      text.sha256,
      text.structureSha256,
      read.text.length,
      text.words,
      pages.length,
      ctx.now(),
      ctx.coder.id,
    )
  if (input.groupId !== undefined) addMember(ctx, input.groupId, id)
  return {
    id,
    name,
    characters: read.text.length,
    words: text.words,
    pages: pages.length,
    warnings: [...read.warnings],
    ...(read.encoding === undefined ? {} : { encoding: read.encoding }),
    ...(read.encodings === undefined ? {} : { encodings: [...read.encodings] }),
  }
}

/** Original, text and pages: what is kept by its content. */
export function keepContent(ctx: Context, read: ReadDocument, bytes: Buffer, asset: string) {
  ctx.db
    .prepare('INSERT OR IGNORE INTO asset (sha256, size, bytes) VALUES (?, ?, ?)')
    .run(asset, bytes.length, bytes)
  const text = keepText(ctx, read)
  if (read.printed) {
    const key = { asset, text: text.sha256, structure: text.structureSha256 }
    keepPages(ctx.db, key, read.printed)
  }
  return text
}

function refuseDuplicate({ db }: Context, asset: string, name: string): void {
  const existing = db
    .prepare<[string], string>('SELECT name FROM document WHERE asset_sha256 = ?')
    .pluck()
    .get(asset)
  if (existing !== undefined) throw fail('document-duplicate', { name, existing })
}

function keepText({ db }: Context, { text, structure, mediaType, encoding }: ReadDocument) {
  const stored = JSON.stringify(structure)
  const kept = { sha256: sha256(text), structureSha256: sha256(stored), words: countWords(text) }
  db.prepare(`INSERT OR IGNORE INTO document_text (sha256, structure_sha256, length, words, text, structure, extraction)
    VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    kept.sha256,
    kept.structureSha256,
    text.length,
    kept.words,
    text,
    stored,
    JSON.stringify({ mediaType, encoding: encoding ?? null }),
  )
  return kept
}

/** "Interview", "Interview (2)", …: tables and segment lists name documents, so names stay apart. */
function freeName({ db }: Context, wanted: string): string {
  const name = wanted.replace(/\s+/g, ' ').trim() || 'Untitled'
  const taken = db.prepare<[string], 1>('SELECT 1 FROM document WHERE name = ?').pluck()
  if (!taken.get(name)) return name
  let n = 2
  while (taken.get(`${name} (${n})`)) n++
  return `${name} (${n})`
}
