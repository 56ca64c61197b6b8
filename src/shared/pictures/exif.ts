import type { Orientation } from './picture.ts'

const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY = 12

/** How a picture is to be turned, by its EXIF block; upright where the block does not say it, or makes no sense. */
export function exifOrientation(block: Uint8Array | null): Orientation {
  const place = block && placeOfOrientation(block)
  if (!place) return 1
  const value = place.view.getUint16(place.at, place.isLittle)
  return value >= 1 && value <= 8 ? (value as Orientation) : 1
}

/** Says upright in the block, whatever it said before. */
export function setUpright(block: Uint8Array): void {
  const place = placeOfOrientation(block)
  place?.view.setUint16(place.at, 1, place.isLittle)
}

function placeOfOrientation(block: Uint8Array) {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  if (block.length < 8) return null
  const order = view.getUint16(0)
  const isLittle = order === 0x4949
  if (!isLittle && order !== 0x4d4d) return null
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > block.length) return null
  const count = view.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry < directory + 2 + count * ENTRY; entry += ENTRY) {
    if (entry + ENTRY > block.length) return null
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue
    return view.getUint16(entry + 2, isLittle) === SHORT ? { view, at: entry + 8, isLittle } : null
  }
  return null
}
