import type { Span } from '../../shared/model/span.ts'
import { announce } from '../state/messages.ts'
import { hitFrom } from './find.ts'
import type { ReaderModel } from './model.ts'
import { showSelection } from './selecting.ts'

/** Finding words in the document that is read. */

export function openFind(model: ReaderModel): void {
  const { finding } = model.store.getState()
  const selected = model.view.selection()
  const words =
    selected && selected.end - selected.start <= 80
      ? model.text.slice(selected.start, selected.end).trim()
      : ''
  model.store.setState({ finding: { ...finding, isOpen: true } })
  if (words !== '') lookFor(model, words)
  else if (finding.words !== '') lookFor(model, finding.words)
}

/** Looks from where the reader is, so that typing on does not jump about. */
export function lookFor(model: ReaderModel, words: string): void {
  const { view, store } = model
  const { finding } = store.getState()
  const hits = view.find(words)
  const from = finding.hits[finding.current]?.start ?? view.shown().start
  const current = hitFrom(hits, from)
  store.setState({ finding: { ...finding, words, hits, current } })
  showHit(model, hits[current])
}

/** F3, also with the bar closed: on from the hit, or from the caret. */
export function stepHit(model: ReaderModel, direction: 1 | -1): void {
  const { store, view } = model
  const { finding } = store.getState()
  const hits = finding.hits.length > 0 ? finding.hits : view.find(finding.words)
  if (hits.length === 0) {
    announce('Not found')
    return
  }
  const at = finding.current
  const current = at < 0 ? hitFrom(hits, view.caret()) : (at + direction + hits.length) % hits.length
  store.setState({ finding: { ...finding, hits, current } })
  showHit(model, hits[current])
  if (!finding.isOpen) selectHit(model, hits[current])
  announce(`Hit ${current + 1} of ${hits.length}`)
}

/** Back to the text, with the hit selected: it can be coded at once. */
export function closeFind(model: ReaderModel): void {
  const { finding } = model.store.getState()
  model.store.setState({ finding: { ...finding, isOpen: false, hits: [] } })
  selectHit(model, finding.hits[finding.current])
  model.view.focus()
}

function selectHit(model: ReaderModel, hit: Span | undefined): void {
  if (!hit) return
  model.view.select(hit)
  showSelection(model)
}

function showHit({ view }: ReaderModel, hit: Span | undefined): void {
  if (hit) view.reveal(hit, 'unless-seen')
}
