import { codePoint } from 'dingbat-to-unicode'

/** Symbol fonts put their pictures at U+F000-F0FF (or plainly at 0-FF); this finds the real characters. */
export function unwrapDingbats(text: string, font: string): string {
  if (!/^(symbol|wingdings|webdings|zapf)/i.test(font)) return text
  let real = ''
  for (const sign of text) {
    const at = sign.codePointAt(0) ?? 0
    const found = at === 0x20 ? undefined : codePoint(font, at >= 0xf000 && at <= 0xf0ff ? at - 0xf000 : at)
    real += found?.string ?? sign
  }
  return real
}

/** The bullet of a list; one that only its own font can show becomes a plain one. */
export function bulletOf(sign: string, font: string): string {
  return unwrapDingbats(sign.trim(), font).replace(/[\uE000-\uF8FF]/g, '•')
}
