import type { Pages } from '../../shared/contract/documents.ts'
import { Failure, fail } from '../../shared/errors.ts'
import type { PageLayout } from '../../shared/model/page-layout.ts'
import type { Context } from '../context.ts'
import { unpackLayout } from '../exchange/documents/page-layout-codec.ts'
import type { PrintedPages, ReadDocument } from '../exchange/documents/reader.ts'
import { keepPages, layoutsOfSet, type PageSetKey, pageSetOf } from '../page-sets.ts'

const NO_PAGES: Pages = { pages: [], text: 'unknown' }

interface Row extends PageSetKey {
  readonly kind: string
}

/** The pages of a document; one that was imported before pages were kept is read once more for them. */
export async function pagesOf(ctx: Context, documentId: string): Promise<Pages> {
  const row = rowOf(ctx, documentId)
  if (row.kind === 'text') return { pages: [], text: 'none' }
  const set = pageSetOf(ctx.db, row) ?? (await readAgain(ctx, documentId, row))
  return set ? { pages: [...set.pages], text: set.text } : NO_PAGES
}

export async function layoutOf(
  ctx: Context,
  documentId: string,
  from: number,
  to: number,
): Promise<PageLayout[]> {
  const row = rowOf(ctx, documentId)
  if (row.kind === 'text') return []
  const set = pageSetOf(ctx.db, row)
  if (set) return layoutsOfSet(ctx.db, set.id, from, to)
  const printed = await readAgain(ctx, documentId, row)
  return (printed?.layouts ?? []).slice(from, to).map((layout, at) => unpackLayout(from + at, layout))
}

function rowOf({ db }: Context, documentId: string): Row {
  const row = db
    .prepare<[string], Row>(
      'SELECT kind, asset_sha256 AS asset, text_sha256 AS text, structure_sha256 AS structure FROM document WHERE id = ?',
    )
    .get(documentId)
  if (!row) throw fail('not-found', { what: 'document' })
  return row
}

/** By project and set: what is being read, and, where the project may not be written, what was. */
const readings = new WeakMap<Context, Map<string, Promise<PrintedPages | null>>>()

function readAgain(ctx: Context, documentId: string, row: Row): Promise<PrintedPages | null> {
  const own = readings.get(ctx) ?? new Map<string, Promise<PrintedPages | null>>()
  readings.set(ctx, own)
  const key = `${row.asset} ${row.text} ${row.structure}`
  const known = own.get(key)
  if (known) return known
  const reading = readOriginal(ctx, documentId).then(printed => {
    if (printed && !ctx.readOnly && ctx.db.open) {
      ctx.db.transaction(() => keepPages(ctx.db, row, printed))()
      own.delete(key)
    }
    return printed
  })
  own.set(key, reading)
  return reading
}

/** Pages fit only the text they were made with: null if the original is read otherwise today, or not at all. */
async function readOriginal(ctx: Context, documentId: string): Promise<PrintedPages | null> {
  const original = ctx.db
    .prepare<[string], { name: string; bytes: Buffer }>(
      'SELECT d.file_name AS name, a.bytes FROM document d JOIN asset a ON a.sha256 = d.asset_sha256 WHERE d.id = ?',
    )
    .get(documentId)
  if (!original) return null
  const { file } = ctx.freight.keep(original.name, '', original.bytes)
  try {
    const read = await tryToRead(ctx, file, original.name)
    return read?.printed && read.text === ctx.texts.inPassing(documentId).text ? read.printed : null
  } finally {
    ctx.freight.release(file)
  }
}

/** A password, or damage that an earlier version took more lightly: the text is there all the same. */
async function tryToRead(ctx: Context, file: string, name: string): Promise<ReadDocument | null> {
  try {
    return await ctx.readFile(ctx.freight.resolve(file).path, name, {})
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
