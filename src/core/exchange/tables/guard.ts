/**
 * A spreadsheet runs a CSV cell that begins with one of these as a formula (OWASP, CSV
 * injection; some programs normalise the full-width forms to the plain ones). Apostrophes
 * before it count in, so that taking the guard off always gives back what was guarded.
 */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** Puts an apostrophe before what a spreadsheet would run; all other text stays as it is. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Takes that apostrophe off again. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
