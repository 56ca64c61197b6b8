import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedPreferences, DEFAULTS } from '../../../src/renderer/state/preferences.ts'

describe('stored preferences', () => {
  it('are as they were', () => {
    const stored = {
      ...DEFAULTS,
      fontSize: 21,
      lineWidth: 60,
      coded: 'fill',
      keys: { 'code.pick': ['Mod+J'] },
    }
    expect(checkedPreferences(JSON.parse(JSON.stringify(stored)))).toEqual({
      preferences: stored,
      dropped: [],
    })
  })

  it('of an older version have the rest as usual', () => {
    expect(checkedPreferences({ theme: 'dark' })).toEqual({
      preferences: { ...DEFAULTS, theme: 'dark' },
      dropped: [],
    })
  })

  it.each([
    ['theme', 'pink'],
    ['contrast', true],
    ['fontFamily', 'comic'],
    ['fontSize', 400],
    ['fontSize', '17'],
    ['lineWidth', 44],
    ['lineSpacing', 2.3],
    ['paragraphSpacing', -1],
    ['coded', null],
    ['codeUnit', 'word'],
    ['snap', 'paragraph'],
    ['describe', false],
    ['paragraphNumbers', 1],
  ])('%s cannot be %j: the usual one, and it is named', (name, value) => {
    expect(checkedPreferences({ letterKeys: false, [name]: value })).toEqual({
      preferences: { ...DEFAULTS, letterKeys: false },
      dropped: [name],
    })
  })

  it('are preferences whatever was stored, and checking them again changes nothing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.jsonValue(), (a, b, c) => {
        for (const stored of [a, { fontSize: a, theme: b, keys: c }]) {
          const { preferences } = checkedPreferences(stored)
          expect(Object.keys(preferences).toSorted()).toEqual(Object.keys(DEFAULTS).toSorted())
          expect(checkedPreferences(preferences)).toEqual({ preferences, dropped: [] })
        }
      }),
    )
  })
})
