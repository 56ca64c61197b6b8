import type { CodeId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { trimSpan } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import { keyLabel } from '../commands/bindings.ts'
import { coding, noteUsed } from '../state/coding.ts'
import { announce } from '../state/messages.ts'
import type { ReaderModel } from './model.ts'
import { count, openingWords } from './say.ts'
import { showSelection } from './selecting.ts'

/** Two ways to mark: a start and an end by one key each, and the text marker that codes whatever is selected. */

/** M: the first time where a passage begins, the second time where it ends; then it is selected. */
export function markEdge(model: ReaderModel): void {
  const { view, store, text, units } = model
  const { markStart } = store.getState()
  const caret = view.caret()
  if (markStart === null) {
    const start = units.snap({ start: caret, end: caret }).start
    store.setState({ markStart: start })
    view.paint('mark', { style: 'flash', spansIn: () => [{ start, end: units.characterEdge(start, 1) }] })
    const words = openingWords(text, { start, end: Math.min(text.length, start + 200) }, 40)
    const again = keyLabel('selection.mark') ?? 'the same command'
    announce(`Start marked at “${words}”. Go to the end, then ${again} again; Esc takes the mark away.`)
    return
  }
  const span = markedSpan(text, markStart, caret)
  dropMark(model)
  if (!span) {
    announce('Start and end are the same place: nothing is selected')
    return
  }
  view.select(span)
  showSelection(model)
  announce(`${count(countWords(text.slice(span.start, span.end)), 'word')} selected`)
}

/** Between two places, whichever comes first; null where that is nothing but white space. */
export function markedSpan(text: string, one: number, other: number): Span | null {
  return trimSpan(text, { start: Math.min(one, other), end: Math.max(one, other) })
}

/** Whether there was a mark to take away. */
export function dropMark({ store, view }: ReaderModel): boolean {
  if (store.getState().markStart === null) return false
  store.setState({ markStart: null })
  view.paint('mark', null)
  return true
}

export function armMarker(model: ReaderModel, codeId: CodeId): void {
  noteUsed(codeId)
  coding.setState({ marker: codeId })
  const name = model.data.code.get(codeId)?.name ?? 'a new code'
  announce(
    `Text marker: ${name}. Every passage selected with the pointer is coded; ${keyLabel('code.again') ?? '“Again: the last code”'} codes what is selected by keys. Esc leaves.`,
  )
}

/** Whether the marker was on. */
export function disarmMarker(): boolean {
  if (coding.getState().marker === null) return false
  coding.setState({ marker: null })
  announce('Text marker off')
  return true
}
