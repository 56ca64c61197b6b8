import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exifOrientation } from '../../../src/shared/pictures/exif.ts'
import { foreignPicture, pictureType, readPicture, untold } from '../../../src/shared/pictures/picture.ts'
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
} from '../../support/pictures.ts'

const headOf = (bytes: Uint8Array) => readPicture(bytes, pictureType(bytes)!)

const FILES = {
  png: pngFile(40, 20),
  jpeg: jpegFile(),
  webp: webpFile(),
  'webp with more': webpFile(1),
  bmp: bmpFile(40, 20),
}

describe('the head of a picture', () => {
  it.each(Object.entries(FILES))('tells the size of a %s', (_, bytes) => {
    expect(headOf(bytes)).toMatchObject({ width: 40, height: 20, orientation: 1, isWhole: true })
  })

  it('tells the size of a GIF', () => {
    expect(headOf(gifFile())).toMatchObject({ type: 'gif', width: 1, height: 1, isWhole: true })
  })

  it('turns the size as EXIF says, in every format that has it', () => {
    for (const turn of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const shown = turn < 5 ? { width: 40, height: 20 } : { width: 20, height: 40 }
      const png = pngFile(40, 20, undefined, [pngChunk('eXIf', exifBlock(turn))])
      for (const bytes of [png, jpegFile(turn), webpFile(turn)])
        expect(headOf(bytes)).toMatchObject({ orientation: turn, shown, isWhole: true })
    }
  })

  it('can be made to say nothing of a turn, and is the same picture otherwise', () => {
    const png = pngFile(40, 20, undefined, [pngChunk('eXIf', exifBlock(6))])
    for (const bytes of [png, jpegFile(6), webpFile(6)]) {
      const type = pictureType(bytes)!
      const copy = untold(bytes, type)
      expect(readPicture(copy, type)).toMatchObject({ width: 40, height: 20, orientation: 1 })
      expect([...copy].filter((byte, at) => byte !== bytes[at])).toEqual([1])
      expect(headOf(bytes)!.orientation).toBe(6)
    }
  })

  it('counts beyond 16 bits in a PNG', () => {
    const bytes = Buffer.concat([PNG_SIGNATURE, pngHeader(70_000, 3), pngChunk('IEND', Buffer.alloc(0))])
    expect(headOf(bytes)).toMatchObject({ width: 70_000, height: 3 })
  })

  it('knows a picture that breaks off, wherever it does, and never reads beyond its end', () => {
    for (const bytes of Object.values(FILES)) {
      const type = pictureType(bytes)!
      for (let length = 16; length < bytes.length - 1; length++)
        expect(readPicture(bytes.subarray(0, length), type)?.isWhole ?? false, `${type} ${length}`).toBe(
          false,
        )
    }
  })

  it('says what of random bytes it can, and throws at none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FILES), jpegFile(6), webpFile(6)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
        fc.nat(800),
        (file, changes, length) => {
          const bytes = Uint8Array.from(file.subarray(0, length))
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          for (const type of ['png', 'jpeg', 'webp', 'gif', 'bmp'] as const) {
            const head = readPicture(bytes, type)
            if (head) expect(head.width >= 0 && head.height >= 0).toBe(true)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('EXIF', () => {
  it('is read in both byte orders', () => {
    expect(exifOrientation(exifBlock(8, 'II'))).toBe(8)
    expect(exifOrientation(exifBlock(3, 'MM'))).toBe(3)
  })

  it('means upright where it makes no sense', () => {
    expect(exifOrientation(exifBlock(9))).toBe(1)
    expect(exifOrientation(exifBlock(0))).toBe(1)
    const random = fc.uint8Array({ maxLength: 60 }).map(bytes => Uint8Array.of(0x4d, 0x4d, 0, 42, ...bytes))
    fc.assert(
      fc.property(random, bytes => {
        const turn = exifOrientation(bytes)
        expect(turn >= 1 && turn <= 8).toBe(true)
      }),
    )
  })
})

describe('kinds of pictures', () => {
  it('that are not shown are named', () => {
    expect(foreignPicture(Buffer.from('II*\0', 'latin1'))).toBe('TIFF')
    expect(foreignPicture(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toBe('HEIC')
    expect(foreignPicture(Buffer.from('\0\0\0\x18ftypmp42', 'latin1'))).toBeNull()
    expect(foreignPicture(pngFile(2, 2))).toBeNull()
  })
})
