import type { DomSpan } from '../dom-span.ts'
import { SelectedSpan } from '../selected-span.ts'

/**
 * What is selected, as offsets, and the browser's own selection, which shows it and moves
 * it. The offsets are the truth: a field that takes the focus takes the browser's
 * selection with it, and the text must get its own back.
 */
export class TextSelection extends SelectedSpan {
  private readonly map: DomSpan

  constructor(root: HTMLElement, map: DomSpan, length: number) {
    super(root, length)
    this.map = map
  }

  /** Takes over what the browser has selected; false if that changed nothing or is not in this text. */
  read(): boolean {
    const native = document.getSelection()
    if (!this.hasFocus || !native || native.rangeCount === 0) return false
    const anchor = this.offsetOf(native.anchorNode, native.anchorOffset)
    const focus = this.offsetOf(native.focusNode, native.focusOffset)
    if (anchor === this.anchor && focus === this.focus) return false
    this.anchor = anchor
    this.focus = focus
    return true
  }

  /** Gives the browser back what is selected here. */
  write(): void {
    const native = document.getSelection()
    if (!native) return
    const isForward = this.anchor <= this.focus
    const from = this.map.position(this.anchor, isForward ? 'after' : 'before')
    const to =
      this.anchor === this.focus ? from : this.map.position(this.focus, isForward ? 'before' : 'after')
    native.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  modify(extend: boolean, direction: string, by: string): void {
    document.getSelection()?.modify(extend ? 'extend' : 'move', direction, by)
  }

  /** A place outside the text counts as its beginning or its end: so "select all" of a menu means this text. */
  private offsetOf(node: Node | null, offset: number): number {
    const inside = this.map.offsetOf(node, offset)
    if (inside !== null || !node) return inside ?? this.focus
    const range = document.createRange()
    range.selectNodeContents(this.root)
    return range.comparePoint(node, offset) < 0 ? 0 : this.length
  }
}
