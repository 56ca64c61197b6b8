import type { Mark } from '../../../shared/model/structure.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { type LeftOut, layOut } from '../../../shared/text/pdf/document.ts'
import { type LaidBlock, type Run, toBlocks } from '../../../shared/text/pdf/runs.ts'
import { TextBuilder } from './builder.ts'
import { finishDocument } from './finish.ts'
import { packLayout } from './page-layout-codec.ts'
import { layoutsOf, type PlacedRun, pageInfos, placedAt } from './pdf-layout.ts'
import { anchorRemark, type PlacedText } from './pdf-remarks.ts'
import { LIBRARY, openPdf, type PdfSource, type ReadPage } from './pdf-source.ts'
import { pdfWarnings } from './pdf-warnings.ts'
import type { DocumentReader, PrintedPages, Progress, ReadDocument } from './reader.ts'
import { StyledText } from './styled-text.ts'

const MEDIA_TYPE = 'application/pdf'
/** Raised when the same file would give other text or other places. */
const EXTRACTION = `pdf 1, pdf.js ${LIBRARY}`

export const pdf: DocumentReader = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['pdf'],
  sniff: (head, name) =>
    /\.pdf$/i.test(name) || new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-'),
  read: async (bytes, name, options, progress) => {
    const source = await openPdf(bytes, name, options.password)
    try {
      return assemblePages(source, await readPages(source, progress))
    } finally {
      await source.close()
    }
  },
}

interface PagesRead {
  readonly pages: readonly ReadPage[]
  readonly damaged: number
}

/** A file may claim a million pages: after this many bad ones in a row it is not believed any more. */
const MOST_BAD_PAGES = 20

/** pdf.js waits a little for itself on every page: asking for the next ones meanwhile saves a fifth. */
const AHEAD = 4

async function readPages(source: PdfSource, progress: Progress): Promise<PagesRead> {
  const pages: ReadPage[] = []
  const asked: Promise<ReadPage | null>[] = []
  let damaged = 0
  let inRow = 0
  for (let index = 0; index < source.pageCount && inRow < MOST_BAD_PAGES; index++) {
    while (asked.length < source.pageCount && asked.length <= index + AHEAD)
      asked.push(source.page(asked.length))
    const page = (await asked[index]) ?? null
    inRow = page ? 0 : inRow + 1
    if (!page) damaged++
    pages.push(page ?? { index, label: '', width: 0, height: 0, items: [], remarks: [] })
    progress(index + 1, source.pageCount)
  }
  await Promise.all(asked)
  return { pages, damaged }
}

/** What is known of a file beside its pages; pages may also come from an engine that recognised them. */
export interface PagesSource extends Pick<PdfSource, 'labels' | 'title' | 'language' | 'xfa'> {
  readonly fonts: Pick<PdfSource['fonts'], 'metrics' | 'isHidden'>
}

export function assemblePages(source: PagesSource, { pages, damaged }: PagesRead): ReadDocument {
  const laid = layOut(pages)
  const writer = new StyledText(new TextBuilder())
  const written: Written = { placed: [], runs: [], apart: [] }
  const blocks = toBlocks(laid)
  for (const block of blocks) writeBlock(writer, block, written)
  const isEmpty = blocks.length === 0
  if (isEmpty) writePictures(writer.builder, pages.length)
  writer.finish()
  writer.builder.end()
  addPages(
    writer.builder,
    source.labels.slice(0, pages.length),
    isEmpty ? pictureStarts(pages.length) : startsOf(written.placed),
  )
  for (const remark of pages.flatMap(page => page.remarks))
    writer.builder.addRemark(anchorRemark(remark, written.placed))
  const { title, language } = source
  const document = finishDocument(writer.builder, {
    kind: 'pdf',
    mediaType: MEDIA_TYPE,
    ...(title === null ? {} : { title }),
    ...(language === null ? {} : { language }),
    warnings: warningsOf(source, { pages, damaged }, blocks, laid.furniture),
  })
  return { ...document, printed: printedPages(source, pages, document, written, laid.furniture) }
}

