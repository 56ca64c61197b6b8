import iconv from 'iconv-lite'

/**
 * Names of encodings as the Encoding Standard has them, where it has them: what calls itself
 * ISO-8859-1 is read as its superset Windows-1252, what calls itself GB2312 as GB18030.
 */
const SUPERSETS: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  ms932: 'shift_jis',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  cp949: 'euc-kr',
  'iso-8859-8-i': 'iso-8859-8',
  'x-mac-roman': 'macintosh',
  macroman: 'macintosh',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  'utf-32': 'utf-32le',
  cp850: 'ibm850',
  cp437: 'ibm437',
  cp866: 'ibm866',
}

/** Read by the platform, which is strict about broken sequences. The rest is iconv-lite's. */
const BY_PLATFORM: ReadonlySet<string> = new Set([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'big5',
  'gb18030',
])

/** All that can be chosen in a dialog, the common ones first. */
export const KNOWN_ENCODINGS: readonly string[] = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm437',
  'ibm850',
  'ibm852',
  'ibm866',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'big5',
  'gb18030',
  'utf-32le',
  'utf-32be',
]

/** The one name we use for an encoding, or null if it cannot be read here. */
export function encodingName(label: string): string | null {
  const asked = label.trim().toLowerCase()
  const name = SUPERSETS[asked] ?? SUPERSETS[asked.replaceAll('_', '-')] ?? asked
  return BY_PLATFORM.has(name) || iconv.encodingExists(name) ? name : null
}

/** Broken sequences become U+FFFD. A byte order mark is taken off. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (BY_PLATFORM.has(encoding)) return new TextDecoder(encoding).decode(bytes)
  return iconv.decode(bytes, encoding)
}
