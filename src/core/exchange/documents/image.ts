import { crc32 } from 'node:zlib'
import { fail } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import {
  foreignPicture,
  MEDIA_TYPES,
  type PictureHead,
  pictureType,
  readPicture,
} from '../../../shared/pictures/picture.ts'
import { pngChunks } from '../../../shared/pictures/png.ts'
import { TextBuilder } from './builder.ts'
import { finishDocument } from './finish.ts'
import { packLayout } from './page-layout-codec.ts'
import type { DocumentReader, ReadDocument } from './reader.ts'

/** What a window can still draw: beyond these, drawing fails or takes all memory there is. */
const MOST_PIXELS = 100_000_000
const MOST_SIDE = 32_767

/** A picture has no text: one character stands for it, which areas of it are tied to. */
const PICTURE = '\uFFFC'

export const readImage: DocumentReader['read'] = async (bytes, name) => {
  const type = pictureType(bytes)
  if (!type) throw notAPicture(bytes, name)
  const head = readPicture(bytes, type)
  if (!head) throw damaged(name, `it does not go on as a ${type.toUpperCase()} after its beginning`)
  refuseUnusable(head, bytes, name)
  return pictureDocument(head, name)
}

function notAPicture(bytes: Uint8Array, name: string) {
  const kind = foreignPicture(bytes)
  if (kind) return fail('picture-unsupported', { name, kind })
  return damaged(name, 'it is called a picture, but does not begin as one')
}

const damaged = (name: string, reason: string) => fail('file-damaged', { name, reason })

function refuseUnusable({ type, shown, isWhole }: PictureHead, bytes: Uint8Array, name: string): void {
  const { width, height } = shown
  if (width === 0 || height === 0) throw damaged(name, `it says it is ${width} × ${height} pixels`)
  if (width > MOST_SIDE || height > MOST_SIDE || width * height >= MOST_PIXELS)
    throw fail('picture-too-large', {
      name,
      size: `${width} × ${height} pixels`,
      megapixels: MOST_PIXELS / 1_000_000,
      side: MOST_SIDE,
    })
  if (!isWhole) throw damaged(name, 'it breaks off before its end')
  if (type !== 'png') return
  for (const { name: chunk, summed, sum } of pngChunks(bytes))
    if (isCritical(chunk) && crc32(summed) !== sum)
      throw damaged(name, `its part ${chunk} does not match its checksum`)
}

/** Without these a PNG cannot be drawn; others may be as they will. */
const isCritical = (chunk: string) => /^[A-Z]/.test(chunk)

function pictureDocument(head: PictureHead, name: string): ReadDocument {
  const builder = new TextBuilder()
  builder.begin({ kind: 'paragraph' })
  builder.add(PICTURE)
  builder.end()
  // a picture is no page and nothing is printed on it: its one page has no name
  builder.addPage({ start: 0, end: PICTURE.length, label: '' })
  const { width, height } = head.shown
  const document = finishDocument(builder, {
    kind: 'image',
    mediaType: MEDIA_TYPES[head.type],
    warnings: warningsOf(head, name),
  })
  return {
    ...document,
    printed: {
      text: 'none',
      pages: [{ index: 0, label: '', width, height, start: 0, end: PICTURE.length }],
      layouts: [packLayout({ index: 0, runs: [], furniture: [] })],
    },
  }
}

const ENDINGS: Readonly<Record<PictureHead['type'], RegExp>> = {
  png: /\.a?png$/i,
  jpeg: /\.(?:jpe?g|jpe|jfif)$/i,
  webp: /\.webp$/i,
  gif: /\.gif$/i,
  bmp: /\.(?:bmp|dib)$/i,
}

function warningsOf({ type }: PictureHead, name: string): Warning[] {
  if (ENDINGS[type].test(name) || !/\.[^.]+$/.test(name)) return []
  const ending = /[^.]+$/.exec(name)![0]
  return [
    {
      code: 'picture-misnamed',
      severity: 'notice',
      message: `This file is called “.${ending}”, but it is a ${type.toUpperCase()} picture and was read as one.`,
    },
  ]
}
