import type { Span } from '../../shared/model/span.ts'
import { announce } from '../state/messages.ts'
import { type FindHow, findFolded, hitFrom } from './find.ts'
import { hintLater } from './find-hints.ts'
import { foldedOf } from './folded-text.ts'
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
  // made ready while the bar appears: the first letter finds it there
  else setTimeout(() => foldedOf(model.text))
}

/** Looks from where the reader is, so that typing on does not jump about. */
export function lookFor(model: ReaderModel, words: string, how?: FindHow): void {
  const { view, store } = model
  const before = store.getState().finding
  const finding = { ...before, words, how: how ?? before.how, hint: null }
  const hits = hitsOf(model, finding)
  const from = before.hits[before.current]?.start ?? view.shown().start
  const current = hitFrom(hits, from)
  store.setState({ finding: { ...finding, hits, current } })
  showHit(model, hits[current])
  if (hits.length === 0) hintLater(model)
}

const hitsOf = ({ text }: ReaderModel, { words, how }: { words: string; how: FindHow }): Span[] =>
  findFolded(foldedOf(text), words, how)

/** One of the two switches of the bar. */
export function switchFind(model: ReaderModel, which: keyof FindHow): void {
  const { words, how } = model.store.getState().finding
  lookFor(model, words, { ...how, [which]: !how[which] })
}

/** F3, also with the bar closed: on from the hit, or from the caret. */
export function stepHit(model: ReaderModel, direction: 1 | -1): void {
  const { store, view } = model
  const { finding } = store.getState()
  const hits = finding.hits.length > 0 ? finding.hits : hitsOf(model, finding)
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
  model.store.setState({ finding: { ...finding, isOpen: false, hits: [], hint: null } })
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
