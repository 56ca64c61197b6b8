import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFrequencies } from '../../../src/shared/analysis/frequency.ts'
import { frequencyTable } from '../../../src/shared/analysis/frequency-table.ts'
import { FrequencySpec } from '../../../src/shared/contract/analysis.ts'
import { corpusOf, type PlainProject } from '../../support/corpus.ts'
import { plainProject, plainSpec, plainTable, wordsIn } from '../../support/plain-tables.ts'

const FACTS = { project: 'P', at: '2026-01-01T00:00:00Z', version: '0' }
const specOf = (wanted: object): FrequencySpec => ({ ...FrequencySpec.parse({}), ...wanted }) as FrequencySpec

function tableOf(project: PlainProject, spec: FrequencySpec, words = wordsIn) {
  const corpus = corpusOf(project)
  return frequencyTable(corpus, countFrequencies(corpus, spec, words), spec, FACTS)
}

describe('the law of counting', () => {
  it('every measure, figure, filter and kind of column counts as the definitions do', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, spec) => {
        const table = tableOf(project, spec)
        const wanted = plainTable(project, spec)
        expect(table.rows.map(({ key }) => key)).toEqual(wanted.rows)
        expect(table.columns.slice(1).map(({ key }) => key)).toEqual(wanted.columns)
        table.rows.forEach(({ cells }, row) => {
          cells.slice(1).forEach((cell, column) => {
            const value = wanted.cells[row]![column]!
            if (value === null || cell === null) expect(cell).toBe(value)
            else expect(cell).toBeCloseTo(value, 9)
          })
        })
      }),
      { numRuns: 500 },
    )
  })

  it('words of overlapping, touching and nested segments count once where that is asked', () => {
    fc.assert(
      fc.property(plainProject, fc.boolean(), (project, aggregate) => {
        const crowded = { ...project, segments: project.segments.map(row => ({ ...row, document: 0 })) }
        const spec = specOf({ measure: 'words', unionWords: true, aggregate })
        const cells = tableOf(crowded, spec).rows.map(row => row.cells.slice(1))
        expect(cells).toEqual(plainTable(crowded, spec).cells)
      }),
      { numRuns: 500 },
    )
  })

  it('documents and codings that a table by groups leaves out are counted, by the codes and coders asked for', () => {
    fc.assert(
      fc.property(plainProject, plainSpec, (project, wanted) => {
        const spec = { ...wanted, columns: 'groups' as const, measure: 'codings' as const }
        const { leftOut } = countFrequencies(corpusOf(project), spec, wordsIn)
        const shown = new Set(
          project.groups.flatMap(({ members }, index) =>
            spec.groupIds === undefined || (spec.groupIds as string[]).includes(`g${index}`) ? members : [],
          ),
        )
        const outside = project.documents.flatMap((_, index) => {
          const asked = spec.documentIds === undefined || (spec.documentIds as string[]).includes(`d${index}`)
          return asked && !shown.has(index) ? [`d${index}`] : []
        })
        expect(leftOut.documents).toBe(outside.length)
        // the same question by document, of just these documents
        const alone = { ...spec, columns: 'documents' as const, documentIds: outside, groupIds: undefined }
        const missed = plainTable(project, { ...alone, figure: 'count' } as unknown as FrequencySpec)
        expect(leftOut.codings).toBe(missed.cells.at(-1)!.at(-1))
      }),
    )
  })
})

/** One document, a heading with two codes, and segments as told. */
function branch(segments: [start: number, end: number, words: number][], codings: [number, number][]) {
  return {
    documents: [{ name: 'D', words: 100 }],
    groups: [],
    codes: [{ path: 'Group', codable: false }, { path: 'Group/A' }, { path: 'Group/B' }],
    coders: ['Ada', 'Eve'],
    segments: segments.map(([start, end, words]) => ({ document: 0, start, end, words })),
    codings: codings.map(([segment, code]) => ({ segment, code, coder: 0 })),
  }
}
const headingOf = (project: PlainProject, wanted: object, words = wordsIn) =>
  tableOf(project, specOf({ aggregate: true, ...wanted }), words).rows[0]!.cells[1]

