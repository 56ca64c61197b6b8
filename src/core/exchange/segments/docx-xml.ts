/** What XML 1.0 cannot hold at all. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const MARKUP = /[&<>"]/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function xmlText(text: string): string {
  const writable = text.toWellFormed().replace(UNWRITABLE, ' ')
  return MARKUP.test(writable) ? writable.replace(/[&<>"]/g, sign => ENTITIES[sign]!) : writable
}
