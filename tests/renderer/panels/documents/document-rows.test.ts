import { describe, expect, it } from 'vitest'
import {
  type DocumentSort,
  documentRows,
  rowAfter,
  selectedDocuments,
  stepPlace,
} from '../../../../src/renderer/panels/documents/document-rows.ts'
import type { DocumentInfo } from '../../../../src/shared/contract/documents.ts'
import type { DocumentGroup } from '../../../../src/shared/contract/groups.ts'
import type { DocumentId, GroupId } from '../../../../src/shared/model/ids.ts'

function document(name: string, groups: string[] = [], counts: Partial<DocumentInfo> = {}): DocumentInfo {
  return {
    id: name as DocumentId,
    number: 1,
    name,
    kind: 'text',
    mediaType: 'text/plain',
    fileName: `${name}.txt`,
    comment: '',
    characters: 0,
    words: 0,
    pages: 0,
    groupIds: groups as GroupId[],
    segments: 0,
    codings: 0,
    created: '',
    ...counts,
  }
}
const group = (name: string): DocumentGroup => ({ id: name as GroupId, name, documentIds: [] })

const documents = [
  document('Speech 10', ['EU'], { codings: 3, words: 50 }),
  document('Speech 9', ['EU', 'UN'], { codings: 7, words: 10 }),
  document('Déclaration', [], { codings: 7, words: 99 }),
]
const groups = [group('EU'), group('UN'), group('US')]

interface Choice {
  query?: string
  sort?: DocumentSort
  collapsed?: string[]
  among?: readonly DocumentGroup[]
}
const rows = ({ query = '', sort = 'project', collapsed = [], among = groups }: Choice = {}) =>
  documentRows(documents, among, { query, sort, collapsed: new Set(collapsed) })
const drawn = (choice: Choice = {}) =>
  rows(choice).map(row =>
    row.kind === 'group'
      ? `${row.text} (${row.count})${row.expanded === false ? ' closed' : ''}`
      : `${'  '.repeat(row.level - 1)}${row.text}`,
  )

describe('documentRows', () => {
  it('is a plain list where there are no groups', () => {
    expect(drawn({ among: [] })).toEqual(['Speech 10', 'Speech 9', 'Déclaration'])
  })

  it('shows a document in each of its groups, and those in none last', () => {
    expect(drawn()).toEqual([
      'EU (2)',
      '  Speech 10',
      '  Speech 9',
      'UN (1)',
      '  Speech 9',
      'US (0)',
      'No group (1)',
      '  Déclaration',
    ])
  })

  it('gives the rows of one document keys of their own', () => {
    const keys = rows().map(row => row.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('hides what is below a closed heading', () => {
    expect(drawn({ collapsed: ['group:EU', 'group:none'] })).toEqual([
      'EU (2) closed',
      'UN (1)',
      '  Speech 9',
      'US (0)',
      'No group (1) closed',
    ])
  })

  it('finds by name without case and accents, opens all, and hides empty groups', () => {
    expect(drawn({ query: 'DECLA', collapsed: ['group:none'] })).toEqual(['No group (1)', '  Déclaration'])
    expect(drawn({ query: 'nowhere' })).toEqual([])
  })

  it('sorts by name with numbers as numbers, by codings and by words, most first', () => {
    const names = (sort: DocumentSort) => drawn({ sort, among: [] })
    expect(names('name')).toEqual(['Déclaration', 'Speech 9', 'Speech 10'])
    expect(names('codings')).toEqual(['Speech 9', 'Déclaration', 'Speech 10'])
    expect(names('words')).toEqual(['Déclaration', 'Speech 10', 'Speech 9'])
  })
})

describe('selectedDocuments', () => {
  it('names a document once, however many of its rows are selected', () => {
    const selected = new Set(['group:EU', 'EU:Speech 9', 'UN:Speech 9', 'none:Déclaration'])
    expect(selectedDocuments(rows(), selected).map(({ name }) => name)).toEqual(['Speech 9', 'Déclaration'])
  })
})

describe('stepPlace', () => {
  it('moves within the group, in the order of the project', () => {
    expect(stepPlace(rows(), documents, 'EU:Speech 9', -1)).toBe('Speech 10')
    expect(stepPlace(rows(), documents, 'EU:Speech 10', 1)).toBe('Déclaration')
  })
  it('says where there is no further to go', () => {
    expect(stepPlace(rows(), documents, 'EU:Speech 10', -1)).toBeUndefined()
    expect(stepPlace(rows(), documents, 'UN:Speech 9', 1)).toBeUndefined()
    expect(stepPlace(rows(), documents, 'group:EU', 1)).toBeUndefined()
  })
})

describe('rowAfter', () => {
  it('is the next document that stays, else the one before', () => {
    expect(rowAfter(rows(), ['Speech 10' as DocumentId])).toBe('EU:Speech 9')
    expect(rowAfter(rows(), ['Déclaration' as DocumentId])).toBe('UN:Speech 9')
    expect(
      rowAfter(
        rows({ among: [] }),
        documents.map(({ id }) => id),
      ),
    ).toBeNull()
  })
})
