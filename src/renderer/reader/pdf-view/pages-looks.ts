import { createStore } from 'zustand/vanilla'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { z } from '../../../shared/model/zod.ts'
import { LEAST_ZOOM, MOST_ZOOM } from './frame.ts'

/** How pages are shown, on this machine: some for all documents, some for each. */
const OfDocument = z.object({
  as: z.enum(['pages', 'text']).catch('pages'),
  zoom: z
    .union([z.number().min(LEAST_ZOOM).max(MOST_ZOOM), z.enum(['fit-width', 'fit-page'])])
    .catch('fit-width'),
  turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).catch(0),
})
const Stored = z.object({
  isDark: z.boolean().catch(false),
  side: z.enum(['closed', 'outline', 'pages']).catch('closed'),
  mode: z.enum(['continuous', 'single', 'two-up']).catch('continuous'),
  documents: z.array(z.tuple([z.string(), OfDocument])).catch([]),
})

export type LooksOfDocument = z.output<typeof OfDocument>
export type PagesLooks = Omit<z.output<typeof Stored>, 'documents'>

const KEY = 'postil.pages'
const MOST_DOCUMENTS = 300
const USUAL: LooksOfDocument = { as: 'pages', zoom: 'fit-width', turn: 0 }

function load(): z.output<typeof Stored> {
  const usual = Stored.parse({})
  const stored = localStorage.getItem(KEY)
  if (stored === null) return usual
  try {
    return Stored.parse(JSON.parse(stored))
  } catch (error) {
    console.warn('how pages were shown could not be read; they are shown as usual', error)
    return usual
  }
}

export const pagesLooks = createStore(load)

export function looksOf(documentId: DocumentId): LooksOfDocument {
  return pagesLooks.getState().documents.find(([id]) => id === documentId)?.[1] ?? USUAL
}

export function keepLooks(change: Partial<PagesLooks>): void {
  pagesLooks.setState(change)
  write()
}

/** The ones changed last are kept. */
export function keepLooksOf(documentId: DocumentId, change: Partial<LooksOfDocument>): void {
  const looks = { ...looksOf(documentId), ...change }
  pagesLooks.setState(({ documents }) => ({
    documents: [
      ...documents.filter(([id]) => id !== documentId),
      [documentId, looks] satisfies [string, LooksOfDocument],
    ].slice(-MOST_DOCUMENTS),
  }))
  write()
}

const write = () => localStorage.setItem(KEY, JSON.stringify(pagesLooks.getState()))
