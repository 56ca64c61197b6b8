import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFrequencies } from '../../../src/shared/analysis/frequency.ts'
import { frequencyTable } from '../../../src/shared/analysis/frequency-table.ts'
import { FrequencySpec } from '../../../src/shared/contract/analysis.ts'
import { Table } from '../../../src/shared/model/table.ts'
import { corpusOf, type PlainProject } from '../../support/corpus.ts'
import { plainProject, plainSpec, wordsIn } from '../../support/plain-tables.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../support/shared-data.ts'

const FACTS = { project: 'P', at: '2026-01-01T00:00:00Z', version: '0' }
const specOf = (wanted: object): FrequencySpec => ({ ...FrequencySpec.parse({}), ...wanted }) as FrequencySpec

function tableOf(project: PlainProject, wanted: object): Table {
  const corpus = corpusOf(project)
  const spec = specOf(wanted)
  return frequencyTable(corpus, countFrequencies(corpus, spec, wordsIn), spec, FACTS)
}
const numbers = (table: Table) => table.rows.map(({ cells }) => cells.slice(1))

/** A project in which code r has `counts[r][c]` codings in document c, each on a segment of its own. */
function projectWith(counts: readonly (readonly number[])[], words: readonly number[]): PlainProject {
  const places = counts.flatMap((row, code) =>
    row.flatMap((count, document) => Array.from({ length: count }, () => ({ code, document }))),
  )
  return {
    documents: words.map((count, index) => ({ name: `D${index + 1}`, words: count })),
    groups: [],
    codes: counts.map((_, index) => ({ path: `Code ${index}` })),
    coders: ['A'],
    segments: places.map(({ document }, i) => ({ document, start: i * 10, end: i * 10 + 10, words: 1 })),
    codings: places.map(({ code }, segment) => ({ segment, code, coder: 0 })),
  }
}

describe('worked numbers', () => {
  // shared responsibility, win-win, capacity-building in two documents of 24,000 and 8,000 words
  const counts = [
    [12, 7],
    [6, 3],
    [30, 4],
  ]
  const project = projectWith(counts, [24_000, 8000])
  const rounded = (wanted: object) =>
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
    expect(rounded({ figure: 'row-percent' })).toEqual([
      [63.16, 36.84, 100],
      [66.67, 33.33, 100],
      [88.24, 11.76, 100],
      [77.42, 22.58, 100],
    ])
  })
  it('column percentages', () => {
    expect(rounded({ figure: 'column-percent' })).toEqual([
      [25, 50, 30.65],
      [12.5, 21.43, 14.52],
      [62.5, 28.57, 54.84],
      [100, 100, 100],
    ])
  })
  it('table percentages', () => {
    expect(rounded({ figure: 'table-percent' })).toEqual([
      [19.35, 11.29, 30.65],
      [9.68, 4.84, 14.52],
      [48.39, 6.45, 54.84],
      [77.42, 22.58, 100],
    ])
  })
  it('nothing is rounded in the data', () => {
    expect(numbers(tableOf(project, { figure: 'row-percent' }))[0]![0]).toBe((100 * 12) / 19)
  })
  it('over the rows and columns asked for only', () => {
    const two = { codeIds: ['c0', 'c1'], documentIds: ['d1'], figure: 'table-percent' }
    expect(rounded(two)).toEqual([
      [70, 70],
      [30, 30],
      [100, 100],
    ])
  })
  it('per 1,000 words of the document, and of all documents in the total', () => {
    expect(numbers(tableOf(project, { figure: 'per-1000-words' }))[0]).toEqual([0.5, 0.875, 19 / 32])
  })
  it('per 1,000 words of a group are those of all its documents', () => {
    const grouped = { ...project, groups: [{ name: 'both', members: [0, 1] }] }
    const table = tableOf(grouped, { columns: 'groups', figure: 'per-1000-words' })
    expect(numbers(table)[0]).toEqual([19 / 32, 19 / 32])
  })
  it('documents: 0 or 1; in a group the number of its documents', () => {
    expect(numbers(tableOf(project, { measure: 'documents' }))).toEqual([
      [1, 1, 2],
      [1, 1, 2],
      [1, 1, 2],
      [3, 3, 6],
    ])
    const grouped = { ...project, groups: [{ name: 'both', members: [0, 1] }] }
    expect(numbers(tableOf(grouped, { columns: 'groups', measure: 'documents' }))[0]).toEqual([2, 2])
  })
  it('an empty denominator is blank, never 0', () => {
    const empty = projectWith(
      [
        [0, 0],
        [3, 0],
      ],
      [0, 100],
    )
    expect(numbers(tableOf(empty, { figure: 'row-percent' }))).toEqual([
      [null, null, null],
      [100, 0, 100],
      [100, 0, 100],
    ])
    expect(numbers(tableOf(empty, { figure: 'column-percent' })).map(row => row[1])).toEqual([
      null,
      null,
      null,
    ])
    expect(numbers(tableOf(empty, { figure: 'per-1000-words' }))[1]).toEqual([null, 0, 30])
    const nothing = numbers(tableOf(projectWith([[0]], [5]), { figure: 'table-percent' }))
    expect(nothing).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('the shape of the table', () => {
  it('rows are keyed by code, columns by document or group, the total by "total"; labels are paths', () => {
    const project: PlainProject = {
      ...projectWith([[1], [2]], [10]),
      codes: [{ path: 'A' }, { path: 'A/B' }],
      groups: [{ name: 'G', members: [0] }],
    }
    const table = tableOf(project, {})
    expect(table.columns.map(({ key, title, kind, role }) => [key, title, kind, role])).toEqual([
      ['code', 'Code', 'text', 'label'],
      ['d0', 'D1', 'number', 'value'],
      ['total', 'Total', 'number', 'total'],
    ])
    expect(table.rows.map(({ key, role, depth, cells }) => [key, role, depth, cells[0]])).toEqual([
      ['c0', 'value', 0, 'A'],
      ['c1', 'value', 1, 'A/B'],
      ['total', 'total', 0, 'Total'],
    ])
    expect(tableOf(project, { columns: 'groups' }).columns.map(({ key }) => key)).toEqual([
      'code',
      'g0',
      'total',
    ])
    expect(tableOf(project, { figure: 'row-percent' }).columns[1]!.kind).toBe('percent')
    expect(tableOf(project, { figure: 'per-1000-words' }).columns[1]!.kind).toBe('number')
  })
  it('is what the contract says', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, spec) => {
        expect(Table.safeParse(tableOf(project, spec)).error).toBeUndefined()
      }),
    )
  })
  it('hiding what is empty changes no number', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, spec) => {
        const whole = tableOf(project, { ...spec, hideEmptyRows: false, hideEmptyColumns: false })
        const hidden = tableOf(project, { ...spec, hideEmptyRows: true, hideEmptyColumns: true })
        const at = (table: Table, row: string, column: string) =>
          table.rows.find(({ key }) => key === row)!.cells[
            table.columns.findIndex(({ key }) => key === column)
          ]
        for (const { key: row } of hidden.rows)
          for (const { key: column } of hidden.columns)
            expect(at(hidden, row, column)).toBe(at(whole, row, column))
      }),
    )
  })
})

