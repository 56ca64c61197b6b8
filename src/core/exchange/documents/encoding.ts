import { fail } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { type Guess, guessLegacy, looksLikeEbcdic } from './encoding-guess.ts'
import { decodeAs, encodingName } from './encoding-names.ts'
import { plausibility } from './encoding-plausibility.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** what the file may be instead, for a dialog; `encoding` is the first of them */
  readonly encodings: readonly string[]
  readonly warnings: readonly Warning[]
}

interface Wishes {
  /** the researcher's choice: always wins */
  readonly encoding?: string
  /** what the file says of itself (HTML's meta): believed if the bytes bear it out */
  readonly declared?: string
}

/** Below this, hardly a letter stands where it could: no encoding we know is the right one. */
const HOPELESS = 0.6
const RIVALS = 6

/** Bytes of a text file to its text. Refuses what is no text, and what no encoding makes readable. */
export function decodeText(bytes: Uint8Array, name: string, wishes: Wishes = {}): Decoded {
  if (wishes.encoding !== undefined) return asChosen(bytes, name, wishes.encoding)
  const marked = byMark(bytes)
  if (marked) return decoded(bytes, marked, ['utf-8', 'windows-1252'])
  const wide = byZeros(bytes)
  if (wide) return decoded(bytes, wide, ['utf-16le', 'utf-16be'])
  if (looksLikeEbcdic(bytes)) {
    throw fail('file-encoding', { name, tried: 'Unicode and the usual code pages; it looks like EBCDIC' })
  }
  if (isBinary(bytes)) throw fail('file-unknown', { name })
  const declared = wishes.declared === undefined ? null : encodingName(wishes.declared)
  const unicode = asUtf8(bytes)
  if (unicode === 'ascii') return decoded(bytes, asciiEscapes(bytes) ?? 'utf-8', ['windows-1252'])
  if (unicode === 'clean') return withLie(decoded(bytes, 'utf-8', ['windows-1252']), declared)
  const guesses = guessLegacy(bytes)
  const rivals = guesses.map(guess => guess.encoding)
  if (declared && declared !== 'utf-8' && bearsOut(bytes, declared, guesses))
    return decoded(bytes, declared, rivals)
  if (unicode === 'damaged') return withLie(decoded(bytes, 'utf-8', rivals), declared)
  return withLie(decoded(bytes, bestOf(bytes, name, guesses), rivals), declared)
}

function asChosen(bytes: Uint8Array, name: string, choice: string): Decoded {
  const encoding = encodingName(choice)
  if (!encoding) throw fail('file-encoding', { name, tried: choice })
  const others = looksLikeEbcdic(bytes) ? [] : guessLegacy(bytes).map(guess => guess.encoding)
  return decoded(bytes, encoding, ['utf-8', ...others])
}

function decoded(bytes: Uint8Array, encoding: string, rivals: readonly string[]): Decoded {
  const text = decodeAs(bytes, encoding)
  return {
    text,
    encoding,
    encodings: [...new Set([encoding, ...rivals])].slice(0, RIVALS),
    warnings: undecodable(text, bytes, encoding),
  }
}

function undecodable(text: string, bytes: Uint8Array, encoding: string): Warning[] {
  const marks = text.match(/\uFFFD/g)?.length ?? 0
  // some files hold the replacement character itself: someone lost a letter before us
  const own = encoding === 'utf-8' && marks > 0 ? countOwnMarks(bytes) : 0
  const lost = marks - own
  if (lost <= 0) return []
  const message = `${lost} ${lost === 1 ? 'place' : 'places'} of the file could not be read as ${encoding} and became “\uFFFD”. Another encoding may read it better.`
  return [{ code: 'bytes-undecodable', severity: 'loss', message }]
}

function countOwnMarks(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++
  }
  return count
}

