import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist'
import type { AskPassword, OutlineEntry, PageLink, PagePainter } from './painter.ts'
import { linkOf, outlineOf } from './pdf-places.ts'
import { restPdfWorkers, takePdfWorkers, warmPdfWorkers } from './pdf-workers.ts'

type Library = typeof import('pdfjs-dist')

/** what the library brings along: character maps, the fonts every reader has, decoders in plain script */
const own = (folder: string) => new URL(`pdf/${folder}/`, document.baseURI).href

const NAME = /^[\w.-]+$/

/** Hands the library its own files, which lie beside the program; there is nothing else it could fetch. */
class OwnFiles {
  private readonly places: Readonly<Record<string, string | null>>
  constructor(places: Record<string, string | null>) {
    this.places = places
  }
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const place = this.places[kind]
    if (!place || !NAME.test(filename)) throw new Error(`not at hand: ${filename}`)
    const answer = await fetch(place + filename)
    if (!answer.ok) throw new Error(`not at hand: ${filename}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/**
 * Opens a PDF to draw its pages. Nothing of the file is run: no scripts, no forms, no actions;
 * reading and drawing are done by two threads of this program.
 */
export async function openPdf(bytes: Uint8Array, askPassword: AskPassword): Promise<PagePainter> {
  const workers = takePdfWorkers()
  const library = await import('pdfjs-dist')
  library.GlobalWorkerOptions.rendererPorts = [workers.drawing]
  const worker = library.PDFWorker.create({ port: workers.reading } as never)
  const task = library.getDocument({
    data: bytes,
    worker,
    cMapUrl: own('cmaps'),
    standardFontDataUrl: own('fonts'),
    wasmUrl: own('decoders'),
    BinaryDataFactory: OwnFiles,
    useWorkerFetch: false,
    // the page's policy allows no compiled code: there are plain decoders for the same pictures
    useWasm: false,
    enableXfa: false,
    // fonts of this machine would make the same page look different on another one
    useSystemFonts: false,
    verbosity: 0,
  })
  let closing: Promise<void> | undefined
  const stop = () => {
    closing ??= restPdfWorkers(workers, task.destroy())
    return closing
  }
  task.onPassword = (update: (password: string) => void, reason: number) => {
    void askPassword(reason === library.PasswordResponses.INCORRECT_PASSWORD).then(password => {
      if (password === null) void stop()
      else update(password)
    })
  }
  try {
    return painterOf(await task.promise, library, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

/** What takes time before the first page of the first file can be drawn, done while nobody waits. */
export async function warmPdf(): Promise<void> {
  warmPdfWorkers()
  await import('pdfjs-dist')
}

function painterOf(document: PDFDocumentProxy, library: Library, stop: () => Promise<void>): PagePainter {
  const pages = new Map<number, Promise<PDFPageProxy>>()
  const pageAt = (index: number) => {
    const there = pages.get(index) ?? document.getPage(index + 1)
    pages.set(index, there)
    return there
  }
  let outline: Promise<readonly OutlineEntry[]> | undefined
  return {
    draw: async (index, canvas, signal) => draw(await pageAt(index), canvas, signal, library),
    links: async index => linksOf(document, await pageAt(index)),
    outline: () => {
      outline ??= outlineOf(document)
      return outline
    },
    release: index => {
      const page = pages.get(index)
      pages.delete(index)
      void page?.then(proxy => proxy.cleanup())
    },
    close: () => void stop(),
  }
}

async function draw(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
  { AnnotationMode }: Library,
): Promise<void> {
  signal.throwIfAborted()
  const { width } = page.getViewport({ scale: 1 })
  const task: RenderTask = page.render({
    canvas,
    viewport: page.getViewport({ scale: canvas.width / width }),
    annotationMode: AnnotationMode.ENABLE,
    background: '#ffffff',
  })
  const cancel = () => task.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    await task.promise
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function linksOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PageLink[]> {
  const annotations = await page.getAnnotations({ intent: 'display' })
  const links = await Promise.all(annotations.map(one => linkOf(document, page, one)))
  return links.filter(link => link !== null)
}
