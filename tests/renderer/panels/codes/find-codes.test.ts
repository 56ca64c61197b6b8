import { describe, expect, it } from 'vitest'
import { createCodeFinder } from '../../../../src/renderer/panels/codes/find-codes.ts'
import { codesOf } from './codes.ts'

const finder = createCodeFinder(
  codesOf(`
  Return
    Forced: removal against the will
    Voluntary
  Éthique
  Forum of return
`),
)
const found = (query: string) => [...(finder.find(query) ?? [])]

describe('find', () => {
  it('asks nothing with an empty query', () => {
    expect(finder.find('')).toBeNull()
    expect(finder.find('  ')).toBeNull()
  })
  it('finds by name, without case and accents', () => {
    expect(found('ETHIQUE')).toEqual(['Éthique'])
  })
  it('finds by what is above', () => {
    expect(found('return vol')).toEqual(['Voluntary'])
  })
  it('finds by a word of the definition', () => {
    expect(found('removal')).toEqual(['Forced'])
  })
  it('needs every word', () => {
    expect(found('forced voluntary')).toEqual([])
  })
})

describe('ranked', () => {
  it('puts names that begin with the query first, then names that hold it, then the rest', () => {
    const names = finder.ranked('return', () => true).map(code => code.name)
    expect(names).toEqual(['Return', 'Forum of return', 'Forced', 'Voluntary'])
  })
  it('keeps the order of the tree without a query and leaves out what is not allowed', () => {
    const names = finder.ranked('', code => code.name !== 'Forced').map(code => code.name)
    expect(names).toEqual(['Return', 'Voluntary', 'Éthique', 'Forum of return'])
  })
})
