import type { Structure } from '../../../shared/model/structure.ts'
import { whenIdle } from '../../ui/idle.ts'
import type { Describe, Layer } from '../view.ts'
import type { Desk } from './desk.ts'
import { pagesWithin } from './frame.ts'
import type { Layouts } from './layouts.ts'
import type { PageLink, PagePainter } from './painter.ts'
import { Rasters } from './rasters.ts'
import type { Sheet } from './sheet.ts'

interface Given {
  readonly desk: Desk
  readonly layouts: Layouts
  readonly text: string
  readonly structure: Structure
  readonly follow: (link: PageLink) => void
  /** the pages that are there, or what is on them, have changed */
  readonly changed: () => void
  readonly failed: (page: number, error: unknown) => void
}

/** screens beyond the edges of the one that is seen, on which pages are made ready */
const AHEAD = 1.5
/** ms of a frame that may go into making pages ready that are not seen yet */
const SLICE_MS = 5
/** px by px pictures beyond this density look no sharper */
const DENSEST = 2

type Overlay = (page: number, element: HTMLElement) => () => void

/** Makes ready the pages near the screen, and clears away the others. */
export class Stage {
  readonly layers = new Map<string, Layer>()
  private readonly given: Given
  private describe: Describe = () => ''
  private near = { from: 0, to: 0 }
  private rasters: Rasters | null = null
  private painter: PagePainter | null = null
  private readonly overlays = new Map<Overlay, Map<number, () => void>>()
  private frame = 0
  private fitting: (() => void) | null = null

  constructor(given: Given) {
    this.given = given
  }

  /** Pages that are made ready, in order. */
  sheets(): readonly Sheet[] {
    return this.given.desk.sheets.slice(this.near.from, this.near.to)
  }

  takePainter(painter: PagePainter): void {
    this.painter = painter
    this.rasters = new Rasters(
      painter,
      drawn => {
        const sheet = this.given.desk.sheets[drawn.page]!
        const before = sheet.setPicture(drawn)
        if (before) this.rasters?.giveBack(before)
        else void this.link(sheet, painter)
      },
      this.given.failed,
    )
    this.look()
  }

  paint(name: string, layer: Layer | null): void {
    if (layer) this.layers.set(name, layer)
    else if (!this.layers.delete(name)) return
    for (const sheet of this.sheets()) sheet.layer(name, layer)
  }

  setDescribe(describe: Describe): void {
    this.describe = describe
    for (const sheet of this.sheets()) sheet.describe(describe)
  }

  /** Calls for each page that is there, now and when it comes; what is returned is called when it goes. */
  overlay(put: Overlay): () => void {
    const taken = new Map<number, () => void>()
    this.overlays.set(put, taken)
    for (const sheet of this.sheets()) if (sheet.isShown) this.putOver(put, taken, sheet)
    return () => {
      for (const take of taken.values()) take()
      this.overlays.delete(put)
    }
  }

  /** The screen shows something else, or pages have come: brings the stage up to date. */
  look(): void {
    const { desk, layouts } = this.given
    const { y, height } = desk.screen()
    const seen = pagesWithin(desk.frame, y, y + height)
    const near = pagesWithin(desk.frame, y - AHEAD * height, y + height * (1 + AHEAD))
    const isOther = near.from !== this.near.from || near.to !== this.near.to
    for (let at = this.near.from; at < this.near.to; at++) {
      if (at < near.from || at >= near.to) this.clear(desk.sheets[at]!)
    }
    this.near = near
    void layouts.want(near.from - 1, near.to + 1)
    const isBuilt = this.build(seen)
    this.draw(seen)
    if (isOther || isBuilt) this.given.changed()
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.fitting?.()
    this.fitting = null
    for (const sheet of this.sheets()) this.clear(sheet)
    this.near = { from: 0, to: 0 }
    this.rasters?.close()
    this.rasters = null
    this.painter = null
  }

  /** Text and layers of the pages that are seen at once; of those beside them, as there is time. */
  private build(seen: { from: number; to: number }): boolean {
    const end = performance.now() + SLICE_MS
    let isBuilt = false
    let isLate = false
    for (const sheet of this.inOrder(seen)) {
      const known = this.given.layouts.get(sheet.page.index)
      if (!known || sheet.isShown) continue
      if (!isWithin(sheet.page.index, seen) && performance.now() > end) {
        isLate = true
        break
      }
      sheet.show(known, this.given.text, this.given.structure, this.layers)
      sheet.describe(this.describe)
      for (const [put, taken] of this.overlays) this.putOver(put, taken, sheet)
      isBuilt = true
    }
    if (isBuilt) this.fitSoon()
    if (isLate && this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0
        this.look()
      })
    }
    return isBuilt
  }

  /** A page at a time, when there is nothing else to do. */
  private fitSoon(): void {
    this.fitting ??= whenIdle(() => {
      this.fitting = null
      const sheet = this.sheets().find(one => one.isShown && !one.isFitted)
      if (!sheet) return
      sheet.fit()
      this.fitSoon()
    })
  }

  private draw(seen: { from: number; to: number }): void {
    if (!this.rasters) return
    const { frame, wishes } = this.given.desk
    const density = Math.min(DENSEST, window.devicePixelRatio || 1)
    const isAside = wishes.turn % 2 === 1
    this.rasters.want(
      this.inOrder(seen).map((sheet, rank) => {
        const { width, height } = frame.pages[sheet.page.index]!
        const [across, down] = isAside ? [height, width] : [width, height]
        return {
          page: sheet.page.index,
          width: Math.round(across * density),
          height: Math.round(down * density),
          rank,
          isSeen: isWithin(sheet.page.index, seen),
        }
      }),
    )
  }

  /** Those that are seen first, then those below, then those above. */
  private inOrder({ from, to }: { from: number; to: number }): Sheet[] {
    const { sheets } = this.given.desk
    const { near } = this
    return [
      ...sheets.slice(from, to),
      ...sheets.slice(Math.max(to, near.from), near.to),
      ...sheets.slice(near.from, Math.min(from, near.to)).reverse(),
    ]
  }

  private async link(sheet: Sheet, painter: PagePainter): Promise<void> {
    const links = await painter.links(sheet.page.index).catch(() => [])
    if (this.painter === painter && sheet.canvas) sheet.setLinks(links, this.given.follow)
  }

  private putOver(put: Overlay, taken: Map<number, () => void>, sheet: Sheet): void {
    taken.get(sheet.page.index)?.()
    taken.set(sheet.page.index, put(sheet.page.index, sheet.overlay))
  }

  private clear(sheet: Sheet): void {
    for (const taken of this.overlays.values()) {
      taken.get(sheet.page.index)?.()
      taken.delete(sheet.page.index)
    }
    const canvas = sheet.hide()
    if (canvas) this.rasters?.giveBack(canvas)
  }
}

const isWithin = (at: number, { from, to }: { from: number; to: number }) => at >= from && at < to