describe('what counts', () => {
  const both = branch(
    [
      [0, 50, 5],
      [20, 70, 5],
    ],
    [
      [0, 1],
      [0, 2],
      [1, 1],
    ],
  )

  it('two codes of a row on one segment: 2 codings, 1 segment, its words once', () => {
    expect(headingOf(both, { measure: 'codings' })).toBe(3)
    expect(headingOf(both, { measure: 'segments' })).toBe(2)
    expect(headingOf(both, { measure: 'words' })).toBe(10)
    expect(headingOf(both, { measure: 'documents' })).toBe(1)
  })

  it('the same code by two coders on one segment: 2 codings, 1 segment', () => {
    const twice = { ...both, codings: [0, 1].map(coder => ({ segment: 0, code: 1, coder })) }
    expect(headingOf(twice, { measure: 'codings' })).toBe(2)
    expect(headingOf(twice, { measure: 'segments' })).toBe(1)
    expect(headingOf(twice, { measure: 'codings', coderIds: ['p1'] })).toBe(1)
  })

  it('union: text in several segments once; words of a lone segment are not counted again', () => {
    const asked: string[] = []
    const counting = (document: string, start: number, end: number) => {
      asked.push(`${document} ${start}-${end}`)
      return wordsIn(document, start, end)
    }
    expect(headingOf(both, { measure: 'words', unionWords: true }, counting)).toBe(7)
    // asked for the heading and, once more, for A: the same stretch, so only once
    expect(asked).toEqual(['d0 0-70'])
    const apart = branch(
      [
        [0, 20, 2],
        [30, 50, 2],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    )
    const never = () => {
      throw new Error('no text is needed')
    }
    expect(headingOf(apart, { measure: 'words', unionWords: true }, never)).toBe(4)
  })

  it('union: a word cut by the border of two segments that touch is one word', () => {
    const touching = branch(
      [
        [0, 15, 2],
        [15, 30, 2],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    )
    expect(headingOf(touching, { measure: 'words' })).toBe(4)
    expect(headingOf(touching, { measure: 'words', unionWords: true })).toBe(3)
  })

  it('totals add up topmost rows only, and headings are rows only with their sub-codes', () => {
    const table = tableOf(both, specOf({ aggregate: true }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Group', 3, 3],
      ['Group/A', 2, 2],
      ['Group/B', 1, 1],
      ['Total', 3, 3],
    ])
    expect(tableOf(both, specOf({})).rows.map(({ cells }) => cells)).toEqual([
      ['Group/A', 2, 2],
      ['Group/B', 1, 1],
      ['Total', 3, 3],
    ])
    const chosen = tableOf(both, specOf({ aggregate: true, codeIds: ['c1', 'c2'] }))
    expect(chosen.rows.at(-1)!.cells).toEqual(['Total', 3, 3])
  })

  it('rows that are gone do not count', () => {
    const corpus = corpusOf(both)
    corpus.codings.segment[0] = -1
    corpus.segments.document[1] = -1
    const { cells } = countFrequencies(corpus, specOf({}), wordsIn)
    expect([...cells]).toEqual([0, 1])
    const union = specOf({ measure: 'words', unionWords: true, aggregate: true })
    expect([...countFrequencies(corpus, union, wordsIn).cells]).toEqual([5, 0, 5])
    corpus.segments.document[0] = -1
    expect([...countFrequencies(corpus, union, wordsIn).cells]).toEqual([0, 0, 0])
  })

  it('an empty project is a table with a total of 0', () => {
    const nothing = { documents: [], groups: [], codes: [], coders: [], segments: [], codings: [] }
    const table = tableOf(nothing, specOf({}))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['Total', 0]])
  })
})