interface Written {
  readonly placed: PlacedText[]
  readonly runs: PlacedRun[]
  readonly apart: PlacedRun[]
}

/** A page without text still has one character, which areas of it are tied to. */
function writePictures(builder: TextBuilder, pages: number): void {
  for (let page = 0; page < pages; page++) {
    builder.begin({ kind: 'paragraph' })
    builder.add(PICTURE)
    builder.end()
  }
}
const PICTURE = '\uFFFC'
const pictureStarts = (pages: number) =>
  new Map(Array.from({ length: pages }, (_, page) => [page, page * (PICTURE.length + 1)]))

function printedPages(
  source: PagesSource,
  pages: readonly ReadPage[],
  { structure }: ReadDocument,
  { runs, apart }: Written,
  furniture: readonly LeftOut[],
): PrintedPages {
  const fonts = (name: string) => source.fonts.metrics(name)
  const layouts = layoutsOf({ pages, placed: runs, furniture, apart, fonts })
  const recognised = source.fonts.isHidden ? 'recognised' : 'printed'
  return {
    text: runs.length === 0 ? 'none' : recognised,
    extraction: EXTRACTION,
    pages: pageInfos(pages, structure.pages, layouts),
    layouts: layouts.map(packLayout),
  }
}

function warningsOf(
  { xfa }: PagesSource,
  { pages, damaged }: PagesRead,
  blocks: readonly LaidBlock[],
  leftOut: readonly LeftOut[],
): Warning[] {
  const text = blocks.map(block => block.runs.map(run => run.text).join('')).join('\n')
  const furniture = { lines: leftOut.length, pages: new Set(leftOut.map(({ page }) => page)).size }
  return pdfWarnings({ text, pages: pages.map(page => page.items), damaged, furniture, xfa })
}

function writeBlock(writer: StyledText, block: LaidBlock, { placed, runs, apart }: Written): void {
  const { builder } = writer
  if (block.note) builder.begin({ kind: 'note', note: block.note.key, marker: block.note.sign })
  else if (block.level !== null) builder.begin({ kind: 'heading', level: block.level })
  else builder.begin({ kind: 'paragraph' })
  for (const run of block.runs) {
    const start = builder.offset
    writer.write(run.text, wearing(run, block))
    if (run.atom) placed.push({ page: run.page, box: run.atom.box, start, end: builder.offset })
    const part = placedAt(run, start)
    if (part) runs.push(part)
  }
  for (const run of block.apart) {
    const part = placedAt(run, builder.offset)
    if (part) apart.push(part)
  }
  writer.break()
  builder.endUnlessEmpty()
}

function wearing({ bold, italic, script, note }: Run, { kind }: LaidBlock): Map<Mark['kind'], string> {
  const marks = new Map<Mark['kind'], string>()
  if (bold && kind !== 'heading') marks.set('bold', '')
  if (italic) marks.set('italic', '')
  if (script !== null) marks.set(script, '')
  if (note !== null) marks.set('note', note)
  return marks
}

/** Where each page's text begins; its notes may come after the next page has begun. */
function startsOf(placed: readonly PlacedText[]): Map<number, number> {
  const starts = new Map<number, number>()
  for (const { page, start } of placed) starts.set(page, Math.min(start, starts.get(page) ?? start))
  return starts
}

/** Every page has its place, also one without text: it begins where the next one does. */
function addPages(
  builder: TextBuilder,
  labels: readonly string[],
  starts: ReadonlyMap<number, number>,
): void {
  const end = builder.offset
  const begins = labels.map(() => end)
  let next = end
  for (let index = labels.length - 1; index >= 0; index--) {
    next = Math.min(next, starts.get(index) ?? next)
    begins[index] = next
  }
  if (begins.length > 0) begins[0] = 0
  for (const [index, label] of labels.entries()) {
    builder.addPage({ start: begins[index] ?? end, end: begins[index + 1] ?? end, label })
  }
}
