import { describe, expect, it } from 'vitest'
import { destination } from '../../../../src/renderer/app/panes/destination.ts'
import { documents } from '../../state/documents.ts'

const [a, b] = documents
const here = { view: 'text', documentId: a, paneId: 'a' } as const
const named = (id: string) => (id === a ? 'Letter' : undefined)
const to = (change: object) => destination({ ...here, place: null, ...change }, here, named)

describe('where back leads', () => {
  it('is said by name', () => {
    expect(to({})).toBe('another place of “Letter”')
    expect(to({ paneId: 'b' })).toBe('“Letter”')
    expect(to({ view: 'table' })).toBe('the table')
    expect(to({ documentId: null })).toBe('the start')
    expect(to({ documentId: b })).toBe('a document')
  })
})
