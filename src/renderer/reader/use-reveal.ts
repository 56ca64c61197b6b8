import { useEffect } from 'react'
import type { DocumentId } from '../../shared/model/ids.ts'
import { coding } from '../state/coding.ts'
import { type Reveal, workspace } from '../state/workspace.ts'
import { useStore } from '../ui/use-store.ts'
import type { ReaderModel } from './model.ts'
import { flash, prefersStillness } from './target.ts'

/** where each document was left, while the window lives */
const places = new Map<DocumentId, number>()
/** the last wish to see something that was met: coming back to a tab must not meet it again */
let met = 0

/** Goes where the rest of the window wants the reader to be, or to where this document was left. */
export function useReveal(model: ReaderModel, scroller: HTMLElement | null): void {
  const reveal = useStore(workspace, state => state.reveal)

  useEffect(() => {
    if (!scroller) return
    const { view, documentId } = model
    const place = places.get(documentId)
    if (place !== undefined && !isWish(workspace.getState().reveal, documentId)) view.restore(place)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = setTimeout(() => places.set(documentId, view.shown().start), 120)
    }
    scroller.addEventListener('scroll', keep, { passive: true })
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', keep)
    }
  }, [model, scroller])

  useEffect(() => {
    if (!scroller || !isWish(reveal, model.documentId)) return
    met = reveal.nonce
    show(model, reveal)
  }, [model, scroller, reveal])
}

const isWish = (reveal: Reveal | null, documentId: DocumentId): reveal is Reveal =>
  reveal !== null && reveal.documentId === documentId && reveal.nonce > met

function show(model: ReaderModel, { span, segmentId }: Reveal): void {
  model.view.reveal(span)
  model.view.placeCaret(span.start)
  coding.setState({ selection: null, segmentId })
  if (!prefersStillness()) flash(model, span)
}
