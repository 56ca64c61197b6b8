/**
 * 32-bit FNV-1a over the UTF-16 units of text[start, end). Kept with every segment: if a
 * mistake ever moves a segment off its words, the next opening of the document says so.
 */
export function checksum(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}
