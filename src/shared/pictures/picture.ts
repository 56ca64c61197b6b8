import { bmpHead } from './bmp.ts'
import { exifOrientation, setUpright } from './exif.ts'
import { gifHead } from './gif.ts'
import { jpegHead } from './jpeg.ts'
import { pngHead } from './png.ts'
import { webpHead } from './webp.ts'

export type PictureType = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp'

/** As EXIF counts them: 1 is upright, 3, 6 and 8 are turned, the others mirrored too. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** What the first bytes of a picture say of it, and whether its last ones are there. */
export interface StoredHead {
  /** as it is stored, before it is turned upright */
  readonly width: number
  readonly height: number
  /** where it says how it is to be turned, a part of its bytes */
  readonly exif: Uint8Array | null
  readonly isWhole: boolean
}

export interface PictureHead extends StoredHead {
  readonly type: PictureType
  readonly orientation: Orientation
  /** as it is shown */
  readonly shown: { readonly width: number; readonly height: number }
}

const HEADS: Readonly<Record<PictureType, (bytes: Uint8Array) => StoredHead | null>> = {
  png: pngHead,
  jpeg: jpegHead,
  webp: webpHead,
  gif: gifHead,
  bmp: bmpHead,
}

export const MEDIA_TYPES: Readonly<Record<PictureType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
}

const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  [...signature].every((sign, place) => bytes[at + place] === sign.charCodeAt(0))

/** Sizes that the second header of a BMP has had; "BM" alone could begin a text. */
const BMP_HEADERS = [12, 40, 52, 56, 64, 108, 124]

export function pictureType(head: Uint8Array): PictureType | null {
  if (startsWith(head, '\x89PNG\r\n\x1A\n')) return 'png'
  if (startsWith(head, '\xFF\xD8\xFF')) return 'jpeg'
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'webp'
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'gif'
  const isBmp = startsWith(head, 'BM') && startsWith(head, '\0\0\0\0', 6) && startsWith(head, '\0\0\0', 15)
  return isBmp && BMP_HEADERS.includes(head[14] ?? 0) ? 'bmp' : null
}

/** Pictures that are known as such and not shown, by what they are called. */
export function foreignPicture(head: Uint8Array): string | null {
  if (startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')) return 'TIFF'
  if (startsWith(head, 'II+\0') || startsWith(head, 'MM\0+')) return 'TIFF'
  if (startsWith(head, '8BPS\0')) return 'Photoshop'
  if (startsWith(head, '\0\0\x01\0')) return 'icon (ICO)'
  if (startsWith(head, '\xFF\x0A') || startsWith(head, '\0\0\0\x0CJXL ')) return 'JPEG XL'
  if (startsWith(head, '\0\0\0\x0CjP  ')) return 'JPEG 2000'
  if (!startsWith(head, 'ftyp', 4)) return null
  if (startsWith(head, 'avi', 8)) return 'AVIF'
  return ['heic', 'heix', 'hevc', 'mif1', 'msf1'].some(brand => startsWith(head, brand, 8)) ? 'HEIC' : null
}

/** null: it begins as a picture of this type and does not go on as one. */
export function readPicture(bytes: Uint8Array, type: PictureType): PictureHead | null {
  const head = HEADS[type](bytes)
  if (!head) return null
  const { width, height } = head
  const orientation = exifOrientation(head.exif)
  const shown = orientation < 5 ? { width, height } : { width: height, height: width }
  return { type, ...head, orientation, shown }
}

/** The same file without a word about how it is to be turned. */
export function untold(bytes: Uint8Array, type: PictureType): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  const exif = HEADS[type](copy)?.exif
  if (exif) setUpright(exif)
  return copy
}
