/**
 * Folds case and accents away for searching: "Déclaration" and "declaration" are one, and
 * so are "İ", "I", "ı" and "i" of Turkish. The length may change.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
}

/** All of ASCII, in which there are no accents. */
const PLAIN = /^[\x00-\x7f]*$/
