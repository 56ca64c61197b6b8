/** The number formats of office programs: what the reader saw before a list item or a note. */
export type Numeral = (value: number) => string

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function roman(value: number): string {
  if (value < 1 || value > 32_000) return String(value)
  let rest = value
  let written = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign
      rest -= worth
    }
  }
  return written
}

/** a … z, aa, bb … zz, aaa: the way Word goes on after z. */
export const repeatedLetters =
  (alphabet: string): Numeral =>
  value => {
    const letters = [...alphabet]
    if (value < 1 || value > letters.length * 50) return String(value)
    const letter = letters[(value - 1) % letters.length] ?? ''
    return letter.repeat(Math.ceil(value / letters.length))
  }

/** a … z, aa, ab … az, ba: the way ODF goes on after z. */
export const countingLetters =
  (alphabet: string): Numeral =>
  value => {
    const letters = [...alphabet]
    if (value < 1) return String(value)
    let rest = value
    let written = ''
    while (rest > 0) {
      rest -= 1
      written = (letters[rest % letters.length] ?? '') + written
      rest = Math.floor(rest / letters.length)
    }
    return written
  }

export const inDigits =
  (digits: string): Numeral =>
  value => {
    const signs = [...digits]
    return String(value).replace(/\d/g, digit => signs[Number(digit)] ?? digit)
  }

export const enclosed =
  (first: number, last: number): Numeral =>
  value =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value)

export const decimal: Numeral = value => String(value)

export function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

export const LATIN = 'abcdefghijklmnopqrstuvwxyz'
export const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщыэюя'
export const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω'
export const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת'
export const ARABIC = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
export const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
export const THAI = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'
export const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙'
export const DEVANAGARI_DIGITS = '०१२३४५६७८९'
export const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩'

const HAN_DIGITS = '〇一二三四五六七八九'

/** 1-99 as counted in Chinese and Japanese (十二, 三十); beyond that digit by digit. */
export function han(value: number): string {
  const digits = [...HAN_DIGITS]
  if (value < 1 || value > 99) return inDigits(HAN_DIGITS)(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}
