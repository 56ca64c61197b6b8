import { placesBySlot } from '../../shared/analysis/code-counts.ts'
import { sortedByKeys } from '../../shared/analysis/text-order.ts'
import type { SEGMENT_ORDERS } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import type { LiveCorpus } from '../corpus.ts'
import { statement } from '../db/sql.ts'
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
  if (order === 'created') return sortedByTime(timesOf(ctx, rows), rows, descending)
  const keyOf = keysOf(ctx, order, makers)
  const keys = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) keys[at] = keyOf(rows[at]!)
  return sortedByKeys(rows.slice(), descending ? turned(keys) : keys)
}

/** Turns the order of the keys around, in place. */
function turned(keys: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  let largest = 0
  for (const key of keys) largest = Math.max(largest, key)
  for (let at = 0; at < keys.length; at++) keys[at] = largest - keys[at]!
  return keys
}

/** A time in ms is more than a key holds: first by the low half of it, then by the high one. */
const HALF = 2 ** 22

function sortedByTime(times: Float64Array, rows: Int32Array, descending: boolean): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const time of times) {
    first = Math.min(first, time)
    last = Math.max(last, time)
  }
  const since = (place: number) => (descending ? last - times[place]! : times[place]! - first)
  const places = new Int32Array(rows.length)
  const keys = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    places[at] = at
    keys[at] = since(at) % HALF
  }
  const byLow = sortedByKeys(places, keys)
  for (let at = 0; at < rows.length; at++) keys[at] = Math.floor(since(byLow[at]!) / HALF)
  const sorted = sortedByKeys(byLow, keys)
  for (let at = 0; at < rows.length; at++) sorted[at] = rows[sorted[at]!]!
  return sorted
}

/** What has no code comes after all that have one. */
function keysOf(
  ctx: Context,
  order: 'code' | 'coder' | 'length',
  makers: Sorting['makers'],
): (row: number) => number {
  const corpus = ctx.corpus.read()
  const { codings, segments, codes, coders } = corpus
  if (order === 'length') {
    return row => {
      const segment = segmentOf(corpus, row)
      return segments.area[segment] === 1 ? 0 : segments.end[segment]! - segments.start[segment]!
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

interface KnownTimes {
  readonly ids: string[]
  readonly times: number[]
}

/** when each coding was made, by its index in the columns: it never changes */
const knownTimes = new WeakMap<LiveCorpus, KnownTimes>()
/** More than this that are not known yet: going through the table is the quicker way. */
const SCAN_FROM = 2000

/** When each was coded; a free segment, when it was made. */
function timesOf(ctx: Context, rows: Int32Array): Float64Array {
  const { db, corpus } = ctx
  const known = knownTimes.get(corpus) ?? { ids: [], times: [] }
  knownTimes.set(corpus, known)
  learnTimes(ctx, known, rows)
  const made = statement<[string], string>(db, 'SELECT created FROM segment WHERE id = ?').pluck()
  const times = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    times[at] = row < 0 ? Date.parse(made.get(corpus.segmentIds[~row]!)!) : known.times[row]!
  }
  return times
}

/** Columns that were read again have other indexes: the ids tell. */
function learnTimes({ db, corpus }: Context, { ids, times }: KnownTimes, rows: Int32Array): void {
  const { codingIds } = corpus
  const missing = rows.filter(row => row >= 0 && ids[row] !== codingIds[row])
  if (missing.length === 0) return
  const learn = (row: number, created: string) => {
    ids[row] = codingIds[row]!
    times[row] = Date.parse(created)
  }
  if (missing.length < SCAN_FROM) {
    const one = statement<[string], string>(db, 'SELECT created FROM coding WHERE id = ?').pluck()
    for (const row of missing) learn(row, one.get(codingIds[row]!)!)
    return
  }
  const all = new Map(db.prepare<[], [string, string]>('SELECT id, created FROM coding').raw().iterate())
  for (const row of missing) learn(row, all.get(codingIds[row]!)!)
}
