/** The most a cell holds (Excel specifications and limits). */
export const LONGEST_TEXT = 32_767
export const CUT_MARK = ' […]'

/**
 * What XML 1.0 cannot hold or a reader would change, and what the library leaves out
 * without a word (it takes U+FFFD and the C1 controls for rubbish; in a quote they are not).
 */
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]/g
/** Text that a reader would take for an escape of the kind `escapeUnit` writes. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g

/** Cut to what a cell holds, and written so that every reader gives back the same text (ECMA-376, ST_Xstring). */
export function cellText(text: string): string {
  const whole = text.toWellFormed()
  const kept =
    whole.length <= LONGEST_TEXT
      ? whole
      : whole.slice(0, LONGEST_TEXT - CUT_MARK.length).toWellFormed() + CUT_MARK
  const escaped = kept.replace(LIKE_AN_ESCAPE, '_x005F_').replace(UNWRITABLE, escapeUnit)
  // the library keeps texts as keys of an object: "constructor" would find what every object has
  return escaped in Object.prototype ? escapeUnit(escaped[0]!) + escaped.slice(1) : escaped
}

const escapeUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Sheet names have 31 characters at the most, none of \ / ? * [ ] :, no apostrophe at either end. */
export function sheetName(title: string, otherwise: string): string {
  const name = title
    .toWellFormed()
    .replace(/[\p{Cc}\\/?*[\]:]+/gu, ' ')
    .slice(0, 31)
    .toWellFormed()
    .replace(/^['\s]+|['\s]+$/g, '')
  return name === '' || /^(history|about)$/i.test(name) ? otherwise : name
}
