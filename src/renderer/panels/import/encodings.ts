/** Encodings to choose from, in the researcher's words; the names are those of the core's decoders. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
  'windows-1252': 'Western European (Windows)',
  'iso-8859-15': 'Western European (ISO)',
  macintosh: 'Western European (old Mac)',
  ibm850: 'Western European (DOS)',
  'windows-1250': 'Central European (Windows)',
  'iso-8859-2': 'Central European (ISO)',
  'windows-1251': 'Cyrillic (Windows)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'koi8-u': 'Cyrillic, Ukrainian (KOI8-U)',
  'iso-8859-5': 'Cyrillic (ISO)',
  'windows-1253': 'Greek (Windows)',
  'windows-1254': 'Turkish (Windows)',
  'windows-1255': 'Hebrew (Windows)',
  'windows-1256': 'Arabic (Windows)',
  'windows-1257': 'Baltic (Windows)',
  'windows-1258': 'Vietnamese (Windows)',
  'windows-874': 'Thai',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC)',
  'iso-2022-jp': 'Japanese (ISO 2022)',
  'euc-kr': 'Korean',
  big5: 'Chinese, traditional (Big5)',
  gb18030: 'Chinese, simplified (GB18030)',
}

export const encodingLabel = (encoding: string): string => NAMES[encoding] ?? encoding

/** First what the file may be, then all the others. */
export function encodingChoices(likely: readonly string[]): { likely: string[]; others: string[] } {
  const first = [...new Set(likely)]
  return { likely: first, others: Object.keys(NAMES).filter(name => !first.includes(name)) }
}
