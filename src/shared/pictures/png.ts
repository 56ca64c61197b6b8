import type { StoredHead } from './picture.ts'

export interface PngChunk {
  readonly name: string
  readonly data: Uint8Array
  /** name and data: what the sum is of */
  readonly summed: Uint8Array
  readonly sum: number
}

/** The chunks of a PNG in their order, as far as they are all there. */
export function* pngChunks(bytes: Uint8Array): Iterable<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return
    const summed = bytes.subarray(at + 4, end - 4)
    const name = String.fromCharCode(...summed.subarray(0, 4))
    yield { name, data: summed.subarray(4), summed, sum: view.getUint32(end - 4) }
    at = end
  }
}

export function pngHead(bytes: Uint8Array): StoredHead | null {
  let size: { width: number; height: number } | null = null
  let exif: Uint8Array | null = null
  let isWhole = false
  for (const { name, data } of pngChunks(bytes)) {
    if (!size) {
      if (name !== 'IHDR' || data.length !== 13) return null
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
      size = { width: view.getUint32(0), height: view.getUint32(4) }
    }
    if (name === 'eXIf') exif = data
    isWhole = name === 'IEND'
    if (isWhole) break
  }
  return size && { ...size, exif, isWhole }
}
