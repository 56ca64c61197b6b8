import { Buffer } from 'node:buffer'
import { open } from 'node:fs/promises'
import { docxParts } from './docx-parts.ts'
import { createPace } from './pace.ts'
import type { Report } from './report.ts'
import { docxBody } from './report-docx.ts'
import { htmlReport } from './report-html.ts'
import { markdownReport } from './report-markdown.ts'
import { writeZip } from './zip-writer.ts'

export const REPORT_FORMATS = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type ReportFormat = keyof typeof REPORT_FORMATS

export const isReportFormat = (format: string): format is ReportFormat =>
  Object.hasOwn(REPORT_FORMATS, format)

/** Writes a report to a file as it is made, whatever its length. Returns its size in bytes. */
export async function writeReport(report: Report, format: ReportFormat, path: string): Promise<number> {
  if (format === 'docx') return writeDocx(`${report.project}: ${report.title}`, docxBody(report), path)
  return writeTexts(format === 'html' ? htmlReport(report) : markdownReport(report), path)
}

/** Writes a file of text as it is made. Returns its size in bytes. */
export async function writeTexts(texts: Iterable<string>, path: string): Promise<number> {
  const file = await open(path, 'w')
  try {
    let size = 0
    for await (const piece of inPieces(texts)) {
      await file.write(piece)
      size += piece.length
    }
    return size
  } finally {
    await file.close()
  }
}

/** A text for word processors around the body that is given. */
export function writeDocx(title: string, body: Iterable<string>, path: string): Promise<number> {
  const parts = docxParts(title)
  return writeZip(path, [
    ...parts.map(({ name, content }) => ({ name, content: inPieces([content]) })),
    { name: 'word/document.xml', content: inPieces(body) },
  ])
}

/** In characters. */
const PIECE = 1 << 16

/** Joined to pieces of a size worth writing. */
async function* inPieces(texts: Iterable<string>): AsyncIterable<Buffer> {
  const pace = createPace()
  let waiting: string[] = []
  let length = 0
  for (const text of texts) {
    waiting.push(text)
    length += text.length
    if (length >= PIECE) {
      yield Buffer.from(waiting.join(''))
      waiting = []
      length = 0
    }
    if (pace.isDue()) await pace.rest()
  }
  if (length > 0) yield Buffer.from(waiting.join(''))
}
