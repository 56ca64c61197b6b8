import type { FrequencySpec } from '../contract/analysis.ts'
import { branchEnds, placesBySlot } from './code-counts.ts'
import type { Corpus } from './corpus.ts'
import type { FrequencyColumn, LeftOut } from './frequency.ts'
import { flags } from './select.ts'

/**
 * For each document of the corpus the columns it counts in: `list` from `begins[document]`
 * to `begins[document + 1]`. None where it is not shown, several where it is in several groups.
 */
export interface ColumnsOf {
  readonly begins: Int32Array
  readonly list: Int32Array
}

/** Headings have no codings of their own: they are rows only when they stand for their branch. */
export function chooseRows(corpus: Corpus, { codeIds, aggregate }: FrequencySpec): number[] {
  const wanted = flags(corpus.codes, codeIds)
  return corpus.codes.flatMap((code, index) =>
    wanted[index] === 1 && (code.codable || aggregate) ? [index] : [],
  )
}

/** 1 for the rows that lie below no other row. Without sub-codes no row holds another. */
export function topmost({ codes }: Corpus, rows: readonly number[], aggregate: boolean): Uint8Array {
  const chosen = new Set(rows)
  const hasChosenAncestor = (code: number) => {
    for (let at = codes[code]!.parent; at >= 0; at = codes[at]!.parent) if (chosen.has(at)) return true
    return false
  }
  return Uint8Array.from(rows, code => (aggregate && hasChosenAncestor(code) ? 0 : 1))
}

export function chooseColumns(
  corpus: Corpus,
  spec: FrequencySpec,
): { columns: FrequencyColumn[]; columnsOf: ColumnsOf } {
  const inScope = flags(corpus.documents, spec.documentIds)
  const wanted = flags(corpus.groups, spec.groupIds)
  const groups = corpus.groups.filter((_, index) => wanted[index] === 1)
  const columnsByDocument: number[][] = corpus.documents.map(() => [])
  const columns: FrequencyColumn[] = []
  const addColumn = (id: string, title: string, members: readonly number[]) => {
    for (const member of members) columnsByDocument[member]!.push(columns.length)
    const words = members.reduce((sum, member) => sum + corpus.documents[member]!.words, 0)
    columns.push({ id, title, words })
  }
  if (spec.columns === 'groups') {
    for (const { id, name, members } of groups) {
      addColumn(
        id,
        name,
        members.filter(member => inScope[member] === 1),
      )
    }
  } else {
    const inGroups = spec.groupIds === undefined ? null : new Set(groups.flatMap(({ members }) => members))
    corpus.documents.forEach(({ id, name }, index) => {
      if (inScope[index] === 1 && (inGroups === null || inGroups.has(index))) addColumn(id, name, [index])
    })
  }
  return { columns, columnsOf: flatten(columnsByDocument) }
}

function flatten(lists: readonly (readonly number[])[]): ColumnsOf {
  const begins = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => {
    begins[index + 1] = begins[index]! + list.length
  })
  return { begins, list: Int32Array.from(lists.flat()) }
}

/** What the table covers but does not show, so that its notes can say so. */
export function countLeftOut(
  corpus: Corpus,
  spec: FrequencySpec,
  rows: readonly number[],
  { begins }: ColumnsOf,
): LeftOut {
  const { documents, codes, codings, segments } = corpus
  const inScope = flags(documents, spec.documentIds)
  const shown = (document: number) => begins[document]! < begins[document + 1]!
  const outside = documents.map((_, index) =>
    spec.columns === 'groups' && inScope[index] === 1 && !shown(index) ? 1 : 0,
  )
  const inRow = coveredCodes(corpus, rows, spec.aggregate)
  const wanted = flags(codes, spec.codeIds)
  const coderWanted = flags(corpus.coders, spec.coderIds)
  const [documentPlace, codePlace, coderPlace] = [documents, codes, corpus.coders].map(placesBySlot) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const leftOut = { documents: outside.filter(Boolean).length, codings: 0, onHeadings: 0 }
  for (let i = 0; i < codings.length; i++) {
    const segment = codings.segment[i]!
    if (segment < 0 || coderWanted[coderPlace[codings.coder[i]!]!] !== 1) continue
    const document = documentPlace[segments.document[segment]!]!
    const code = codePlace[codings.code[i]!]!
    if (inRow[code] === 1) leftOut.codings += outside[document] ?? 0
    else if (wanted[code] === 1 && shown(document)) leftOut.onHeadings++
  }
  return leftOut
}

/** 1 for each code whose codings count in some row. */
function coveredCodes({ codes }: Corpus, rows: readonly number[], aggregate: boolean): Uint8Array {
  const covered = new Uint8Array(codes.length)
  const ends = branchEnds(codes)
  for (const code of rows) covered.fill(1, code, aggregate ? ends[code]! : code + 1)
  return covered
}
