import type { Span } from '../../../shared/model/span.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import { findWords } from '../find.ts'
import type { Units } from '../units.ts'
import type { DocumentView, Where } from '../view.ts'
import { buildText } from './build.ts'
import { createCaret } from './caret.ts'
import { Descriptions } from './descriptions.ts'
import { createGeometry } from './geometry.ts'
import { followKeys } from './keyboard.ts'
import { Listeners } from './listeners.ts'
import { Painter } from './painter.ts'
import { followPointer } from './pointer.ts'
import { createScrolling, type Scrolling } from './scrolling.ts'
import { TextSelection } from './selection.ts'
import './text.css'
import { type Visibility, watchChunks } from './visibility.ts'

/** A document whose canonical text is shown as real text, dressed by its structure. */
export function createTextView(
  text: string,
  structure: Structure,
  units: Units,
  label: string,
): DocumentView {
  const { root, map, chunks } = buildText(text, structure)
  dressRoot(root, label)
  const geometry = createGeometry(root, map)
  const selection = new TextSelection(root, map, text.length)
  const descriptions = new Descriptions(chunks)
  const caret = createCaret()
  const painter = new Painter(map, () => visibility?.near() ?? chunks.slice(0, 1))
  const listeners = new Listeners()
  let visibility: Visibility | undefined
  let scrolling: Scrolling | undefined
  let scroller: HTMLElement | undefined

  function showCaret(): void {
    const isShown = selection.hasFocus && selection.span === null
    const box = isShown ? geometry.caretRect(selection.focus) : null
    const page = caret.element.parentElement?.getBoundingClientRect()
    caret.show(box && page ? { x: box.left - page.left, y: box.top - page.top, height: box.height } : null)
  }

  /** Without the focus the browser shows no selection here: then it is painted. */
  function showSelection(): void {
    const { span, hasFocus } = selection
    painter.paint('selection', span && !hasFocus ? { style: 'selection', spansIn: () => [span] } : null)
    showCaret()
  }

  function select(anchor: number, focus: number): void {
    selection.set(anchor, focus)
    showSelection()
  }

  function moved(): void {
    painter.refreshAll()
    descriptions.refresh(visibility?.near() ?? [])
    showCaret()
    listeners.layout()
  }

  function attach(): () => void {
    const stops = [
      followKeys(root, {
        selection,
        geometry,
        scroller: () => scroller,
        reveal,
        select,
        changed: () => changed('keys'),
      }),
      followPointer(root, {
        units,
        offsetAt: geometry.offsetAt,
        focus: () => root.focus({ preventScroll: true }),
        select,
        began: () => listeners.pointerBegan(),
        ended: event => endPointer(event),
      }),
      listeners.onNative(takeOver),
    ]
    root.addEventListener('focus', focused)
    root.addEventListener('blur', showSelection)
    return () => {
      for (const stop of stops) stop()
      root.removeEventListener('focus', focused)
      root.removeEventListener('blur', showSelection)
    }
  }

  /** The browser has changed its selection by itself. */
  function takeOver(): boolean {
    const isNews = selection.read()
    if (isNews) showCaret()
    return isNews
  }

  function focused(): void {
    selection.write()
    showSelection()
  }

  function changed(mover: 'keys' | 'pointer'): void {
    showCaret()
    listeners.select(mover)
  }

  function endPointer(event: MouseEvent): void {
    listeners.pointerEnded()
    selection.read()
    if (selection.span) {
      const { start, end } = units.snap(selection.span)
      if (selection.anchor <= selection.focus) select(start, end)
      else select(end, start)
    }
    changed('pointer')
    if (!selection.span && event.detail === 1 && root.contains(event.target as Node))
      listeners.click(selection.focus)
  }

  function reveal(span: Span, where: Where = 'centre'): void {
    scrolling?.reveal(span, where)
  }

  return {
    element: root,
    mount: (into, page) => {
      scroller = into
      page.prepend(root)
      page.append(caret.element)
      visibility = watchChunks(into, chunks)
      scrolling = createScrolling(into, geometry)
      visibility.onChange(moved)
      const detach = attach()
      moved()
      return () => {
        detach()
        scrolling?.cancel()
        visibility?.disconnect()
        caret.stop()
        descriptions.stop()
        painter.clearAll()
        caret.element.remove()
        root.remove()
      }
    },
    focus: () => root.focus({ preventScroll: true }),
    get hasFocus() {
      return selection.hasFocus
    },
    selection: () => selection.span,
    caret: () => selection.focus,
    select: span => select(span?.start ?? selection.focus, span?.end ?? selection.focus),
    placeCaret: offset => select(offset, offset),
    onSelect: listeners.onSelect,
    onClick: listeners.onClick,
    paint: (name, layer) => painter.paint(name, layer),
    describe: describe => descriptions.set(describe, visibility?.near() ?? []),
    reveal,
    ...geometry,
    window: () => visibility?.window() ?? { start: 0, end: 0 },
    shown: () => shownIn(scroller, geometry.offsetAt, text.length, visibility),
    onLayout: listeners.onLayout,
    place: () => shownIn(scroller, geometry.offsetAt, text.length, visibility).start,
    restore: place => scrolling?.restore(place),
    find: words => findWords(text, words),
  }
}

function dressRoot(root: HTMLElement, label: string): void {
  root.tabIndex = 0
  root.setAttribute('role', 'document')
  root.setAttribute('aria-label', label)
  root.dataset['home'] = ''
}

/** What the screen shows; where something lies over its corners, what is near it. */
function shownIn(
  scroller: HTMLElement | undefined,
  offsetAt: (x: number, y: number) => number | null,
  length: number,
  visibility: Visibility | undefined,
): Span {
  if (!scroller) return { start: 0, end: 0 }
  const { left, right, top, bottom } = scroller.getBoundingClientRect()
  const near = visibility?.window() ?? { start: 0, end: length }
  const start = scroller.scrollTop < 4 ? 0 : (offsetAt(left, top + 4) ?? near.start)
  const isAtEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 4
  return { start, end: isAtEnd ? length : (offsetAt(right, bottom - 4) ?? near.end) }
}
