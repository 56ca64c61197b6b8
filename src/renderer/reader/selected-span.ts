import type { Span } from '../../shared/model/span.ts'

/**
 * What is selected in a document, as offsets: the truth, which the browser's own selection
 * follows. How that is written and read depends on where the text stands.
 */
export abstract class SelectedSpan {
  anchor = 0
  focus = 0
  protected readonly root: HTMLElement
  protected readonly length: number

  constructor(root: HTMLElement, length: number) {
    this.root = root
    this.length = length
  }

  get span(): Span | null {
    if (this.anchor === this.focus) return null
    return { start: Math.min(this.anchor, this.focus), end: Math.max(this.anchor, this.focus) }
  }
  get hasFocus(): boolean {
    return document.activeElement === this.root
  }

  set(anchor: number, focus: number): void {
    this.anchor = this.inside(anchor)
    this.focus = this.inside(focus)
    if (this.hasFocus) this.write()
  }

  /** Gives the browser what is selected here. */
  abstract write(): void

  private inside(offset: number): number {
    return Math.max(0, Math.min(this.length, offset))
  }
}
