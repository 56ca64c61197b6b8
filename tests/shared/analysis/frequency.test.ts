import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFrequencies } from '../../../src/shared/analysis/frequency.ts'
import { frequencyTable } from '../../../src/shared/analysis/frequency-table.ts'
import { FrequencySpec, MEASURES } from '../../../src/shared/contract/analysis.ts'
import type { Table } from '../../../src/shared/model/table.ts'
import { corpusOf, type PlainProject } from '../../support/corpus.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../support/shared-data.ts'

const FACTS = { project: 'P', at: '2026-01-01T00:00:00Z', version: '0' }
/** In these projects a word is ten characters long. */
const wordsIn = (_document: string, start: number, end: number) =>
  Math.ceil(end / 10) - Math.floor(start / 10)

type Wanted = Partial<Omit<FrequencySpec, 'codeIds' | 'documentIds' | 'groupIds' | 'coderIds'>> & {
  codeIds?: string[]
  documentIds?: string[]
  coderIds?: string[]
}
// the ids of these projects are short, so the contract's check of their form is passed by
const specOf = (wanted: Wanted): FrequencySpec => ({ ...FrequencySpec.parse({}), ...wanted }) as FrequencySpec

function tableOf(project: PlainProject, wanted: Wanted): Table {
  const corpus = corpusOf(project)
  const spec = specOf(wanted)
  return frequencyTable(corpus, countFrequencies(corpus, spec, wordsIn), spec, FACTS)
}
const numbers = (table: Table) => table.rows.map(({ cells }) => cells.slice(1))

/** A project in which code r has `counts[r][c]` codings in document c, each on a segment of its own. */
function projectWith(counts: readonly (readonly number[])[], words: readonly number[]): PlainProject {
  const codings: { segment: number; code: number; coder: number }[] = []
  const segments: PlainProject['segments'][number][] = []
  counts.forEach((row, code) => {
    row.forEach((count, document) => {
      for (let i = 0; i < count; i++) {
        codings.push({ segment: segments.length, code, coder: 0 })
        segments.push({ document, start: segments.length * 10, end: segments.length * 10 + 10, words: 1 })
      }
    })
  })
  return {
    documents: words.map((count, index) => ({ name: `D${index + 1}`, words: count })),
    groups: [],
    codes: counts.map((_, index) => ({ path: `Code ${index}` })),
    coders: ['A'],
    segments,
    codings,
  }
}

