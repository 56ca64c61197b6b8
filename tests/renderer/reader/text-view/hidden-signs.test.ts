import { describe, expect, it } from 'vitest'
import { hiddenSigns } from '../../../../src/renderer/reader/text-view/hidden-signs.ts'

describe('characters that are not seen', () => {
  it('are named where they stand', () => {
    expect(hiddenSigns('a\u200Bb\u202Ec\u0007')).toEqual([
      { start: 1, end: 2, name: 'zero width space', sign: 'ZWSP' },
      { start: 3, end: 4, name: 'right-to-left override', sign: 'RLO' },
      { start: 5, end: 6, name: 'control character U+0007', sign: '07' },
    ])
  })

  it('are not the joiners of scripts and emoji, nor what divides lines and cells', () => {
    expect(hiddenSigns('می‌خواهم 👩‍🎓 line\nnext\tcell')).toEqual([])
  })
})
