import type { Span } from '../../shared/model/span.ts'
import { checksum } from '../../shared/text/checksum.ts'
import { wordsBetween } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'

/** What a segment's row says of the words it lies on. */
export function onWords(ctx: Context, documentId: string, { start, end }: Span) {
  const { text, words } = ctx.texts.of(documentId)
  return { start, end, words: wordsBetween(words, start, end), checksum: checksum(text, start, end) }
}

/** Puts a segment on another span of its document. The span has been checked. */
export function moveSegment(ctx: Context, id: string, span: Span): void {
  const documentId = statement<[string], string>(ctx.db, 'SELECT document_id FROM segment WHERE id = ?')
    .pluck()
    .get(id)!
  const { start, end, words, checksum } = onWords(ctx, documentId, span)
  statement<[number, number, number, number, string]>(
    ctx.db,
    'UPDATE segment SET "start" = ?, "end" = ?, words = ?, checksum = ? WHERE id = ?',
  ).run(start, end, words, checksum, id)
}
