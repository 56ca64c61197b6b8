import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { pdfOf } from './pdf-files.ts'

const WIDTH = 595
const HEIGHT = 842
/** of the picture that fills each page, in pixels */
const ACROSS = 119
const DOWN = 168

/** As a scanner makes it: each page is one picture, with grey lines like writing and a red stamp, and no text. */
export function scannedPages(pages = 2): Uint8Array {
  const objects: string[] = []
  const add = (content: string) => objects.push(content)
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 3} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`)
  for (let page = 0; page < pages; page++) {
    const first = 3 + page * 3
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /XObject << /Im ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    )
    const draw = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Im Do Q`
    add(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`)
    const pixels = deflateSync(scan(page))
    const picture = pixels.toString('latin1')
    add(
      `<< /Type /XObject /Subtype /Image /Width ${ACROSS} /Height ${DOWN} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length ${pixels.length} >>\nstream\n${picture}\nendstream`,
    )
  }
  return pdfOf(objects)
}

function scan(page: number): Buffer {
  const pixels = Buffer.alloc(ACROSS * DOWN * 3)
  for (let y = 0; y < DOWN; y++)
    for (let x = 0; x < ACROSS; x++) pixels.set(pixelAt(x, y, page), (y * ACROSS + x) * 3)
  return pixels
}

function pixelAt(x: number, y: number, page: number): readonly [number, number, number] {
  const away = Math.hypot(x - 85, y - 130 + page * 90)
  if (away > 11 && away < 14) return [190, 30, 45]
  const isWriting =
    x > 14 && x < 100 - ((y * 7) % 23) && y > 18 && y < 150 && y % 8 < 2 && (x * 5 + y) % 11 > 2
  return isWriting ? [70, 70, 78] : [246, 242, 232]
}
