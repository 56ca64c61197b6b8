import { type RefObject, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { coding } from '../state/coding.ts'
import { keepPlace, type PaneId, placeIn, tellPlace } from '../state/places.ts'
import { type Reveal, workspace } from '../state/workspace.ts'
import { useStore } from '../ui/use-store.ts'
import { revealArea } from './areas/reveal-area.ts'
import { type Hold, holdPlace } from './hold-place.ts'
import type { ReaderModel } from './model.ts'
import { PaneContext } from './own-pane.ts'
import { flash, prefersStillness } from './target.ts'

/** the last wish to see something that was met: coming back to a tab must not meet it again */
let met = 0

const KEEP_MS = 120

/** Goes where the rest of the window wants the reader to be, or to where this document was left. */
export function useReveal(model: ReaderModel, scroller: HTMLElement | null): void {
  const paneId = useContext(PaneContext)
  const reveal = useStore(workspace, state => state.reveal)
  const returned = useStore(workspace, state => state.returned)
  const hold = useRef<Hold | null>(null)
  usePlaceKept(model, scroller, paneId, hold)

  useEffect(() => {
    if (!scroller || !isWish(reveal, model, paneId)) return
    met = reveal.nonce
    hold.current?.stop()
    show(model, reveal)
  }, [model, scroller, paneId, reveal])

  useEffect(() => {
    if (!scroller || returned <= met || workspace.getState().paneId !== paneId) return
    met = returned
    takeUp(model, scroller, paneId, hold)
    coding.setState({ selection: null, segmentId: null })
    followFocus(model, scroller)
  }, [model, scroller, paneId, returned])
}

function usePlaceKept(
  model: ReaderModel,
  scroller: HTMLElement | null,
  paneId: PaneId,
  hold: RefObject<Hold | null>,
): void {
  const { view, documentId } = model

  // as long as the text is on the page, which it no longer is when effects are taken back
  useLayoutEffect(() => {
    if (!scroller) return
    const here = () => ({ top: view.shown().start, caret: view.caret() })
    return tellPlace(paneId, documentId, () => hold.current?.place() ?? here())
  }, [view, documentId, scroller, paneId, hold])

  useEffect(() => {
    if (!scroller) return
    if (!isWish(workspace.getState().reveal, model, paneId)) takeUp(model, scroller, paneId, hold)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!scroller.isConnected || hold.current?.place()) return
        keepPlace(paneId, documentId, { top: view.shown().start, caret: view.caret() })
      }, KEEP_MS)
    }
    scroller.addEventListener('scroll', keep, { passive: true })
    const stop = view.onSelect(keep)
    return () => {
      hold.current?.stop()
      clearTimeout(timer)
      scroller.removeEventListener('scroll', keep)
      stop()
    }
  }, [model, view, documentId, scroller, paneId, hold])
}

const isWish = (reveal: Reveal | null, { documentId }: ReaderModel, paneId: PaneId): reveal is Reveal =>
  reveal !== null && reveal.documentId === documentId && reveal.paneId === paneId && reveal.nonce > met

/** The place where this document was left, screen and caret. */
function takeUp(
  { view, documentId }: ReaderModel,
  scroller: HTMLElement,
  paneId: PaneId,
  hold: RefObject<Hold | null>,
): void {
  const place = placeIn(paneId, documentId)
  hold.current?.stop()
  if (place) hold.current = holdPlace(view, scroller, place)
}

/** Who read in another pane, or in a text that is gone from the page, goes on reading here. */
function followFocus({ view }: ReaderModel, scroller: HTMLElement): void {
  const focused = document.activeElement
  const pane = focused?.closest('[data-pane]') ?? null
  const isElsewhere = pane !== null && !pane.contains(scroller)
  if (isElsewhere || focused === document.body) view.focus()
}

function show(model: ReaderModel, { span, segmentId, area }: Reveal): void {
  const { printed } = model
  if (printed && area) {
    revealArea(printed, area, 'centre')
    coding.setState({ selection: null, segmentId })
    return
  }
  model.view.reveal(span)
  model.view.placeCaret(span.start)
  coding.setState({ selection: null, segmentId })
  if (!prefersStillness()) flash(model, span)
}
