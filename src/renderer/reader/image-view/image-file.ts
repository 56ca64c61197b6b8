import {
  MEDIA_TYPES,
  type Orientation,
  pictureType,
  readPicture,
  untold,
} from '../../../shared/pictures/picture.ts'
import type { PagePainter } from '../pdf-view/painter.ts'

/** What turns a stored picture upright: a matrix over its own width and height, as `setTransform` takes it. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export function uprightMatrix(orientation: Orientation, width: number, height: number): Matrix {
  const matrices: Readonly<Record<Orientation, Matrix>> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  }
  return matrices[orientation]
}

/**
 * Opens a picture to draw it as the one page it is. It is decoded by the browser as it is stored
 * and turned by us: browsers differ in whose EXIF they heed (here: not in that of a WebP), and
 * areas must lie where they were drawn.
 */
export async function openImage(bytes: Uint8Array): Promise<PagePainter> {
  const type = pictureType(bytes)
  const head = type && readPicture(bytes, type)
  if (!head) throw new Error('this is no picture')
  const stored = head.orientation === 1 ? new Uint8Array(bytes) : untold(bytes, head.type)
  const bitmap = await createImageBitmap(new Blob([stored], { type: MEDIA_TYPES[head.type] }))
  const { width, height } = bitmap
  const upright = uprightMatrix(head.orientation, width, height)
  return {
    draw: async (_page, canvas, signal) => {
      signal.throwIfAborted()
      const context = canvas.getContext('2d')
      if (!context) throw new Error('there is nothing to draw on')
      const across = canvas.width / head.shown.width
      const down = canvas.height / head.shown.height
      // a transparent picture lies on paper
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.imageSmoothingQuality = 'high'
      const [a, b, c, d, e, f] = upright
      context.setTransform(a * across, b * down, c * across, d * down, e * across, f * down)
      context.drawImage(bitmap, 0, 0)
    },
    links: async () => [],
    outline: async () => [],
    release: () => undefined,
    close: () => bitmap.close(),
  }
}
