import { describe, expect, it } from 'vitest'
import { countFrequencies } from '../../../src/shared/analysis/frequency.ts'
import { frequencyNotes } from '../../../src/shared/analysis/frequency-notes.ts'
import { FrequencySpec } from '../../../src/shared/contract/analysis.ts'
import { corpusOf, type PlainProject } from '../../support/corpus.ts'
import { wordsIn } from '../../support/plain-tables.ts'

const PROJECT: PlainProject = {
  documents: [
    { name: 'One', words: 10 },
    { name: 'Two', words: 10 },
    { name: 'Three', words: 10 },
  ],
  groups: [{ name: 'G', members: [0] }],
  codes: [{ path: 'H', codable: false }, { path: 'H/A' }, { path: 'B' }],
  coders: ['Ada', 'Eve'],
  segments: [0, 1, 2].map(document => ({ document, start: 0, end: 10, words: 1 })),
  codings: [
    { segment: 0, code: 1, coder: 0 },
    { segment: 0, code: 0, coder: 0 },
    { segment: 1, code: 1, coder: 0 },
    { segment: 1, code: 1, coder: 1 },
    { segment: 2, code: 2, coder: 0 },
  ],
}

function notesOf(wanted: object): Record<string, string> {
  const spec = { ...FrequencySpec.parse({}), ...wanted } as FrequencySpec
  const corpus = corpusOf(PROJECT)
  const notes = frequencyNotes(corpus, countFrequencies(corpus, spec, wordsIn), spec, {
    project: 'Study',
    at: '2026-01-02T03:04:05Z',
    version: '9.9.9',
  })
  return Object.fromEntries(notes.map(({ name, value }) => [name, value]))
}

describe('the notes of a table', () => {
  it('say what, when, with which program and over what', () => {
    expect(notesOf({})).toEqual({
      Table: 'Code × document',
      Project: 'Study',
      Made: '2026-01-02T03:04:05Z',
      'Postil version': '9.9.9',
      Counted: expect.stringMatching(/^codings: /),
      'Shown as': 'count',
      'Sub-codes': 'each row counts its own code only',
      Codes: 'all 3',
      Documents: 'all 3',
      Groups: 'not restricted',
      Coders: 'all 2',
      Totals: 'sums of the cells in their row or column',
      'On headings': expect.stringMatching(/^1 coding on codes that are headings now/),
    })
  })
  it('name what was chosen, and count what is gone', () => {
    const notes = notesOf({
      codeIds: ['c1', 'gone'],
      documentIds: ['d2', 'd0'],
      coderIds: ['p1'],
      groupIds: [],
    })
    expect(notes).toMatchObject({
      Codes: '1 of 3: H/A (1 chosen before, not in the project any more)',
      Documents: '2 of 3: One; Three',
      Coders: '1 of 2: Eve',
      Groups: '0 of 1',
    })
  })
  it('say how totals are made where rows hold each other', () => {
    expect(notesOf({ aggregate: true })['Totals']).toMatch(/topmost rows/)
    expect(notesOf({ aggregate: true })).not.toHaveProperty('On headings')
    expect(notesOf({ measure: 'segments' })['Totals']).toMatch(/counts in the total with each of them/)
    expect(notesOf({ columns: 'groups' })['Totals']).toMatch(/several groups counts in each/)
  })
  it('tell of documents in no group, with the codings that count', () => {
    const left = (wanted: object) => notesOf({ columns: 'groups', ...wanted })['Not in any of these groups']
    expect(left({})).toBe('2 documents with 3 codings, not in this table')
    expect(left({ coderIds: ['p1'] })).toBe('2 documents with 1 coding, not in this table')
    expect(left({ codeIds: ['c2'] })).toBe('2 documents with 1 coding, not in this table')
    expect(left({ documentIds: ['d0'] })).toBe('no document')
  })
  it('tell how overlapping text, blanks and hidden rows are dealt with', () => {
    expect(notesOf({ measure: 'words' })['Overlaps']).toMatch(/with each of them/)
    expect(notesOf({ measure: 'words', unionWords: true })['Overlaps']).toMatch(/counts once/)
    expect(notesOf({ figure: 'row-percent' })['Blank cells']).toMatch(/nothing to divide by/)
    expect(notesOf({ hideEmptyRows: true, hideEmptyColumns: true })['Not shown']).toMatch(/^rows and columns/)
  })
})
