import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinPath, splitPath } from '../../../src/shared/model/code-path.ts'

describe('a code path', () => {
  it('is split at its slashes, not at those of a name', () => {
    expect(splitPath('Technologies/Agency')).toEqual(['Technologies', 'Agency'])
    expect(splitPath(joinPath(['and/or', 'a\\b']))).toEqual(['and/or', 'a\\b'])
    expect(splitPath(' / a //b/ ')).toEqual(['a', 'b'])
  })

  it('joined and split is the same', () => {
    const name = fc
      .string({ minLength: 1 })
      .map(text => text.trim())
      .filter(text => text !== '')
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), names => {
        expect(splitPath(joinPath(names))).toEqual(names)
      }),
    )
  })
})
