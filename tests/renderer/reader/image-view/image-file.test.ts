import { describe, expect, it } from 'vitest'
import { uprightMatrix } from '../../../../src/renderer/reader/image-view/image-file.ts'
import { isPicture } from '../../../../src/renderer/reader/image-view/is-picture.ts'
import type { Orientation } from '../../../../src/shared/pictures/picture.ts'

/** Where the stored corner at the upper left, and the one at the upper right, come to lie; as EXIF defines it. */
const CORNERS: Readonly<Record<Orientation, readonly [number[], number[]]>> = {
  1: [
    [0, 0],
    [40, 0],
  ],
  2: [
    [40, 0],
    [0, 0],
  ],
  3: [
    [40, 20],
    [0, 20],
  ],
  4: [
    [0, 20],
    [40, 20],
  ],
  5: [
    [0, 0],
    [0, 40],
  ],
  6: [
    [20, 0],
    [20, 40],
  ],
  7: [
    [20, 40],
    [20, 0],
  ],
  8: [
    [0, 40],
    [0, 0],
  ],
}

describe('a picture turned upright', () => {
  it.each(Object.entries(CORNERS))('by EXIF %s', (orientation, [left, right]) => {
    const [a, b, c, d, e, f] = uprightMatrix(Number(orientation) as Orientation, 40, 20)
    const place = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f]
    expect([place(0, 0), place(40, 0)]).toEqual([left, right])
  })
})

describe('what is a picture', () => {
  it('is told from a scan of one page', () => {
    expect(isPicture([{ label: '' }], '\uFFFC')).toBe(true)
    expect(isPicture([{ label: '1' }], '\uFFFC')).toBe(false)
    expect(isPicture([{ label: '' }], 'words')).toBe(false)
    expect(isPicture([], '')).toBe(false)
  })
})
