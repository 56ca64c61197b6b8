import type { Box, Point } from './axis.ts'

/** A link of the file: to a place in it, or to elsewhere, which is only shown. */
export interface PageLink {
  readonly box: Box
  readonly to: PagePlace | null
  readonly address: string | null
}

/** A place that a link or the outline leads to. */
export interface PagePlace {
  readonly page: number
  /** null: the top of the page */
  readonly point: Point | null
}

export interface OutlineEntry {
  readonly title: string
  readonly to: PagePlace | null
  readonly children: readonly OutlineEntry[]
}

/** Draws the pages of a file. Whatever it is made of, the view sees no more of it than this. */
export interface PagePainter {
  /** draws the page upright, as large as the canvas; rejects with the signal's reason when it is not wanted any more */
  draw(page: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void>
  links(page: number): Promise<readonly PageLink[]>
  outline(): Promise<readonly OutlineEntry[]>
  /** what was kept to draw the page can go */
  release(page: number): void
  close(): void
}

/** Asks whoever reads for the password of the file; null: they would rather not. */
export type AskPassword = (wasWrong: boolean) => Promise<string | null>

export type OpenPainter = (askPassword: AskPassword) => Promise<PagePainter>
