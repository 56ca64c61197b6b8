/**
 * The grammar of RTF is small: groups in braces, control words with a number, single bytes in
 * hexadecimal, and text. Text is bytes: which characters they are depends on the font.
 */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly sign: string }
  | { readonly kind: 'hex'; readonly byte: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const OPENING: Token = { kind: 'open' }
const CLOSING: Token = { kind: 'close' }

export function* tokens(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]
    if (byte === OPEN) {
      yield OPENING
      at++
    } else if (byte === CLOSE) {
      yield CLOSING
      at++
    } else if (byte === BACKSLASH) {
      const { token, next } = control(bytes, at + 1)
      if (token) yield token
      at = next
    } else if (byte === 0x0a || byte === 0x0d || byte === 0) at++
    else {
      const end = endOfText(bytes, at)
      yield { kind: 'text', start: at, end }
      at = end
    }
  }
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === 0x0a || byte === 0x0d || byte === 0)
      break
  }
  return at
}

function control(bytes: Uint8Array, from: number): { token: Token | null; next: number } {
  const first = bytes[from]
  if (first === undefined) return { token: null, next: from }
  if (isLetter(first)) return controlWord(bytes, from)
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[from + 1] ?? 0, bytes[from + 2] ?? 0), 16)
    return Number.isNaN(byte)
      ? { token: null, next: from + 1 }
      : { token: { kind: 'hex', byte }, next: from + 3 }
  }
  // a backslash before a line end is a paragraph's end
  const sign = first === 0x0d && bytes[from + 1] === 0x0a ? '\n' : String.fromCharCode(first)
  const length = first === 0x0d && bytes[from + 1] === 0x0a ? 2 : 1
  return { token: { kind: 'symbol', sign: sign === '\r' ? '\n' : sign }, next: from + length }
}

const LONGEST_WORD = 32
const LONGEST_NUMBER = 11

function controlWord(bytes: Uint8Array, from: number): { token: Token; next: number } {
  let at = from
  while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at] ?? 0)) at++
  const name = String.fromCharCode(...bytes.subarray(from, at))
  const digits = at
  if (bytes[at] === 0x2d) at++
  while (at < bytes.length && at - digits < LONGEST_NUMBER && isDigit(bytes[at] ?? 0)) at++
  const number = Number(String.fromCharCode(...bytes.subarray(digits, at)))
  const value = at === digits || Number.isNaN(number) ? null : number
  if (bytes[at] === 0x20) at++
  // raw bytes, of a picture as a rule: they may hold braces
  if (name === 'bin' && value !== null && value > 0) at = Math.min(at + value, bytes.length)
  return { token: { kind: 'word', name, value }, next: at }
}

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
