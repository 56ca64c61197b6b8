import type { PagePainter } from './painter.ts'

/** A page that is to be seen, so many px wide and high; lower `rank` first. */
export interface Wish {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly rank: number
  /** on the screen, not only near it */
  readonly isSeen: boolean
}

interface Job {
  readonly wish: Wish
  readonly isRough: boolean
  readonly canvas: HTMLCanvasElement
  readonly stop: AbortController
}

/** pages drawn at the same time: while one is read, the other is drawn */
const AT_ONCE = 2
/** px in one canvas, beyond which it is drawn smaller and enlarged */
const MOST_PIXELS = 16_000_000
/** a page that takes longer than this is shown roughly first */
const SLOW_MS = 110
const ROUGH = 0.35
const MOST_POOLED = 3

export interface Drawn {
  readonly page: number
  readonly canvas: HTMLCanvasElement
  readonly width: number
  readonly height: number
  readonly isRough: boolean
}

/**
 * Has the pages drawn that are wished for, the nearest first, and no others: what is not wished
 * for any more is broken off. Canvases go back into a small pool, so that memory stays bounded.
 */
export class Rasters {
  private readonly painter: PagePainter
  private readonly show: (drawn: Drawn) => void
  private readonly failed: (page: number, error: unknown) => void
  private readonly jobs = new Map<number, Job>()
  private readonly done = new Map<number, { width: number; height: number; isRough: boolean }>()
  private readonly pool: HTMLCanvasElement[] = []
  private wishes: readonly Wish[] = []
  private pace = 0
  private isClosed = false

  constructor(
    painter: PagePainter,
    show: (drawn: Drawn) => void,
    failed: (page: number, error: unknown) => void,
  ) {
    this.painter = painter
    this.show = show
    this.failed = failed
  }

  want(wishes: readonly Wish[]): void {
    this.wishes = wishes.toSorted((a, b) => a.rank - b.rank)
    const wanted = new Map(wishes.map(wish => [wish.page, wish]))
    for (const [page, job] of this.jobs) {
      const wish = wanted.get(page)
      if (!wish || wish.width !== job.wish.width || wish.height !== job.wish.height) job.stop.abort()
    }
    for (const page of this.done.keys()) {
      if (wanted.has(page)) continue
      this.done.delete(page)
      this.painter.release(page)
    }
    this.next()
  }

  /** A canvas that is not shown any more. */
  giveBack(canvas: HTMLCanvasElement): void {
    if (this.pool.length < MOST_POOLED && !this.isClosed) this.pool.push(canvas)
    // its memory goes at once, not when it is collected
    else canvas.width = canvas.height = 0
  }

  close(): void {
    this.isClosed = true
    for (const { stop } of this.jobs.values()) stop.abort()
    for (const canvas of this.pool) canvas.width = canvas.height = 0
    this.pool.length = 0
  }

  private next(): void {
    for (const wish of this.wishes) {
      if (this.isClosed || this.jobs.has(wish.page) || this.isDone(wish)) continue
      const jobs = [...this.jobs.values()]
      const seen = jobs.filter(job => job.wish.isSeen).length
      // what is seen waits for nothing that is not, and what is not seen waits for all that is
      if (wish.isSeen ? seen >= AT_ONCE : seen > 0 || jobs.length >= AT_ONCE) continue
      void this.run(wish)
    }
  }

  private isDone({ page, width, height }: Wish): boolean {
    const done = this.done.get(page)
    return done !== undefined && !done.isRough && done.width === width && done.height === height
  }

  private async run(wish: Wish): Promise<void> {
    const isRough = wish.isSeen && this.pace > SLOW_MS && !this.done.has(wish.page)
    const canvas = this.pool.pop() ?? document.createElement('canvas')
    const most = Math.sqrt(MOST_PIXELS / (wish.width * wish.height))
    const share = isRough ? ROUGH : Math.min(1, most)
    canvas.width = Math.max(1, Math.round(wish.width * share))
    canvas.height = Math.max(1, Math.round(wish.height * share))
    const job: Job = { wish, isRough, canvas, stop: new AbortController() }
    this.jobs.set(wish.page, job)
    const began = performance.now()
    try {
      await this.painter.draw(wish.page, canvas, job.stop.signal)
      if (!isRough) this.pace = this.pace * 0.6 + (performance.now() - began) * 0.4
      this.finish(job)
    } catch (error) {
      this.giveBack(canvas)
      if (!job.stop.signal.aborted) {
        // not tried again and again
        this.done.set(wish.page, { ...wish, isRough: false })
        this.failed(wish.page, error)
      }
    } finally {
      if (this.jobs.get(wish.page) === job) this.jobs.delete(wish.page)
      this.next()
    }
  }

  private finish({ wish, isRough, canvas, stop }: Job): void {
    const isWanted = this.wishes.some(({ page }) => page === wish.page)
    if (stop.signal.aborted || this.isClosed || !isWanted) {
      this.giveBack(canvas)
      return
    }
    const { page, width, height } = wish
    this.done.set(page, { width, height, isRough })
    this.show({ page, canvas, width, height, isRough })
  }
}