describe('worked numbers', () => {
  // shared responsibility, win-win, capacity-building in two documents of 24,000 and 8,000 words
  const project = projectWith(
    [
      [12, 7],
      [6, 3],
      [30, 4],
    ],
    [24_000, 8000],
  )
  const rounded = (wanted: Wanted) =>
    numbers(tableOf(project, wanted)).map(row => row.map(cell => Number((cell as number).toFixed(2))))

  it('counts with totals', () => {
    expect(numbers(tableOf(project, {}))).toEqual([
      [12, 7, 19],
      [6, 3, 9],
      [30, 4, 34],
      [48, 14, 62],
    ])
  })
  it('row percentages', () => {
    expect(rounded({ figure: 'row-percent' }).slice(0, 3)).toEqual([
      [63.16, 36.84, 100],
      [66.67, 33.33, 100],
      [88.24, 11.76, 100],
    ])
  })
  it('column percentages', () => {
    expect(rounded({ figure: 'column-percent' }).map(row => row.slice(0, 2))).toEqual([
      [25, 50],
      [12.5, 21.43],
      [62.5, 28.57],
      [100, 100],
    ])
  })
  it('table percentages', () => {
    expect(rounded({ figure: 'table-percent' }).map(row => row.slice(0, 2))).toEqual([
      [19.35, 11.29],
      [9.68, 4.84],
      [48.39, 6.45],
      [77.42, 22.58],
    ])
  })
  it('per 1,000 words', () => {
    expect(numbers(tableOf(project, { figure: 'per-1000-words' }))[0]).toEqual([0.5, 0.875, 19 / 32])
  })
  it('documents: 0 or 1', () => {
    expect(numbers(tableOf(project, { measure: 'documents' })).slice(0, 3)).toEqual([
      [1, 1, 2],
      [1, 1, 2],
      [1, 1, 2],
    ])
  })
  it('an empty denominator is blank, never 0', () => {
    const empty = projectWith(
      [
        [0, 0],
        [3, 0],
      ],
      [0, 100],
    )
    expect(numbers(tableOf(empty, { figure: 'row-percent' }))[0]).toEqual([null, null, null])
    expect(numbers(tableOf(empty, { figure: 'column-percent' })).map(row => row[1])).toEqual([
      null,
      null,
      null,
    ])
    expect(numbers(tableOf(empty, { figure: 'per-1000-words' }))[1]![0]).toBe(null)
  })
  it('a row of two codes on one segment counts 2 codings, 1 segment, its words once', () => {
    const both: PlainProject = {
      ...projectWith([], [100]),
      codes: [{ path: 'Group', codable: false }, { path: 'Group/A' }, { path: 'Group/B' }],
      segments: [
        { document: 0, start: 0, end: 50, words: 5 },
        { document: 0, start: 20, end: 70, words: 5 },
      ],
      codings: [
        { segment: 0, code: 1, coder: 0 },
        { segment: 0, code: 2, coder: 0 },
        { segment: 1, code: 1, coder: 0 },
      ],
    }
    const heading = (wanted: Wanted) => numbers(tableOf(both, { aggregate: true, ...wanted }))[0]![0]
    expect(heading({})).toBe(3)
    expect(heading({ measure: 'segments' })).toBe(2)
    expect(heading({ measure: 'words' })).toBe(10)
    expect(heading({ measure: 'words', unionWords: true })).toBe(7)
    // totals add the topmost rows only
    expect(numbers(tableOf(both, { aggregate: true })).at(-1)).toEqual([3, 3])
    expect(tableOf(both, {}).rows.map(({ cells }) => cells[0])).toEqual(['Group/A', 'Group/B', 'Total'])
  })
  it('documents in no group are told of, not lost in silence', () => {
    const grouped = { ...project, groups: [{ name: 'G', members: [0] }] }
    const table = tableOf(grouped, { columns: 'groups' })
    expect(numbers(table)).toEqual([
      [12, 12],
      [6, 6],
      [30, 30],
      [48, 48],
    ])
    expect(table.notes.map(({ value }) => value).join('\n')).toMatch(/1 documents? with 14 codings/)
  })
})

const sharedIsHere = sharedData() !== null
if (!sharedIsHere) console.log(`published tables: ${NOT_HERE}`)

describe.skipIf(!sharedIsHere)('published tables', () => {
  interface Case {
    id: string
    input: { table: number[][] }
    expected: { row_pct: (number | null)[][]; col_pct: (number | null)[][]; total_pct: (number | null)[][] }
  }
  const { cases } = sharedIsHere
    ? (JSON.parse(new TextDecoder().decode(sharedFile('oracles/11_code_group_tables.json'))) as {
        cases: Case[]
      })
    : { cases: [] }
  it.each(
    cases.filter(
      ({ input, expected }) => input.table && expected.row_pct && input.table.flat().every(Number.isInteger),
    ),
  )('$id', ({ input, expected }) => {
    const project = projectWith(
      input.table,
      input.table[0]!.map(() => 1),
    )
    const figures = [
      ['row-percent', expected.row_pct],
      ['column-percent', expected.col_pct],
      ['table-percent', expected.total_pct],
    ] as const
    for (const [figure, wanted] of figures) {
      const got = numbers(tableOf(project, { figure }))
        .slice(0, input.table.length)
        .map(row => row.slice(0, -1))
      got.forEach((row, r) => {
        row.forEach((cell, c) => {
          const value = wanted[r]![c]!
          if (value === null) expect(cell).toBe(null)
          else expect(cell).toBeCloseTo(value, 8)
        })
      })
    }
  })
})

