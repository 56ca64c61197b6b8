import { describe, expect, it } from 'vitest'
import { readable } from '../../../../src/shared/text/pdf/letters.ts'

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
