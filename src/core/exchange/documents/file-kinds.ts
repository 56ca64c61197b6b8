/** What the first bytes of a file say about it, whatever its name. */
export type FileKind =
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'html'
  | 'vtt'
  | 'srt'
  | 'foreign' // a picture, an archive, a program, a recording: surely no text
  | 'unsure'

// written as strings, since a pattern that holds control characters is taken for a slip
const pattern = (source: string): RegExp => new RegExp(source)

/** Signatures of pictures, sound, archives, programs; long enough that no text begins so. */
const FOREIGN: readonly RegExp[] = [
  String.raw`^\x89PNG|^GIF8[79]a|^\xFF\xD8\xFF|^II\*\0|^MM\0\*|^8BPS\0|^\0\0\x01\0|^RIFF[^]{4}(?:WAVE|WEBP|AVI )`,
  String.raw`^\0\0[\0-\x02][^]ftyp|^ID3[\x02-\x04]\0|^OggS\0|^fLaC\0|^\x1AE\xDF\xA3`,
  String.raw`^Rar!\x1A|^7z\xBC\xAF\x27\x1C|^\x1F\x8B|^BZh[1-9]1AY|^\xFD7zXZ\0|^\x28\xB5\x2F\xFD|^[^]{257}ustar`,
  String.raw`^SQLite format 3\0|^\x7FELF|^MZ\x90|^\xCA\xFE\xBA\xBE|^[\xCE\xCF]\xFA\xED\xFE|^\0asm|^%!PS|^wOF[F2]\0|^\xFFWPC`,
].map(pattern)

const ZIP = pattern(String.raw`^PK(?:\x03\x04|\x05\x06|\x07\x08)`)
const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'
const SAVED_MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}MIME-Version:\s*1/i
const HTML =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|p|div|h[1-6]|table|pre)[\s>]/i
const SRT = /^\s*\d+[ \t]*\r?\n[ \t]*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/

export function fileKind(head: Uint8Array): FileKind {
  const bytes = latin1(head)
  if (FOREIGN.some(magic => magic.test(bytes))) return 'foreign'
  if (ZIP.test(bytes)) return 'zip'
  if (bytes.startsWith(OLE)) return 'ole'
  if (bytes.slice(0, 1024).includes('%PDF-')) return 'pdf'
  const text = headText(bytes)
  if (/^\s*\{\\rtf/.test(text)) return 'rtf'
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'vtt'
  if (SRT.test(text)) return 'srt'
  if (SAVED_MAIL.test(text)) return 'foreign'
  return HTML.test(text) ? 'html' : 'unsure'
}

/** Does an OLE container of this head hold a stream of this name? Names stand there in UTF-16. */
export function holdsStream(head: Uint8Array, name: string): boolean {
  return latin1(head).includes([...name].map(letter => `${letter}\0`).join(''))
}

export const holds = (head: Uint8Array, ascii: string): boolean => latin1(head).includes(ascii)

/** Enough of a decoding to recognise mark-up: ASCII letters in any encoding that keeps them in order. */
function headText(bytes: string): string {
  if (bytes.startsWith('\xEF\xBB\xBF')) return bytes.slice(3)
  if (bytes.startsWith('\xFF\xFE') || bytes.startsWith('\xFE\xFF')) return bytes.slice(2).replaceAll('\0', '')
  return bytes.startsWith('<\0') || bytes.startsWith('\0<') ? bytes.replaceAll('\0', '') : bytes
}

// not TextDecoder('latin1'): that one is windows-1252 and changes 27 of the bytes
const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, 65_536)))
  }
  return text
}
