import type { StoredHead } from './picture.ts'

const START_OF_SCAN = 0xda
const END = 0xd9
const APP1 = 0xe1
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** Frames of all processes; among them are tables that are none. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** Markers that stand alone, without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** From marker to marker up to where the picture itself begins; then only its end is looked for. */
export function jpegHead(bytes: Uint8Array): StoredHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let exif: Uint8Array | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = view.getUint16(at + 2)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || segment.length < length - 2) return size && { ...size, exif, isWhole: false }
    if (isFrame(marker) && segment.length >= 5)
      size ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === APP1 && EXIF.every((byte, place) => segment[place] === byte))
      exif ??= segment.subarray(EXIF.length)
    at += 2 + length
    if (marker === START_OF_SCAN) return size && { ...size, exif, isWhole: hasEnd(bytes, at) }
  }
  return size && { ...size, exif, isWhole: false }
}

/** Something may follow the end: cameras put more pictures there. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.lastIndexOf(END); at > from; at = bytes.lastIndexOf(END, at - 1))
    if (bytes[at - 1] === 0xff) return true
  return false
}
