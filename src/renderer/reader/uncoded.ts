import { announce } from '../state/messages.ts'
import type { ReaderModel } from './model.ts'

/** The next paragraph, from the caret, that carries no code of what the margin shows. */
export function stepUncoded(model: ReaderModel, direction: 1 | -1): void {
  const { units, view, data } = model
  const here = units.at('paragraph', view.caret())
  let paragraph = units.paragraphBeside(here?.start ?? view.caret(), direction)
  while (paragraph && data.segments.overlapping(paragraph).some(({ codings }) => codings.length > 0))
    paragraph = units.paragraphBeside(paragraph.start, direction)
  if (!paragraph) {
    announce(direction === 1 ? 'No uncoded paragraph below' : 'No uncoded paragraph above')
    return
  }
  view.placeCaret(paragraph.start)
  view.reveal(paragraph, 'unless-seen')
  announce(model.text.slice(paragraph.start, paragraph.end).slice(0, 200))
}
