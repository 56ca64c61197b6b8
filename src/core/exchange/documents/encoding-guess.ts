import { analyse } from 'chardet'
import { decodeAs, encodingName } from './encoding-names.ts'
import { plausibility } from './encoding-plausibility.ts'

export interface Guess {
  readonly encoding: string
  readonly plausibility: number
  readonly score: number
}

/** Considered whatever the statistics say: chardet does not know the encodings of DOS and of old Macs. */
const ALWAYS = ['windows-1252', 'macintosh', 'ibm850', 'ibm852', 'ibm866', 'iso-8859-15'] as const

/** Between equals the more common encoding is right more often. */
const PRIOR: Readonly<Record<string, number>> = {
  'windows-1252': 6,
  'iso-8859-2': -1,
  'iso-8859-15': 4,
  macintosh: -3,
  ibm850: -6,
  ibm852: -10,
  ibm866: -10,
}

const SAMPLE = 49_152

/** What encodings without a signature these bytes may be in, best first. */
export function guessLegacy(bytes: Uint8Array): Guess[] {
  const sample = tellingSample(bytes)
  const confidence = new Map<string, number>(ALWAYS.map(name => [name, 0]))
  for (const match of analyse(sample)) {
    const name = encodingName(match.name)
    if (name && !name.startsWith('utf'))
      confidence.set(name, Math.max(match.confidence, confidence.get(name) ?? 0))
    const windows = WINDOWS_TWIN[match.name]
    if (windows) confidence.set(windows, Math.max(match.confidence - 0.1, confidence.get(windows) ?? 0))
  }
  return [...confidence]
    .map(([encoding, certain]) => {
      const looks = plausibility(decodeAs(sample, encoding))
      return { encoding, plausibility: looks, score: looks * 200 + certain * 0.4 + (PRIOR[encoding] ?? 0) }
    })
    .sort((a, b) => b.score - a.score)
}

/** The Windows code page that differs from an ISO one in a few letters; chardet names only one of the two. */
const WINDOWS_TWIN: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'iso-8859-15',
  'windows-1252': 'iso-8859-15',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'KOI8-R': 'koi8-u',
  'windows-1250': 'iso-8859-2',
  'windows-1253': 'iso-8859-7',
  'windows-1251': 'iso-8859-5',
}

/** The lines that hold more than ASCII: the others say nothing about the encoding. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE))
  let length = 0
  for (let at = 0; at < bytes.length && length < sample.length; ) {
    const feed = bytes.indexOf(0x0a, at)
    const end = feed < 0 ? bytes.length : feed + 1
    const line = bytes.subarray(at, end)
    if (line.some(byte => byte > 0x7f)) {
      const part = line.subarray(0, sample.length - length)
      sample.set(part, length)
      length += part.length
    }
    at = end
  }
  return sample.subarray(0, length)
}

/**
 * EBCDIC has its space at 0x40, its letters above 0x80 and hardly anything where ASCII has
 * letters. It cannot be read here, but it must not come in as Chinese either.
 */
export function looksLikeEbcdic(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  let spaces = 0
  let letters = 0
  let asciiLetters = 0
  for (const byte of sample) {
    if (byte === 0x40) spaces++
    else if (isEbcdicLetter(byte)) letters++
    else if ((byte >= 0x61 && byte <= 0x7a) || byte === 0x20) asciiLetters++
  }
  return spaces * 20 > sample.length && letters * 2 > sample.length - spaces && asciiLetters * 10 < letters
}

function isEbcdicLetter(byte: number): boolean {
  const low = byte & 0x0f
  if (byte < 0x81 || byte > 0xf9 || low > 9) return false
  const row = byte >> 4
  return row === 0x8 || row === 0x9 || row === 0xa || row === 0xc || row === 0xd || row === 0xe || row === 0xf
}
