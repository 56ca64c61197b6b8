import type { StoredHead } from './picture.ts'

/** The oldest header counts in 16 bits; in the others a negative height means from top to bottom. */
const OLDEST = 12

export function bmpHead(bytes: Uint8Array): StoredHead | null {
  if (bytes.length < 34) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pixels = view.getUint32(10, true)
  const isOldest = view.getUint32(14, true) === OLDEST
  const width = isOldest ? view.getUint16(18, true) : view.getInt32(18, true)
  const height = isOldest ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true))
  const bits = view.getUint16(isOldest ? 24 : 28, true)
  const isPacked = !isOldest && view.getUint32(30, true) !== 0
  const row = Math.ceil((width * bits) / 32) * 4
  return {
    width: Math.max(0, width),
    height,
    exif: null,
    isWhole: bytes.length >= pixels + (isPacked ? 1 : row * height),
  }
}
