import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/shared/errors.ts'
import {
  bmpFile,
  exifBlock,
  gifFile,
  jpegFile,
  PNG_SIGNATURE,
  pngChunk,
  pngFile,
  pngHeader,
  webpFile,
} from '../../../support/pictures.ts'
import { brokenLaw, readAs, refusalOf, warned } from '../../../support/read-documents.ts'

const headOnly = (width: number, height: number) =>
  Buffer.concat([PNG_SIGNATURE, pngHeader(width, height), pngChunk('IEND', Buffer.alloc(0))])

async function sentenceOf(name: string, bytes: Uint8Array): Promise<string> {
  const error = await readAs(name, bytes).then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Failure ? error.message : String(error)
}

describe('a picture as a document', () => {
  it('is one page in pixels, one character of text, and without words', async () => {
    const read = await readAs('stamp.png', pngFile(40, 20))
    expect(read).toMatchObject({ text: '\uFFFC', kind: 'image', mediaType: 'image/png', warnings: [] })
    expect(brokenLaw(read)).toBeNull()
    expect(read.structure.pages).toEqual([{ start: 0, end: 1, label: '' }])
    expect(read.printed).toMatchObject({
      text: 'none',
      pages: [{ index: 0, label: '', width: 40, height: 20, start: 0, end: 1 }],
    })
    expect(read.printed!.layouts).toHaveLength(1)
  })

  it('has the size it has when turned upright', async () => {
    for (const [name, bytes] of [
      ['a.jpg', jpegFile(6)],
      ['a.webp', webpFile(8)],
      ['a.png', pngFile(40, 20, undefined, [pngChunk('eXIf', exifBlock(5))])],
    ] as const)
      expect((await readAs(name, bytes)).printed!.pages[0], name).toMatchObject({ width: 20, height: 40 })
  })

  it('is taken in every format a window shows', async () => {
    expect((await readAs('a.gif', gifFile())).mediaType).toBe('image/gif')
    expect((await readAs('a.bmp', bmpFile(3, 2))).printed!.pages[0]).toMatchObject({ width: 3, height: 2 })
  })

  it('is what it holds, whatever it is called', async () => {
    const read = await readAs('a.jpg', pngFile(4, 4))
    expect([read.mediaType, ...warned(read)]).toEqual(['image/png', 'picture-misnamed'])
    expect(warned(await readAs('scan', jpegFile()))).toEqual([])
  })
})

describe('pictures that cannot be coded are refused in words', () => {
  it('that are too large to be drawn', async () => {
    expect(await refusalOf('a.png', headOnly(10_000, 10_000))).toBe('picture-too-large')
    expect(await refusalOf('a.png', headOnly(65_000, 3))).toBe('picture-too-large')
    expect(await refusalOf('a.png', headOnly(3, 4_000_000_000))).toBe('picture-too-large')
    expect(await sentenceOf('map.png', headOnly(10_000, 10_000))).toBe(
      'map.png is larger than Postil can show (10000 × 10000 pixels; fewer than 100 megapixels, and 32767 on a side, are the most). Nothing was imported. Save it smaller, or cut it into parts.',
    )
    expect(await refusalOf('a.png', headOnly(9_999, 9_999))).toBe('read')
  })

  it('that have no size', async () => {
    expect(await sentenceOf('a.png', headOnly(0, 20))).toContain('it says it is 0 × 20 pixels')
    expect(await refusalOf('a.bmp', bmpFile(0, 0))).toBe('file-damaged')
  })

  it('that break off, or are no pictures at all', async () => {
    expect(await sentenceOf('a.png', pngFile(40, 20).subarray(0, -20))).toContain('breaks off')
    expect(await sentenceOf('a.jpg', jpegFile().subarray(0, 300))).toContain('breaks off')
    expect(await sentenceOf('a.png', Buffer.from('hello'))).toContain('is called a picture')
    expect(await sentenceOf('a.tif', Buffer.from('II*\0....', 'latin1'))).toContain('Save it as PNG or JPEG')
  })

  it('that do not match their checksums', async () => {
    const bytes = Buffer.from(pngFile(40, 20))
    bytes[60] = bytes[60]! ^ 0xff
    expect(await sentenceOf('a.png', bytes)).toContain('its part IDAT does not match its checksum')
  })
})
