/**
 * Folds case and accents away for searching: "Déclaration" and "declaration" are one, and
 * so are "İ", "I", "ı" and "i" of Turkish. The length may change.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
}
