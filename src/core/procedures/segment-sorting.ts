import { placesBySlot } from '../../shared/analysis/code-counts.ts'
import type { SEGMENT_ORDERS } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import { segmentOf } from './segment-numbers.ts'

interface Sorting {
  readonly order: (typeof SEGMENT_ORDERS)[number]
  readonly descending: boolean
  /** who made a free segment, by row number */
  readonly makers: ReadonlyMap<number, string>
}

/** Rows in the order of documents and text, brought into another; what is equal in it keeps that first order. */
export function sortRows(ctx: Context, rows: Int32Array, { order, descending, makers }: Sorting): Int32Array {
  if (order === 'document') return descending ? rows.toReversed() : rows
  const sign = descending ? -1 : 1
  if (order === 'created') {
    const times = timesOf(ctx, rows)
    return ordered(rows, (a, b) => (times[a]! < times[b]! ? -sign : times[a]! > times[b]! ? sign : 0))
  }
  const key = keyOf(ctx, order, makers)
  const keys = Float64Array.from(rows, key)
  return ordered(rows, (a, b) => sign * (keys[a]! - keys[b]!))
}

/** `compare` is given places in `rows`. */
function ordered(rows: Int32Array, compare: (a: number, b: number) => number): Int32Array {
  const places = Array.from(rows, (_, place) => place).sort(compare)
  return Int32Array.from(places, place => rows[place]!)
}

/** What has no code comes after all that have one. */
function keyOf(
  ctx: Context,
  order: 'code' | 'coder' | 'length',
  makers: Sorting['makers'],
): (row: number) => number {
  const corpus = ctx.corpus.read()
  const { codings, segments, codes, coders } = corpus
  if (order === 'length') {
    return row => {
      const segment = segmentOf(corpus, row)
      return segments.end[segment]! - segments.start[segment]!
    }
  }
  if (order === 'code') {
    const place = placesBySlot(codes)
    return row => (row < 0 ? codes.length : place[codings.code[row]!]!)
  }
  const place = placesBySlot(coders)
  const byId = new Map(coders.map(({ id }, index) => [id, index]))
  return row => (row < 0 ? byId.get(makers.get(row)!)! : place[codings.coder[row]!]!)
}

/** When each was coded; a free segment, when it was made. */
function timesOf({ db, corpus }: Context, rows: Int32Array): string[] {
  const codings = new Map(db.prepare<[], [string, string]>('SELECT id, created FROM coding').raw().iterate())
  const made = db.prepare<[string], string>('SELECT created FROM segment WHERE id = ?').pluck()
  return Array.from(rows, row =>
    row < 0 ? made.get(corpus.segmentIds[~row]!)! : codings.get(corpus.codingIds[row]!)!,
  )
}
