import fc from 'fast-check'
import type { FrequencySpec } from '../../src/shared/contract/analysis.ts'
import type { PlainProject } from './corpus.ts'

/** In these projects a word is ten characters long and begins at a multiple of ten. */
export const TEN = 10
export const wordsIn = (_document: string, start: number, end: number): number =>
  Math.ceil(end / TEN) - Math.floor(start / TEN)

/** Codes in tree order: each stands below one of those on the way to the code before it, or at the top. */
function placeCodes(depths: readonly number[]): string[] {
  const way: string[] = []
  return depths.map((wanted, index) => {
    way.length = Math.min(wanted, way.length)
    way.push(`n${index}`)
    return way.join('/')
  })
}

/** Projects with a tree of codes, headings, groups that overlap, two coders, segments that overlap and touch, and areas. */
export const plainProject: fc.Arbitrary<PlainProject> = fc
  .record({
    words: fc.array(fc.nat(300), { minLength: 1, maxLength: 5 }),
    codes: fc.array(fc.record({ depth: fc.nat(3), codable: fc.nat(4).map(n => n > 0) }), {
      minLength: 1,
      maxLength: 7,
    }),
    groups: fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { maxLength: 3 }),
    segments: fc.array(
      fc.record({
        document: fc.nat(4),
        word: fc.nat(12),
        long: fc.integer({ min: 1, max: 5 }),
        isArea: fc.nat(4).map(n => n === 0),
      }),
      {
        maxLength: 14,
      },
    ),
    codings: fc.array(fc.record({ segment: fc.nat(13), code: fc.nat(6), coder: fc.nat(1) }), {
      maxLength: 40,
    }),
  })
  .map(({ words, codes, groups, segments, codings }): PlainProject => {
    const paths = placeCodes(codes.map(({ depth }) => depth))
    const used = codings.filter(row => row.segment < segments.length)
    const distinct = new Map(
      used.map(({ segment, code, coder }) => [
        `${segment} ${code % codes.length} ${coder}`,
        { segment, code: code % codes.length, coder },
      ]),
    )
    return {
      documents: words.map((count, index) => ({ name: `d${index}`, words: count })),
      groups: groups.map((members, index) => ({
        name: `g${index}`,
        members: [...new Set(members.map(member => member % words.length))].sort((a, b) => a - b),
      })),
      codes: codes.map(({ codable }, index) => ({ path: paths[index]!, codable })),
      coders: ['A', 'B'],
      // an area is tied to a character of the text, and holds none of its words
      segments: segments.map(({ document, word, long, isArea }) => ({
        document: document % words.length,
        start: word * TEN,
        end: isArea ? word * TEN + 1 : (word + long) * TEN,
        words: isArea ? 0 : long,
        isArea,
      })),
      codings: [...distinct.values()],
    }
  })

/** A question with some of the lists narrowed; ids as `corpusOf` gives them. */
export const plainSpec: fc.Arbitrary<FrequencySpec> = fc
  .record({
    columns: fc.constantFrom('documents' as const, 'groups' as const),
    measure: fc.constantFrom('codings', 'segments', 'words', 'documents'),
    figure: fc.constantFrom('count', 'row-percent', 'column-percent', 'table-percent', 'per-1000-words'),
    aggregate: fc.boolean(),
    unionWords: fc.boolean(),
    hideEmptyRows: fc.boolean(),
    hideEmptyColumns: fc.boolean(),
    codeIds: idsOf('c', 7),
    documentIds: idsOf('d', 5),
    groupIds: idsOf('g', 3),
    coderIds: idsOf('p', 2),
  })
  // ids of these projects are short, so the contract's check of their form is passed by
  .map(spec => spec as unknown as FrequencySpec)

function idsOf(letter: string, most: number): fc.Arbitrary<string[] | undefined> {
  return fc.option(fc.uniqueArray(fc.nat(most - 1).map(n => `${letter}${n}`)), { nil: undefined, freq: 2 })
}

export interface PlainTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly (number | null)[])[]
}

const asked = (ids: readonly string[] | undefined, id: string): boolean =>
  ids === undefined || ids.includes(id)

