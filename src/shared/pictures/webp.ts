import type { StoredHead } from './picture.ts'

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
}

function* chunksOf(bytes: Uint8Array, end: number): Iterable<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true)
    yield {
      name: String.fromCharCode(...bytes.subarray(at, at + 4)),
      data: bytes.subarray(at + 8, Math.min(end, at + 8 + length)),
    }
    at += 8 + length + (length % 2)
  }
}

export function webpHead(bytes: Uint8Array): StoredHead | null {
  if (bytes.length < 20) return null
  const stated = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  const end = Math.min(bytes.length, stated)
  let size: { width: number; height: number } | null = null
  let exif: Uint8Array | null = null
  for (const chunk of chunksOf(bytes, end)) {
    size ??= sizeIn(chunk)
    if (chunk.name === 'EXIF') exif = withoutLead(chunk.data)
  }
  return size && { ...size, exif, isWhole: bytes.length >= stated }
}

/** Some programs write the lead that the block has in a JPEG. */
const withoutLead = (data: Uint8Array) =>
  data[0] === 0x45 && data[1] === 0x78 && data[2] === 0x69 && data[3] === 0x66 ? data.subarray(6) : data

function sizeIn({ name, data }: Chunk): { width: number; height: number } | null {
  if (data.length < 10) return null
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (name === 'VP8X') {
    const threeBytes = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
    return { width: 1 + threeBytes(4), height: 1 + threeBytes(7) }
  }
  if (name === 'VP8 ')
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  if (name !== 'VP8L' || data[0] !== 0x2f) return null
  const bits = view.getUint32(1, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
