import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readable, readableWithAdvances } from '../../../../src/shared/text/pdf/letters.ts'

describe('readable', () => {
  it('takes ligatures and Arabic shapes for their letters', () => {
    expect(readable('ﬁnd eﬀort oﬃce')).toBe('find effort office')
    expect(readable('ﺍﻟﻌﺮﺑﻴﺔ')).toBe('العربية')
    expect(readable('ﻻ')).toBe('لا')
  })

  it('takes Chinese radicals for the characters they stand for', () => {
    expect(readable('⼈⺠⻅⻓')).toBe('人民见长')
  })

  it('leaves accents, full-width signs and unknown private signs alone', () => {
    expect(readable('e\u0301 Ａ \uE123 ½')).toBe('e\u0301 Ａ \uE123 ½')
  })

  it('shows the bullets of symbol fonts, drops control characters, makes one blank of many', () => {
    expect(readable('\uF0B7 a\u0001b\t c')).toBe('• ab c')
  })
})

describe('readableWithAdvances', () => {
  it('shares what was drawn between what is read', () => {
    expect(readableWithAdvances('oﬀs', [1, 4, 3])).toEqual({ text: 'offs', advances: [1, 2, 2, 3] })
    expect(readableWithAdvances('a  b\u0001', [1, 2, 3, 4, 5])).toEqual({ text: 'a b', advances: [1, 5, 9] })
    expect(readableWithAdvances('\u0001ab', [1, 2, 3])).toEqual({ text: 'ab', advances: [3, 3] })
    expect(readableWithAdvances('ab', [1, 2])).toEqual({ text: 'ab', advances: [1, 2] })
  })

  it('reads the same as readable, and loses nothing of the width', () => {
    const signs = 'a ﬁ ﬄ ﻻ ﷲ שׁ ⼈ ⺠ \uF0B7 \t \u0001 é'.split(' ')
    const text = fc.string({ unit: fc.constantFrom(...signs, ' ', '  ') })
    fc.assert(
      fc.property(text, text => {
        const widths = Array.from(text, () => 1).concat(
          Array.from({ length: text.length - [...text].length }, () => 0),
        )
        const read = readableWithAdvances(text, widths.slice(0, text.length))
        expect(read.text).toBe(readable(text))
        expect(read.advances).toHaveLength(read.text.length)
        const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
        if (read.text !== '') expect(sum(read.advances)).toBeCloseTo(sum(widths.slice(0, text.length)), 6)
      }),
    )
  })
})
