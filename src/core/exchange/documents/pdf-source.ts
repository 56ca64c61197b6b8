import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { getDocument, PasswordResponses, version } from 'pdfjs-dist/legacy/build/pdf.mjs'
// registers itself: pdf.js then works in the thread it is called in
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { type Failure, fail } from '../../../shared/errors.ts'
import type { PdfItem, PdfPage } from '../../../shared/text/pdf/model.ts'
import { Fonts } from './pdf-fonts.ts'
import { type PdfRemark, readRemarks } from './pdf-remarks.ts'

export interface ReadPage extends PdfPage {
  readonly remarks: readonly PdfRemark[]
}

/** An open PDF file: asked for plain text items only; scripts, fonts and links of it are never run or fetched. */
export interface PdfSource {
  readonly pageCount: number
  readonly labels: readonly string[]
  readonly title: string | null
  readonly language: string | null
  /** a form that only Adobe's programs can show */
  readonly xfa: boolean
  /** what was learnt of them on the pages read so far */
  readonly fonts: Fonts
  /** the text of one page (from 0); null if the page is damaged */
  page(index: number): Promise<ReadPage | null>
  close(): Promise<void>
}

/** The version of pdf.js. */
export const LIBRARY: string = version

/** Bytes a page beyond which drawing it, only to learn the names of its fonts, would take too long. */
const HEAVIEST = 1_200_000

/** Said outright, since pdf.js takes some threads of Electron for a browser. */
const NO_BROWSER = {
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
}

/** Character maps for Chinese, Japanese and Korean come with the library; nothing else is ever read. */
const MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps') + sep

class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not at hand: ${filename}`)
    return new Uint8Array(await readFile(MAPS + filename))
  }
}

export async function openPdf(bytes: Uint8Array, name: string, password?: string): Promise<PdfSource> {
  const task = getDocument({
    // pdf.js takes what it is given: the caller keeps its bytes
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    cMapUrl: MAPS,
    BinaryDataFactory: CharacterMaps,
    ...NO_BROWSER,
    fontExtraProperties: true,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    return await describe(await task.promise, bytes.length, () => task.destroy())
  } catch (error) {
    await task.destroy()
    throw refusal(error, name)
  }
}

function refusal(error: unknown, name: string): Failure {
  const { name: kind, code } = error as { name?: string; code?: number }
  if (kind === 'PasswordException') {
    return code === PasswordResponses.INCORRECT_PASSWORD
      ? fail('file-wrong-password', { name })
      : fail('file-password', { name })
  }
  return fail('file-damaged', { name, reason: 'it is not a readable PDF' })
}

async function describe(
  document: PDFDocumentProxy,
  size: number,
  close: () => Promise<void>,
): Promise<PdfSource> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const said = info as { Title?: unknown; Language?: unknown; IsXFAPresent?: unknown }
  const labels = await document.getPageLabels().catch(() => null)
  const fonts = new Fonts(size / document.numPages <= HEAVIEST)
  return {
    pageCount: document.numPages,
    labels: Array.from({ length: document.numPages }, (_, at) => labels?.[at] || String(at + 1)),
    title: titleOf(said.Title),
    language: typeof said.Language === 'string' && said.Language !== '' ? said.Language : null,
    xfa: said.IsXFAPresent === true,
    fonts,
    page: async index => {
      const page = await document.getPage(index + 1).catch(() => null)
      if (!page) return null
      const read = await readPage(page, index, fonts).catch(() => null)
      page.cleanup()
      return read
    },
    close,
  }
}

/** Word processors leave their own name and the file's in the title. */
function titleOf(title: unknown): string | null {
  if (typeof title !== 'string') return null
  const plain = title.replace(/^Microsoft Word - /, '').trim()
  return plain === '' || /^untitled|\.(docx?|odt|rtf|indd|pdf|qxd|fm)$/i.test(plain) ? null : plain
}

async function readPage(page: PDFPageProxy, index: number, fonts: Fonts): Promise<ReadPage> {
  const view = page.getViewport({ scale: 1 })
  // presentation forms must stay whole until after pdf.js has put right-to-left text in order
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  await fonts.learn(page, charactersByFont(items))
  for (const [font, { ascent, descent }] of Object.entries(styles)) fonts.describe(font, ascent, descent)
  const [a, b, c, d, e, f] = view.transform as [number, number, number, number, number, number]
  // a page may measure in units larger than a point
  const unit = Math.hypot(a, b)
  const read: PdfItem[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [m0, m1, m2, m3, x, y] = item.transform as [number, number, number, number, number, number]
    const face = fonts.face(item.fontName)
    const vertical = styles[item.fontName]?.vertical ?? false
    // the baseline's direction as it is seen
    const right = m0 * a + m1 * c
    const down = m0 * b + m1 * d
    read.push({
      text: item.str,
      x: x * a + y * c + e,
      y: x * b + y * d + f,
      width: (vertical ? item.height : item.width) * unit,
      size: ((vertical ? item.width : item.height) || Math.hypot(m2, m3)) * unit,
      em: (vertical ? Math.hypot(m2, m3) : Math.hypot(m0, m1)) * unit,
      font: item.fontName,
      rtl: item.dir === 'rtl',
      turn: quarterTurns(right, down),
      vertical,
      bold: face.bold,
      italic: face.italic,
    })
  }
  const remarks = await readRemarks(page, view, index)
  return { index, label: '', width: view.width, height: view.height, items: read, remarks }
}

type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']

function charactersByFont(items: TextItems): Map<string, Set<string>> {
  const fonts = new Map<string, Set<string>>()
  for (const item of items) {
    if (!('str' in item) || item.fontName === undefined) continue
    const characters = fonts.get(item.fontName) ?? new Set()
    fonts.set(item.fontName, characters)
    for (const character of item.str) if (character > ' ') characters.add(character)
  }
  return fonts
}

function quarterTurns(right: number, down: number): 0 | 1 | 2 | 3 {
  if (Math.abs(right) >= Math.abs(down)) return right >= 0 ? 0 : 2
  return down > 0 ? 1 : 3
}
