import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactly, type Habits, prepare, rank } from '../../../src/renderer/picker/rank.ts'
import { codeId } from '../reader/segments.ts'
import { codesOf } from './codes.ts'

const noHabits: Habits = { recent: [], inDocument: new Map() }
const found = (query: string, codes: ReturnType<typeof codesOf>, habits = noHabits) =>
  rank(prepare(codes), query, habits).map(({ code }) => code.path)

describe('rank', () => {
  it('puts exact before the beginning of the name, of a word, initials and letters in order', () => {
    const codes = codesOf('Refugee tales', 'Rural Transport', 'Safe return', 'Return policy', 'Ret', 'Other')
    expect(found('ret', codes)).toEqual(['Ret', 'Return policy', 'Safe return', 'Refugee tales'])
    expect(found('rt', codes).slice(0, 2).sort()).toEqual(['Refugee tales', 'Rural Transport'])
  })

  it('finds by the path and by a word of the definition, after names', () => {
    const codes = codesOf(
      ['Entry ban', { definition: 'A return decision with a ban' }],
      'Return/Forced',
      'Return',
    )
    expect(found('return', codes)).toEqual(['Return', 'Return/Forced', 'Entry ban'])
    expect(found('decision', codes)).toEqual(['Entry ban'])
  })

  it('reads a slash as a path', () => {
    const codes = codesOf('Return/Forced', 'Forced/Return', 'Forced')
    expect(found('return/fo', codes)).toEqual(['Return/Forced'])
    expect(exactly(prepare(codes), 'RETURN / forced')?.path).toBe('Return/Forced')
  })

  it('folds case and accents, also the Turkish i', () => {
    const codes = codesOf('Déclaration', 'İade')
    expect(found('DECLAR', codes)).toEqual(['Déclaration'])
    expect(found('iade', codes)).toEqual(['İade'])
    expect(exactly(prepare(codes), 'declaration')?.name).toBe('Déclaration')
  })

  it('lets habits decide within a kind of match and never beyond it', () => {
    const codes = codesOf('Return b', 'Return a', 'Safe return')
    const habits: Habits = { recent: [codeId(2), codeId(1)], inDocument: new Map([[codeId(2), 500]]) }
    expect(found('return', codes, habits)).toEqual(['Return a', 'Return b', 'Safe return'])
  })

  it('does not offer headings of the tree', () => {
    expect(found('act', codesOf(['Actors', { codable: false }], 'Actors/State'))).toEqual(['Actors/State'])
  })

  it('finds every code by its own name, first', () => {
    const name = fc.stringMatching(/^[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,2}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: n => n.toLowerCase() }),
        names => {
          const codes = codesOf(...names)
          for (const wanted of names) expect(found(wanted.toUpperCase(), codes)[0]).toBe(wanted)
        },
      ),
    )
  })
})
