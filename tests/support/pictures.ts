import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

/** A colour for each pixel: red, green, blue. */
type Paint = (x: number, y: number) => readonly [number, number, number]

const QUARTERS: Paint = (x, y) => [x < 8 ? 20 : 230, y < 8 ? 40 : 200, 90]

export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return pngChunk('IHDR', header)
}

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')

/** A PNG in true colour, with further chunks before its pixels. */
export function pngFile(
  width: number,
  height: number,
  paint = QUARTERS,
  more: readonly Buffer[] = [],
): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(paint(x, y), y * (width * 3 + 1) + 1 + x * 3)
  const pixels = pngChunk('IDAT', deflateSync(rows))
  return Buffer.concat([
    PNG_SIGNATURE,
    pngHeader(width, height),
    ...more,
    pixels,
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** An EXIF block that says nothing but how the picture is to be turned. */
export function exifBlock(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const block = Buffer.alloc(26)
  const little = order === 'II'
  const two = (value: number, at: number) =>
    little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at)
  const four = (value: number, at: number) =>
    little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at)
  block.write(order, 0, 'latin1')
  two(42, 2)
  four(8, 4)
  two(1, 8)
  two(0x0112, 10)
  two(3, 12)
  four(1, 14)
  two(orientation, 18)
  return block
}

/** 40 × 20 pixels, the left half blue and the right half red, as a browser writes them. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAUACgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQFBv/EABcQAQADAAAAAAAAAAAAAAAAAAAEQoH/xAAXAQEBAQEAAAAAAAAAAAAAAAAGBAUH/8QAGhEAAQUBAAAAAAAAAAAAAAAAAAECBTSBsf/aAAwDAQACEQMRAD8A5cAwJyqHfFKaHfFIfJ2n5xBVH1m71QAzy4zAHQAOVQ74pAPk7T84gqj6zd6oAZ5cf//Z'
const WEBP_PICTURE =
  'VlA4IGIAAABQBACdASooABQAPu1iqk2ppaQiMAgBMB2JQBYjVAoAH2AV//uAAGAgm/YAAP7vvVf/OJf2B/QLuzxWBScE94tOf0fqbh42aVk0IgdVc1z/Pu/6Ikf5934QvQmb3nhLDVooAA=='

export function jpegFile(orientation?: number): Buffer {
  const plain = Buffer.from(JPEG, 'base64')
  if (orientation === undefined) return plain
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(orientation)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

export function webpFile(orientation?: number): Buffer {
  const parts: Uint8Array[] = [Buffer.from('WEBP', 'latin1')]
  if (orientation !== undefined) parts.push(riffChunk('VP8X', Buffer.from([8, 0, 0, 0, 39, 0, 0, 19, 0, 0])))
  parts.push(Buffer.from(WEBP_PICTURE, 'base64'))
  if (orientation !== undefined) parts.push(riffChunk('EXIF', exifBlock(orientation, 'II')))
  return riffChunk('RIFF', Buffer.concat(parts))
}

function riffChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data])
}

/** One blue pixel a place, without compression. */
export function bmpFile(width: number, height: number): Buffer {
  const row = Math.ceil((width * 24) / 32) * 4
  const file = Buffer.alloc(54 + row * height)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  return file
}

/** The smallest GIF there is: one pixel. */
export const gifFile = (): Buffer =>
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