/** The file says one thing of itself and its bytes another. */
function withLie(result: Decoded, declared: string | null): Decoded {
  if (!declared || declared === result.encoding) return result
  const message = `The file calls its encoding ${declared}, but it is ${result.encoding}, and was read so.`
  return {
    ...result,
    encodings: [...new Set([...result.encodings, declared])],
    warnings: [...result.warnings, { code: 'encoding-misdeclared', severity: 'notice', message }],
  }
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** By a byte order mark. A few stray bytes of the same value do not make a text UTF-16. */
function byMark(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null
  if (marked?.startsWith('utf-16') && plausibility(decodeAs(bytes.subarray(0, 65_536), marked)) < HOPELESS)
    return null
  return marked
}

/** UTF-16 and UTF-32 without a mark: their zero bytes stand in regular places. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 65_536)
  const zeros = [0, 0, 0, 0]
  let spaces = 0
  for (const [at, byte] of sample.entries()) {
    if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1
    else if (byte === 0x20) spaces++
  }
  const [a = 0, b = 0, c = 0, d = 0] = zeros
  const all = a + b + c + d
  if (all < 2) return null
  const candidates = []
  const quarter = (sample.length / 4) * 0.95
  if (c > quarter && d > quarter) candidates.push('utf-32le')
  else if (a > quarter && b > quarter) candidates.push('utf-32be')
  else if (all * 10 >= sample.length) candidates.push(b + d > a + c ? 'utf-16le' : 'utf-16be')
  // Chinese in UTF-16 has few zeros, and not all in one place; ASCII with stray zeros has its spaces
  else if (spaces * 25 < sample.length) candidates.push('utf-16le', 'utf-16be')
  const looks = candidates.map(encoding => ({ encoding, share: wideShare(sample, encoding) }))
  const best = looks.toSorted((x, y) => y.share - x.share)[0]
  return best && best.share > 0.95 ? best.encoding : null
}

function wideShare(sample: Uint8Array, encoding: string): number {
  const text = decodeAs(sample.subarray(0, sample.length - (sample.length % 4)), encoding)
  return text.includes('\0') ? 0 : plausibility(text)
}

/** Control bytes other than tab, line feed, carriage return, form feed and escape. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample)
    if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) controls++
  return controls > Math.max(8, sample.length * 0.02)
}

/** damaged: surely meant as UTF-8, with a few broken bytes */
function asUtf8(bytes: Uint8Array): 'ascii' | 'clean' | 'damaged' | null {
  if (!bytes.some(byte => byte > 0x7f)) return 'ascii'
  const text = decodeAs(bytes, 'utf-8')
  const broken = (text.match(/\uFFFD/g)?.length ?? 0) - countOwnMarks(bytes)
  if (broken <= 0) return 'clean'
  const whole = text.match(/[^\x00-\x7F\uFFFD]/gu)?.length ?? 0
  return whole >= broken * 4 ? 'damaged' : null
}

/** Japanese mail of old is ASCII with escape sequences. */
function asciiEscapes(bytes: Uint8Array): string | null {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return 'iso-2022-jp'
  }
  return null
}

function bearsOut(bytes: Uint8Array, declared: string, guesses: readonly Guess[]): boolean {
  const looks = plausibility(decodeAs(bytes.subarray(0, 262_144), declared))
  const best = Math.max(...guesses.map(guess => guess.plausibility))
  return looks > HOPELESS && looks > best - 0.1
}

/** The first guess under which the whole file decodes; where none does, the one that loses least. */
function bestOf(bytes: Uint8Array, name: string, guesses: readonly Guess[]): string {
  const hopeful = guesses.filter(guess => guess.plausibility >= HOPELESS)
  if (hopeful.length === 0) {
    throw fail('file-encoding', {
      name,
      tried: guesses
        .slice(0, 4)
        .map(guess => guess.encoding)
        .join(', '),
    })
  }
  let best = { encoding: '', lost: Number.POSITIVE_INFINITY }
  for (const { encoding } of hopeful.slice(0, 4)) {
    const lost = decodeAs(bytes, encoding).match(/\uFFFD/g)?.length ?? 0
    if (lost === 0) return encoding
    if (lost < best.lost / 4) best = { encoding, lost }
  }
  return best.encoding
}
