import type { PageLayout } from '../../../shared/model/page-layout.ts'
import { linesOf, type PageLine } from './lines.ts'

export type LoadLayouts = (from: number, to: number) => Promise<readonly PageLayout[]>

export interface KnownPage {
  readonly layout: PageLayout
  readonly lines: readonly PageLine[]
}

/** pages asked for in one go, and kept: a book has more than is good to hold */
const TOGETHER = 8
const MOST_KEPT = 96

/** Where the text stands, for the pages that matter now; the ones used last are kept. */
export class Layouts {
  private readonly load: LoadLayouts
  private readonly count: number
  private readonly known = new Map<number, KnownPage>()
  private readonly asked = new Map<number, Promise<void>>()
  private readonly listeners = new Set<() => void>()

  constructor(load: LoadLayouts, count: number) {
    this.load = load
    this.count = count
  }

  get(index: number): KnownPage | undefined {
    const page = this.known.get(index)
    if (!page) return undefined
    this.known.delete(index)
    this.known.set(index, page)
    return page
  }

  /** What is there now, in the order of the pages. */
  all(): KnownPage[] {
    return [...this.known.values()].sort((a, b) => a.layout.index - b.layout.index)
  }

  /** Sees to it that these pages come; told by `onArrival`. */
  want(from: number, to: number): Promise<void> {
    const first = Math.max(0, from)
    const last = Math.min(this.count, to)
    const groups = new Set<number>()
    for (let at = first; at < last; at++) if (!this.known.has(at)) groups.add(Math.floor(at / TOGETHER))
    return Promise.all([...groups].map(group => this.ask(group))).then(() => undefined)
  }

  onArrival(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private ask(group: number): Promise<void> {
    const there = this.asked.get(group)
    if (there) return there
    const from = group * TOGETHER
    const asking = this.load(from, Math.min(this.count, from + TOGETHER))
      .then(layouts => this.take(layouts))
      .finally(() => this.asked.delete(group))
    this.asked.set(group, asking)
    return asking
  }

  private take(layouts: readonly PageLayout[]): void {
    for (const layout of layouts) this.known.set(layout.index, { layout, lines: linesOf(layout.runs) })
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KEPT) break
      this.known.delete(oldest)
    }
    for (const listener of this.listeners) listener()
  }
}
