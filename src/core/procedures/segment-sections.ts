import { placesBySlot } from '../../shared/analysis/code-counts.ts'
import type { Corpus } from '../../shared/analysis/corpus.ts'
import type { SEGMENT_GROUPINGS } from '../../shared/contract/segments.ts'
import { splitPath } from '../../shared/model/code-path.ts'
import { segmentOf } from './segment-numbers.ts'

export interface ListSection {
  /** id of the document, code, coder or group; "" is what has none */
  readonly key: string
  readonly title: string
  readonly count: number
}

type Grouping = (typeof SEGMENT_GROUPINGS)[number]

/** All sections that there could be, and which of them a row goes to. */
interface Plan {
  readonly heads: readonly { readonly key: string; readonly title: string }[]
  placesOf(row: number): readonly number[]
}

/** The rows section by section; within one they keep their order. Sections without rows are left out. */
export function inSections(
  corpus: Corpus,
  rows: Int32Array,
  grouping: Grouping,
  makers: ReadonlyMap<number, string>,
): { rows: Int32Array; sections: ListSection[] } {
  if (grouping === 'none') {
    const sections = rows.length === 0 ? [] : [{ key: 'all', title: '', count: rows.length }]
    return { rows, sections }
  }
  const { heads, placesOf } = planFor(corpus, grouping, makers)
  const buckets: number[][] = heads.map(() => [])
  for (const row of rows) for (const place of placesOf(row)) buckets[place]!.push(row)
  const sections = heads.map((head, place) => ({ ...head, count: buckets[place]!.length }))
  return { rows: Int32Array.from(buckets.flat()), sections: sections.filter(({ count }) => count > 0) }
}

function planFor(
  corpus: Corpus,
  grouping: Exclude<Grouping, 'none'>,
  makers: ReadonlyMap<number, string>,
): Plan {
  const { codes, coders, codings, documents, segments } = corpus
  const documentPlace = placesBySlot(documents)
  const documentOf = (row: number) => documentPlace[segments.document[segmentOf(corpus, row)]!]!
  if (grouping === 'document') return { heads: documents.map(headOf), placesOf: row => [documentOf(row)] }
  if (grouping === 'group') return groupPlan(corpus, documentOf)
  if (grouping === 'code') {
    const place = placesBySlot(codes)
    const heads = codes.map(({ id, path }) => ({ key: id, title: splitPath(path).join(' › ') }))
    return {
      heads: [...heads, { key: '', title: 'No code' }],
      placesOf: row => [row < 0 ? codes.length : place[codings.code[row]!]!],
    }
  }
  const place = placesBySlot(coders)
  const byId = new Map(coders.map(({ id }, index) => [id, index]))
  return {
    heads: coders.map(headOf),
    placesOf: row => [row < 0 ? byId.get(makers.get(row)!)! : place[codings.coder[row]!]!],
  }
}

const headOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ key: id, title: name })

function groupPlan({ documents, groups }: Corpus, documentOf: (row: number) => number): Plan {
  const groupsOf: number[][] = documents.map(() => [])
  groups.forEach(({ members }, group) => {
    for (const member of members) groupsOf[member]!.push(group)
  })
  const inNone = [groups.length]
  return {
    heads: [...groups.map(headOf), { key: '', title: 'In no group' }],
    placesOf: row => {
      const own = groupsOf[documentOf(row)]!
      return own.length === 0 ? inNone : own
    },
  }
}
