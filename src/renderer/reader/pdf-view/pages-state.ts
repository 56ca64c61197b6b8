import { createStore } from 'zustand/vanilla'
import type { FrameWishes } from './frame.ts'
import type { OutlineEntry } from './painter.ts'

/** What the strip above the pages and the panel beside them show. */
export interface PagesState extends FrameWishes {
  /** index of the page one is on */
  readonly page: number
  /** px for a unit of the page */
  readonly scale: number
  /** the picture of the page in its negative */
  readonly isDark: boolean
  readonly side: 'closed' | 'outline' | 'pages'
  /** undefined until it has been asked for */
  readonly outline: readonly OutlineEntry[] | undefined
  /** the file asks for its password */
  readonly lock: { readonly wasWrong: boolean; answer(password: string | null): void } | null
  /** why there are no pictures */
  readonly trouble: string | null
}

export type PagesStore = ReturnType<typeof createPagesStore>

export const createPagesStore = (looks: FrameWishes & Pick<PagesState, 'isDark' | 'side'>) =>
  createStore<PagesState>(() => ({
    page: 0,
    scale: 1,
    outline: undefined,
    lock: null,
    trouble: null,
    ...looks,
  }))
