import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, withoutGuard } from '../../../../src/core/exchange/tables/guard.ts'
import { FORMULAS, nastyText } from '../../../support/tables.ts'

describe('the guard', () => {
  it.each(FORMULAS)('%j gets an apostrophe', formula => {
    expect(guarded(formula)).toBe(`'${formula}`)
  })
  it('leaves all other text alone', () => {
    for (const text of ['', 'a=b', "it's", "'quoted'", ' =1', '1-2', 'Ünï']) expect(guarded(text)).toBe(text)
  })
  it('comes off again, whatever the text is', () => {
    fc.assert(
      fc.property(nastyText, text => {
        expect(withoutGuard(guarded(text))).toBe(text)
      }),
    )
  })
})
