import { Buffer } from 'node:buffer'

/** One line of text at a place, measured from the top left corner in points. */
export interface Printed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly bold?: boolean
}

interface PdfOptions {
  readonly width?: number
  readonly height?: number
  /** entries of the catalogue, such as /PageLabels … */
  readonly catalogue?: string
  /** entries of every page, such as /Rotate 90 */
  readonly page?: string
  /** entries of the info dictionary, such as /Title (…) */
  readonly info?: string
}

/** A PDF with these lines on its pages, in two standard fonts. */
export function pdfFile(pages: readonly (readonly Printed[])[], options: PdfOptions = {}): Uint8Array {
  const { width = 595, height = 842 } = options
  const objects: string[] = []
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>`)
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  for (const [at, lines] of pages.entries()) {
    const content = lines.map(line => draw(line, height)).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + at * 2} 0 R ${options.page ?? ''} >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  if (options.info) objects.push(`<< ${options.info} >>`)
  return pdfOf(objects, options.info ? `/Info ${objects.length} 0 R` : '')
}

function draw({ text, x, y, size = 10, bold = false }: Printed, height: number): string {
  const escaped = text.replace(/[\\()]/g, sign => `\\${sign}`)
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${height - y} Td (${escaped}) Tj ET`
}

/** A PDF of these objects, the first of which is the catalogue; `info` goes into its trailer. */
export function pdfOf(objects: readonly string[], info = ''): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = file.length
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${info} >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
