import { foldText } from '../../shared/text/fold.ts'
import type { Context } from '../context.ts'
import { segmentOf } from './segment-numbers.ts'

/** Of these rows those in whose quote or comment each of the words stands. Asked in the order of documents. */
export function withWords(ctx: Context, rows: Int32Array, words: string | undefined): Int32Array {
  const wanted = foldText(words ?? '')
    .split(/\s+/u)
    .filter(Boolean)
  if (wanted.length === 0) return rows
  const corpus = ctx.corpus.read()
  const { segments } = corpus
  const comments = commentsBySegment(ctx)
  const documentBySlot = new Map(corpus.documents.map(({ slot, id }) => [slot, id]))
  const open = { slot: -1, text: '' }
  const known = new Int8Array(segments.length)
  function isFound(segment: number): boolean {
    const slot = segments.document[segment]!
    if (open.slot !== slot) {
      open.slot = slot
      open.text = ctx.texts.inPassing(documentBySlot.get(slot)!).text
    }
    const quote =
      segments.area[segment] === 1 ? '' : open.text.slice(segments.start[segment], segments.end[segment])
    const comment = comments.get(ctx.corpus.segmentIds[segment]!)
    const folded = foldText(comment === undefined ? quote : `${quote}\n${comment}`)
    return wanted.every(word => folded.includes(word))
  }
  return rows.filter(row => {
    const segment = segmentOf(corpus, row)
    if (known[segment] === UNKNOWN) known[segment] = isFound(segment) ? FOUND : NOT_FOUND
    return known[segment] === FOUND
  })
}

const UNKNOWN = 0
const FOUND = 1
const NOT_FOUND = 2

export function commentsBySegment({ db }: Context): ReadonlyMap<string, string> {
  const rows = db.prepare<[], [string, string]>("SELECT id, comment FROM segment WHERE comment <> ''").raw()
  return new Map(rows.iterate())
}
