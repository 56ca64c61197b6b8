import type { DocumentId } from '../../../shared/model/ids.ts'
import type { Area, PageInfo } from '../../../shared/model/page-layout.ts'
import { type Session, sessionStore } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { openPainter } from '../pdf-view/open-pages.ts'
import type { PagePainter } from '../pdf-view/painter.ts'
import { createTurns } from './turns.ts'

/**
 * Pictures of areas, cut out of their pages: for lists and reports, wherever the document is not
 * open to be read. Files are opened when they are needed and closed soon after; what was cut out
 * is kept for a while.
 */
interface OpenFile {
  readonly pages: readonly PageInfo[]
  readonly painter: PagePainter
}

/** px of a whole page, of which only a part is wanted */
const MOST_PIXELS = 6_000_000
const MOST_KEPT = 240
const MOST_OPEN = 2
const IDLE_MS = 15_000

const kept = new Map<string, Promise<Blob | null>>()
const open = new Map<DocumentId, { file: Promise<OpenFile | null>; timer: ReturnType<typeof setTimeout> }>()
/** one page is drawn at a time, what was asked for last comes first: that is what is looked at */
const turns = createTurns()
let listening: Session | null = null

/** As wide and high as asked, at the most; null where it cannot be drawn. */
export function cropOf(documentId: DocumentId, area: Area, most: { width: number; height: number }) {
  listen()
  const key = [documentId, ...Object.values(area), most.width, most.height].join(' ')
  const known = kept.get(key) ?? turns.take(() => cut(documentId, area, most))
  kept.delete(key)
  kept.set(key, known)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return known
}

/** Another version of a document, another project: what was cut out of the one before is not shown any more. */
function listen(): void {
  const { session } = sessionStore.getState()
  if (!session || session === listening) return
  listening = session
  forget()
  session.transport.onChange(({ tables }) => {
    if (tables.includes('document')) forget()
  })
}

function forget(): void {
  kept.clear()
  for (const id of open.keys()) shut(id)
}

async function cut(
  documentId: DocumentId,
  area: Area,
  most: { width: number; height: number },
): Promise<Blob | null> {
  try {
    const file = await fileOf(documentId)
    const page = file?.pages[area.page]
    return file && page ? await draw(file.painter, page, area, most) : null
  } catch (error) {
    console.warn('an area cannot be drawn', error)
    return null
  }
}

async function draw(
  painter: PagePainter,
  page: PageInfo,
  area: Area,
  most: { width: number; height: number },
): Promise<Blob | null> {
  const wanted = Math.min(most.width / area.width, most.height / area.height)
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (page.width * page.height)))
  const whole = document.createElement('canvas')
  whole.width = Math.max(1, Math.round(page.width * scale))
  whole.height = Math.max(1, Math.round(page.height * scale))
  await painter.draw(page.index, whole, new AbortController().signal)
  const part = document.createElement('canvas')
  part.width = Math.max(1, Math.round(area.width * scale))
  part.height = Math.max(1, Math.round(area.height * scale))
  const from = [area.x * scale, area.y * scale, area.width * scale, area.height * scale] as const
  part.getContext('2d')?.drawImage(whole, ...from, 0, 0, part.width, part.height)
  const blob = await new Promise<Blob | null>(resolve => part.toBlob(resolve, 'image/png'))
  // their memory goes at once, not when they are collected
  whole.width = whole.height = part.width = part.height = 0
  painter.release(page.index)
  return blob
}

function fileOf(documentId: DocumentId): Promise<OpenFile | null> {
  const there = open.get(documentId)
  if (there) clearTimeout(there.timer)
  const file = there?.file ?? openFile(documentId)
  open.delete(documentId)
  open.set(documentId, { file, timer: setTimeout(() => shut(documentId), IDLE_MS) })
  for (const id of open.keys()) {
    if (open.size <= MOST_OPEN) break
    shut(id)
  }
  return file
}

function shut(id: DocumentId): void {
  const there = open.get(id)
  if (!there) return
  open.delete(id)
  clearTimeout(there.timer)
  void there.file.then(file => file?.painter.close())
}

async function openFile(documentId: DocumentId): Promise<OpenFile | null> {
  const { session } = sessionStore.getState()
  if (!session) return null
  const { documents } = session.client
  const { pages } = await documents.pages({ documentId })
  if (pages.length === 0) return null
  const { file, mediaType } = await documents.original({ documentId })
  // nobody is asked for a password for the sake of a small picture
  const painter = await openPainter(await host().read(file), mediaType, async () => null)
  return { pages, painter }
}