/** The whole table with totals, from the definitions and over plain objects: slow, and plain to see. */
export function plainTable(p: PlainProject, spec: FrequencySpec): PlainTable {
  const rows = p.codes
    .map((code, index) => ({ ...code, index }))
    .filter(({ codable, index }) => asked(spec.codeIds, `c${index}`) && (codable !== false || spec.aggregate))
  const columns = plainColumns(p, spec)
  const below = (path: string, top: string) => path === top || (spec.aggregate && path.startsWith(`${top}/`))
  const counts = rows.map(row =>
    columns.map(({ members }) => {
      const mine = p.codings.filter(
        ({ segment, code, coder }) =>
          below(p.codes[code]!.path, row.path) &&
          members.includes(p.segments[segment]!.document) &&
          asked(spec.coderIds, `p${coder}`),
      )
      return measured(p, spec, mine)
    }),
  )
  const top = rows.map(row => !spec.aggregate || !rows.some(other => row.path.startsWith(`${other.path}/`)))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const withTotals = [
    ...counts,
    columns.map((_, c) => sum(counts.filter((_, r) => top[r]).map(row => row[c]!))),
  ].map(row => [...row, sum(row)])
  const words = columns.map(({ members }) => sum(members.map(member => p.documents[member]!.words)))
  const cells = withTotals.map(row =>
    row.map((cell, c) => figured(spec, cell, row, c, withTotals.at(-1)!, [...words, sum(words)])),
  )
  const filled = (values: readonly number[], hide: boolean) => values.map(total => !hide || total > 0)
  const rowShown = [...filled(counts.map(sum), spec.hideEmptyRows), true]
  const columnShown = [...filled(withTotals.at(-1)!.slice(0, -1), spec.hideEmptyColumns), true]
  return {
    rows: [...rows.map(({ index }) => `c${index}`), 'total'].filter((_, r) => rowShown[r]),
    columns: [...columns.map(({ id }) => id), 'total'].filter((_, c) => columnShown[c]),
    cells: cells.filter((_, r) => rowShown[r]).map(row => row.filter((_, c) => columnShown[c])),
  }
}

function plainColumns(p: PlainProject, spec: FrequencySpec): { id: string; members: number[] }[] {
  const groups = p.groups
    .map(({ members }, index) => ({
      id: `g${index}`,
      members: members.filter(m => asked(spec.documentIds, `d${m}`)),
    }))
    .filter(({ id }) => asked(spec.groupIds, id))
  if (spec.columns === 'groups') return groups
  return p.documents
    .map((_, index) => ({ id: `d${index}`, members: [index] }))
    .filter(
      ({ id, members }) =>
        asked(spec.documentIds, id) &&
        (spec.groupIds === undefined || groups.some(group => group.members.includes(members[0]!))),
    )
}

function measured(p: PlainProject, spec: FrequencySpec, codings: PlainProject['codings']): number {
  if (spec.measure === 'codings') return codings.length
  const segments = [...new Set(codings.map(({ segment }) => segment))].map(segment => p.segments[segment]!)
  if (spec.measure === 'segments') return segments.length
  if (spec.measure === 'documents') return new Set(segments.map(({ document }) => document)).size
  if (!spec.unionWords) return segments.reduce((sum, { words }) => sum + words, 0)
  const passages = segments.filter(({ isArea }) => isArea !== true)
  const words = passages.flatMap(({ document, start, end }) =>
    Array.from({ length: (end - start) / TEN }, (_, i) => `${document}:${start / TEN + i}`),
  )
  return new Set(words).size
}

function figured(
  spec: FrequencySpec,
  cell: number,
  row: number[],
  column: number,
  foot: number[],
  words: number[],
): number | null {
  const by = (whole: number, scale: number) => (whole === 0 ? null : (cell * scale) / whole)
  switch (spec.figure) {
    case 'count':
      return cell
    case 'row-percent':
      return by(row.at(-1)!, 100)
    case 'column-percent':
      return by(foot[column]!, 100)
    case 'table-percent':
      return by(foot.at(-1)!, 100)
    case 'per-1000-words':
      return by(words[column]!, 1000)
  }
}
