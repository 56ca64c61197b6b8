import { SelectedSpan } from '../selected-span.ts'
import type { Sheet } from './sheet.ts'

/**
 * What is selected, as offsets; and the browser's own selection, which follows it over the
 * pages that are there, for screen readers and for dragging. It is painted from boxes.
 */
export class PageSelection extends SelectedSpan {
  private readonly sheets: () => readonly Sheet[]
  private written: readonly [Node | null, number, Node | null, number] | null = null

  constructor(root: HTMLElement, sheets: () => readonly Sheet[], length: number) {
    super(root, length)
    this.sheets = sheets
  }

  /** Gives the browser what is selected here, as far as it is on pages that are there. */
  write(): void {
    const native = document.getSelection()
    const from = this.place(this.anchor)
    const to = this.anchor === this.focus ? from : this.place(this.focus)
    if (!native || !from || !to) return
    native.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    this.written = stateOf(native)
  }

  /** Takes over what somebody else (a screen reader) has selected in the text of a page; false if that is nothing new. */
  read(): boolean {
    const native = document.getSelection()
    if (!this.hasFocus || !native || native.rangeCount === 0) return false
    const state = stateOf(native)
    if (this.written?.every((part, index) => part === state[index])) return false
    const anchor = this.offsetOf(native.anchorNode, native.anchorOffset)
    const focus = this.offsetOf(native.focusNode, native.focusOffset)
    if (anchor === null || focus === null) return false
    if (anchor === this.anchor && focus === this.focus) return false
    this.anchor = anchor
    this.focus = focus
    this.written = state
    return true
  }

  /** In the page that has the offset; else at the nearer end of the pages that are there. */
  private place(offset: number) {
    const shown = this.sheets().filter(({ words }) => words !== null)
    const own =
      shown.find(({ page }) => page.start <= offset && offset <= page.end) ??
      (offset < (shown[0]?.page.start ?? 0) ? shown[0] : shown.at(-1))
    return own?.words?.map.position(offset) ?? null
  }

  /** Only places in text count: a page that goes takes the browser's selection to somewhere else. */
  private offsetOf(node: Node | null, offset: number): number | null {
    if (!(node instanceof Text)) return null
    for (const { words } of this.sheets()) {
      const found = words?.element.contains(node) ? words.map.offsetOf(node, offset) : null
      if (found !== null && found !== undefined) return found
    }
    return null
  }
}

const stateOf = ({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection) =>
  [anchorNode, anchorOffset, focusNode, focusOffset] as const
