import { randomFillSync } from 'node:crypto'

// In ASCII order, so that ids sort by time as text, as their bytes do.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~'

const pool = Buffer.alloc(16 * 256)
let used = pool.length
let lastTime = 0
let sequence = 0

/**
 * A UUIDv7 (RFC 9562: 48 bits of milliseconds, 12 of sequence, 62 random) in 22
 * characters. Ids made in one process sort in the order in which they were made.
 */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  advance(now)
  bytes.writeUIntBE(lastTime, 0, 6)
  bytes[6] = 0x70 | (sequence >> 8)
  bytes[7] = sequence & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return encode(bytes)
}

function advance(now: number): void {
  if (now > lastTime) {
    lastTime = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastTime++
    sequence = 0
  }
}

/** 128 bits, six at a time from the front; the last character holds two. */
function encode(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET[(held >> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  return text + ALPHABET[(held << (6 - bits)) & 63]
}
