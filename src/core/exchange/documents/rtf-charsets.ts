import { unwrapDingbats } from './dingbats.ts'
import { decodeAs, encodingName } from './encoding-names.ts'

/** A font of the document: how its bytes are to be read. */
export interface Font {
  readonly name: string
  /** a code page; 'symbol' for fonts of signs; null: that of the document */
  readonly codePage: string | null
}

const CHARSETS: Readonly<Record<number, string>> = {
  2: 'symbol',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'ibm437',
  255: 'ibm850',
}

export const codePageOfCharset = (charset: number): string | null => CHARSETS[charset] ?? null

const CODE_PAGES: Readonly<Record<number, string>> = {
  42: 'symbol',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  20127: 'windows-1252',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8',
}

export function codePageOf(number: number): string | null {
  const known = CODE_PAGES[number]
  if (known) return known
  return encodingName(`windows-${number}`) ?? encodingName(`ibm${number}`) ?? encodingName(`cp${number}`)
}

export function decodeBytes(bytes: Uint8Array, font: Font | undefined, documents: string): string {
  if (font?.codePage === 'symbol') {
    const signs = [...bytes].map(byte =>
      byte < 0x20 ? String.fromCharCode(byte) : String.fromCharCode(0xf000 + byte),
    )
    return unwrapDingbats(signs.join(''), font.name)
  }
  return decodeAs(bytes, font?.codePage ?? documents)
}

/** Control words that are a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200D',
  zwnj: '\u200C',
  zwbo: '\u200B',
  zwnbo: '\u2060',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
}

/** Signs behind a backslash that are a character. */
export const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00A0',
  '-': '\u00AD',
  _: '\u2011',
}
