import type { Span } from '../../shared/model/span.ts'
import type { SelectedSpan } from './selected-span.ts'
import { Listeners } from './text-view/listeners.ts'
import type { Units } from './units.ts'

/** What selecting is in every view of a document, however its text is drawn. */
export abstract class SelectingView {
  abstract readonly element: HTMLElement
  protected abstract readonly selected: SelectedSpan
  protected readonly listeners = new Listeners()
  readonly onSelect = this.listeners.onSelect
  readonly onClick = this.listeners.onClick
  readonly onLayout = this.listeners.onLayout

  focus(): void {
    this.element.focus({ preventScroll: true })
  }
  get hasFocus(): boolean {
    return this.selected.hasFocus
  }
  selection(): Span | null {
    return this.selected.span
  }
  caret(): number {
    return this.selected.focus
  }
  select(span: Span | null): void {
    const { focus } = this.selected
    this.setSelection(span?.start ?? focus, span?.end ?? focus)
  }
  placeCaret(offset: number): void {
    this.setSelection(offset, offset)
  }

  protected abstract setSelection(anchor: number, focus: number): void

  /** What a hand has selected begins and ends where the units say, in the direction it was drawn. */
  protected snapSelection(units: Units): void {
    const { span, anchor, focus } = this.selected
    if (!span) return
    const { start, end } = units.snap(span)
    if (anchor <= focus) this.setSelection(start, end)
    else this.setSelection(end, start)
  }
}