describe('percentages', () => {
  const adding = (cells: readonly unknown[]) => (cells as number[]).reduce((sum, cell) => sum + cell, 0)
  const hundredOrBlank = (cells: readonly unknown[], total: unknown) => {
    if (total === null) expect(cells.every(cell => cell === null)).toBe(true)
    else expect(adding(cells)).toBeCloseTo(100, 8)
  }
  const shown = { hideEmptyRows: false, hideEmptyColumns: false }

  it('of a row add up to 100, or the row is blank', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, spec) => {
        const table = tableOf(project, { ...spec, ...shown, figure: 'row-percent' })
        for (const row of numbers(table)) hundredOrBlank(row.slice(0, -1), row.at(-1))
      }),
    )
  })
  it('of a column add up to 100 without sub-codes, and of the table over all cells', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, spec) => {
        const plain = { ...spec, ...shown, aggregate: false }
        const columns = numbers(tableOf(project, { ...plain, figure: 'column-percent' }))
        for (let c = 0; c < columns[0]!.length; c++)
          hundredOrBlank(
            columns.slice(0, -1).map(row => row[c]),
            columns.at(-1)![c],
          )
        const all = numbers(tableOf(project, { ...plain, figure: 'table-percent' }))
        hundredOrBlank(
          all.slice(0, -1).flatMap(row => row.slice(0, -1)),
          all.at(-1)!.at(-1),
        )
      }),
    )
  })
})

const sharedIsHere = sharedData() !== null
if (!sharedIsHere) console.log(`published tables: ${NOT_HERE}`)

describe.skipIf(!sharedIsHere)('published tables', () => {
  interface Case {
    id: string
    input: { table?: number[][] }
    expected: { row_pct?: (number | null)[][]; col_pct: (number | null)[][]; total_pct: (number | null)[][] }
  }
  const { cases } = sharedIsHere
    ? (JSON.parse(new TextDecoder().decode(sharedFile('oracles/11_code_group_tables.json'))) as {
        cases: Case[]
      })
    : { cases: [] }
  const usable = cases.filter(
    ({ input, expected }) => expected.row_pct && input.table?.flat().every(cell => Number.isInteger(cell)),
  )
  it('there are some', () => {
    expect(usable.length).toBeGreaterThan(5)
  })
  it.each(usable)('$id', ({ input, expected }) => {
    const rows = input.table!
    const project = projectWith(
      rows,
      rows[0]!.map(() => 1),
    )
    const figures = [
      ['row-percent', expected.row_pct!],
      ['column-percent', expected.col_pct],
      ['table-percent', expected.total_pct],
    ] as const
    for (const [figure, wanted] of figures) {
      const got = numbers(tableOf(project, { figure }))
      wanted.forEach((row, r) => {
        row.forEach((value, c) => {
          if (value === null) expect(got[r]![c]).toBe(null)
          else expect(got[r]![c]).toBeCloseTo(value, 8)
        })
      })
    }
  })
})
