import { useContext, useEffect, useLayoutEffect } from 'react'
import { coding } from '../state/coding.ts'
import { keepPlace, type PaneId, placeIn, tellPlace } from '../state/places.ts'
import { type Reveal, workspace } from '../state/workspace.ts'
import { useStore } from '../ui/use-store.ts'
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
  usePlaceKept(model, scroller, paneId)

  useEffect(() => {
    if (!scroller || !isWish(reveal, model, paneId)) return
    met = reveal.nonce
    show(model, reveal)
  }, [model, scroller, paneId, reveal])

  useEffect(() => {
    if (!scroller || returned <= met || workspace.getState().paneId !== paneId) return
    met = returned
    takeUp(model, paneId)
    coding.setState({ selection: null, segmentId: null })
    followFocus(model, scroller)
  }, [model, scroller, paneId, returned])
}

function usePlaceKept(model: ReaderModel, scroller: HTMLElement | null, paneId: PaneId): void {
  const { view, documentId } = model

  // as long as the text is on the page, which it no longer is when effects are taken back
  useLayoutEffect(() => {
    if (!scroller) return
    return tellPlace(paneId, documentId, () => ({ top: view.shown().start, caret: view.caret() }))
  }, [view, documentId, scroller, paneId])

  useEffect(() => {
    if (!scroller) return
    if (!isWish(workspace.getState().reveal, model, paneId)) takeUp(model, paneId)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!scroller.isConnected) return
        keepPlace(paneId, documentId, { top: view.shown().start, caret: view.caret() })
      }, KEEP_MS)
    }
    scroller.addEventListener('scroll', keep, { passive: true })
    const stop = view.onSelect(keep)
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', keep)
      stop()
    }
  }, [model, view, documentId, scroller, paneId])
}

const isWish = (reveal: Reveal | null, { documentId }: ReaderModel, paneId: PaneId): reveal is Reveal =>
  reveal !== null && reveal.documentId === documentId && reveal.paneId === paneId && reveal.nonce > met

/** The place where this document was left, screen and caret. */
function takeUp({ view, documentId }: ReaderModel, paneId: PaneId): void {
  const place = placeIn(paneId, documentId)
  if (!place) return
  view.placeCaret(place.caret)
  view.restore(place.top)
}

/** Who read in another pane, or in a text that is gone from the page, goes on reading here. */
function followFocus({ view }: ReaderModel, scroller: HTMLElement): void {
  const focused = document.activeElement
  const pane = focused?.closest('[data-pane]') ?? null
  const isElsewhere = pane !== null && !pane.contains(scroller)
  if (isElsewhere || focused === document.body) view.focus()
}

function show(model: ReaderModel, { span, segmentId }: Reveal): void {
  model.view.reveal(span)
  model.view.placeCaret(span.start)
  coding.setState({ selection: null, segmentId })
  if (!prefersStillness()) flash(model, span)
}
