import type { StoredHead } from './picture.ts'

const TRAILER = 0x3b

export function gifHead(bytes: Uint8Array): StoredHead | null {
  if (bytes.length < 13) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    exif: null,
    isWhole: bytes.lastIndexOf(TRAILER) > 12,
  }
}
