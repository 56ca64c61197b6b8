import { splitsPair } from '../../../shared/text/boundaries.ts'

/** The most a cell holds (Excel specifications and limits). */
export const LONGEST_TEXT = 32_767
export const CUT_MARK = ' […]'

/**
 * What XML 1.0 cannot hold or a reader would change, and what the library leaves out
 * without a word (it takes U+FFFD and the C1 controls for rubbish; in a quote they are not).
 */
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}/gu
/** Text that a reader would take for an escape of the kind `escaped` writes, or that one written after it would make one. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4})/g

/** Cut to what a cell holds, and written so that every reader gives back the same text (ECMA-376, ST_Xstring). */
export function cellText(text: string): string {
  const kept = shorten(text.toWellFormed()).replace(LIKE_AN_ESCAPE, '_x005F_').replace(UNWRITABLE, escaped)
  // the library keeps texts as keys of an object: "constructor" would find what every object has
  return kept in Object.prototype ? escaped(kept[0]!) + kept.slice(1) : kept
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const end = LONGEST_TEXT - CUT_MARK.length
  return text.slice(0, splitsPair(text, end) ? end - 1 : end) + CUT_MARK
}

/** Every UTF-16 unit as "_xHHHH_". */
function escaped(text: string): string {
  let written = ''
  for (let i = 0; i < text.length; i++)
    written += `_x${text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}_`
  return written
}

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
