/**
 * How much a decoded text looks like one that somebody wrote. Byte statistics alone take a
 * French name for Polish or a Mac's quotation marks for capitals; what gives a wrong decoding
 * away is the company its letters keep: capitals in the middle of words, symbols between
 * letters, two scripts in one word.
 */
export function plausibility(text: string): number {
  let judged = 0
  let bad = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    judged++
    bad += badness(text, at, letter)
    at += letter.length - 1
  }
  return judged === 0 ? 1 : 1 - bad / judged
}

const NEVER = /[\p{Cn}\p{Co}\p{Cs}\x80-\x9F\uFFFD¤]/u
const LETTER = /[\p{L}\p{M}]/u
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const MARK = /\p{M}/u
/** What may stand between two letters and is no letter: apostrophes, hyphens, joiners, middle dots. */
const JOINER = /[’‘ʼ‐‑–—·\u00AD\u200B-\u200F\u2060\u30FB\u3000-\u303F\uFF00-\uFF0F\u0640]/u
/** Signs that hardly ever touch a letter; the opening quotation marks among them not from behind. */
const ODD = /[†‡ˆ˜¨¬¯´¸¦¢£¥±µ¶®¹²³ªº¼½¾ƒ÷×]/u
const OPENING = /[‚„]/u
const RARE = /[\u2500-\u259F\uFF61-\uFF9F]/

/** A Greek capital with accent, mistaken for an apostrophe: the one letter in which two code pages differ. */
const LOST_ALPHA = /^\s’\p{Script=Greek}/u

function badness(text: string, at: number, letter: string): number {
  if (NEVER.test(letter)) return 1
  const before = at > 0 ? text.charAt(at - 1) : ' '
  const after = text.charAt(at + letter.length) || ' '
  const afterLetter = LETTER.test(before)
  const beforeLetter = LETTER.test(after)
  if (RARE.test(letter)) return 0.5
  if (letter === '’' && LOST_ALPHA.test(before + letter + after)) return 1
  if (!LETTER.test(letter)) return badSign(letter, isAlphabetic(before), isAlphabetic(after))
  if (MARK.test(letter)) return afterLetter ? 0 : 0.5
  if (UPPER.test(letter) && LOWER.test(before)) return 1
  if (LOWER.test(letter) && UPPER.test(before) && at > 1 && LOWER.test(text.charAt(at - 2))) return 1
  if (UPPER.test(letter) && !afterLetter && !beforeLetter) return 0.5
  const script = scriptOf(letter)
  const mixed = (afterLetter && scriptOf(before) !== script) || (beforeLetter && scriptOf(after) !== script)
  return mixed ? 1 : 0
}

function badSign(sign: string, afterLetter: boolean, beforeLetter: boolean): number {
  if (afterLetter && beforeLetter) return sign === '—' ? 0.1 : sign === '–' ? 0.4 : JOINER.test(sign) ? 0 : 1
  if (afterLetter && (ODD.test(sign) || OPENING.test(sign))) return 0.8
  if (beforeLetter && ODD.test(sign)) return 0.8
  return 0
}

/** Chinese, Japanese and Korean put signs between letters as they like. */
const isAlphabetic = (letter: string): boolean => LETTER.test(letter) && scriptOf(letter) !== 'east'

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['greek', /\p{Script=Greek}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  [
    'east',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30FC]/u,
  ],
]

function scriptOf(letter: string): string {
  return SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other'
}