const project = fc
  .record({
    documents: fc.integer({ min: 1, max: 4 }),
    codes: fc.integer({ min: 1, max: 5 }),
    seed: fc.array(fc.nat(1000), { minLength: 8, maxLength: 60 }),
  })
  .map(({ documents, codes, seed }): PlainProject => {
    const at = (i: number) => seed[i % seed.length]!
    const paths: string[] = []
    for (let i = 0; i < codes; i++) paths.push(i > 0 && at(i) % 2 === 0 ? `${paths[i - 1]}/n${i}` : `n${i}`)
    // tree order: parents before sub-codes, which this makes by construction
    const segments = seed.map((n, i) => ({
      document: n % documents,
      start: (n % 20) * 10,
      end: (n % 20) * 10 + 10 + (i % 7) * 10,
      words: 1 + (i % 7),
    }))
    return {
      documents: Array.from({ length: documents }, (_, i) => ({ name: `d${i}`, words: 100 + at(i) })),
      groups: [
        { name: 'odd', members: Array.from({ length: documents }, (_, i) => i).filter(i => i % 2 === 1) },
        { name: 'all', members: Array.from({ length: documents }, (_, i) => i) },
      ],
      codes: paths.map((path, i) => ({ path, codable: at(i + 3) % 5 !== 0 })),
      coders: ['A', 'B'],
      segments,
      codings: seed
        .map((n, i) => ({ segment: (n + i) % segments.length, code: n % codes, coder: i % 2 }))
        .filter(
          (row, i, all) =>
            all.findIndex(o => o.segment === row.segment && o.code === row.code && o.coder === row.coder) ===
            i,
        ),
    }
  })

/** The same counts from the definitions, over plain objects. */
function plainCount(p: PlainProject, spec: FrequencySpec): number[][] {
  const rows = p.codes.flatMap(({ codable = true }, index) => (codable || spec.aggregate ? [index] : []))
  const columns =
    spec.columns === 'groups' ? p.groups.map(({ members }) => members) : p.documents.map((_, i) => [i])
  return rows.map(row =>
    columns.map(members => {
      const path = p.codes[row]!.path
      const mine = p.codings.filter(({ segment, code }) => {
        const below =
          p.codes[code]!.path === path || (spec.aggregate && p.codes[code]!.path.startsWith(`${path}/`))
        return below && members.includes(p.segments[segment]!.document)
      })
      const distinct = [...new Set(mine.map(({ segment }) => segment))]
      if (spec.measure === 'codings') return mine.length
      if (spec.measure === 'segments') return distinct.length
      if (spec.measure === 'words')
        return distinct.reduce((sum, segment) => sum + p.segments[segment]!.words, 0)
      return new Set(distinct.map(segment => p.segments[segment]!.document)).size
    }),
  )
}

describe('the law of counting', () => {
  it('columns of numbers count as the definitions do', () => {
    const options = fc.record({
      measure: fc.constantFrom(...MEASURES),
      aggregate: fc.boolean(),
      columns: fc.constantFrom('documents' as const, 'groups' as const),
    })
    fc.assert(
      fc.property(project, options, (p, wanted) => {
        const spec = specOf(wanted)
        const counts = countFrequencies(corpusOf(p), spec, wordsIn)
        const width = counts.columns.length
        const got = counts.rows.map((_, row) => [...counts.cells.slice(row * width, (row + 1) * width)])
        expect(got).toEqual(plainCount(p, spec))
      }),
      { numRuns: 300 },
    )
  })

  it('percentages of a row add up to 100, or the row is blank', () => {
    fc.assert(
      fc.property(project, p => {
        for (const row of numbers(tableOf(p, { figure: 'row-percent' })).slice(0, -1)) {
          const cells = row.slice(0, -1)
          if (row.at(-1) === null) expect(cells.every(cell => cell === null)).toBe(true)
          else expect((cells as number[]).reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(100, 8)
        }
      }),
    )
  })
})
