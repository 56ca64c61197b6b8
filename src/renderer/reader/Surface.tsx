import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { provide } from '../commands/define.ts'
import { coding, leaveCoding } from '../state/coding.ts'
import { attempt } from '../state/messages.ts'
import { preferences } from '../state/preferences.ts'
import { workspace } from '../state/workspace.ts'
import { Areas } from './areas/Areas.tsx'
import { dropDraft, settleDraft } from './areas/area-deeds.ts'
import { areasUnder } from './areas/area-model.ts'
import { pressOnArea } from './areas/area-press.ts'
import { CodePicker } from './CodePicker.tsx'
import { CommentEditor } from './CommentEditor.tsx'
import { readerDeeds } from './commands.ts'
import { copySelection } from './copying.ts'
import { applyCode } from './deeds.ts'
import { FindBar } from './FindBar.tsx'
import { GoToBar } from './GoToBar.tsx'
import { Handles } from './Handles.tsx'
import { HitStrip } from './HitStrip.tsx'
import { MarkerBadge } from './MarkerBadge.tsx'
import { Margin } from './margin/Margin.tsx'
import { disarmMarker, dropMark } from './marking.ts'
import { askInText } from './menus.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { NewName } from './NewName.tsx'
import { closeNaming } from './naming.ts'
import { PaneContext, useIsActivePane, useSideName } from './own-pane.ts'
import { Pills } from './Pills.tsx'
import type { Point } from './pdf-view/axis.ts'
import { PagesBar } from './pdf-view/PagesBar.tsx'
import { PagesLock } from './pdf-view/PagesLock.tsx'
import { PagesSide } from './pdf-view/PagesSide.tsx'
import { ReaderMenus } from './ReaderMenus.tsx'
import { ReaderStrip } from './ReaderStrip.tsx'
import { edgeMoveOf, resizeSelected, settleResizing } from './resizing.ts'
import { ScanBanner } from './ScanBanner.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { cycleSegments, deselect, showSelection } from './selecting.ts'
import { selectedSegment } from './target.ts'
import { useCaretKept } from './use-caret-kept.ts'
import { useReaderData } from './use-data.ts'
import { useDropping } from './use-dropping.ts'
import { usePainting } from './use-painting.ts'
import { useReveal } from './use-reveal.ts'

/** Text, margin and whatever floats above them. The text itself is the view's; React never looks into it. */
export const Surface = memo(function Surface({ model }: { model: ReaderModel }) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [host, setHost] = useState<HTMLElement | null>(null)
  const data = useReaderData(model)
  // of no concern to what the core says of the segments
  const above = useMemo(() => <Bars model={model} />, [model])
  const beside = useMemo(() => <HitStrip model={model} />, [model])
  useMounted(model, scroller, host)
  useFollowing(model)
  useReveal(model, scroller)
  useCaretKept(model, scroller)
  const dropping = useDropping(model)
  const isActive = useIsActivePane()
  const side = useSideName()
  useEffect(() => (isActive ? provide(readerDeeds(model)) : undefined), [model, isActive])

  return (
    <section
      className="reader"
      data-place="text"
      aria-label={`${model.name}${side}`}
      onMouseDown={() => keepFocus(model)}
      onContextMenu={event => {
        if (event.defaultPrevented || !model.view.element.contains(event.target as Node)) return
        event.preventDefault()
        askInText(model, event)
      }}
      onKeyDownCapture={event => pressBefore(event, model)}
      onKeyDown={event => press(event, model)}
    >
      {above}
      <div className="reader-frame">
        <PagesSide model={model} />
        {data ? <ReaderStrip model={model} data={data} /> : null}
        <div ref={setScroller} className="reader-scroll">
          <div className="reader-page">
            <div
              ref={setHost}
              className="reader-text"
              onPointerMove={event => pointInText(event, model)}
              onPointerLeave={() => model.store.setState({ under: [] })}
              onCopy={event => copySelection(model, event.nativeEvent)}
              {...dropping}
            />
            <div className="reader-margin">{data ? <Margin model={model} data={data} /> : null}</div>
            {data ? <Floating model={model} data={data} host={host} /> : null}
          </div>
        </div>
        {beside}
        <PagesLock model={model} />
      </div>
      {data ? <Pills model={model} data={data} scroller={scroller} /> : null}
      {data ? <SelectionBar model={model} data={data} /> : null}
      <NewName model={model} />
    </section>
  )
})

const Bars = ({ model }: { model: ReaderModel }) => (
  <>
    <PagesBar model={model} />
    <ScanBanner documentId={model.documentId} />
    <FindBar model={model} />
    <GoToBar model={model} />
  </>
)

function Floating({ model, data, host }: { model: ReaderModel; data: ReaderData; host: HTMLElement | null }) {
  // before anything is drawn from it: deeds look here for what the core said last
  useLayoutEffect(() => {
    model.data = data
    settleResizing(model)
    settleDraft(model)
  }, [model, data])
  usePainting(model, data)
  return (
    <>
      <Handles model={model} data={data} host={host} />
      <Areas model={model} data={data} host={host} />
      <CommentEditor model={model} data={data} />
      <CodePicker model={model} data={data} />
      <ReaderMenus model={model} data={data} />
      <MarkerBadge model={model} data={data} />
    </>
  )
}

/** Puts the text into the page for as long as it is read, and gives it the focus if nothing has it. */
function useMounted({ view }: ReaderModel, scroller: HTMLElement | null, host: HTMLElement | null): void {
  const paneId = useContext(PaneContext)
  useLayoutEffect(() => {
    if (!scroller || !host) return
    const stop = view.mount(scroller, host)
    const isActive = workspace.getState().paneId === paneId
    if (isActive && document.activeElement === document.body) view.focus()
    return () => {
      stop()
      leaveCoding(paneId)
    }
  }, [view, scroller, host, paneId])
}

const RESELECTED_MS = 500
const SETTLE_MS = 150

/** What is selected in the text is what coding commands act on; a selection made by pointer brings up the bar. */
function useFollowing(model: ReaderModel): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(0)
  useEffect(() => {
    const { view, store } = model
    let pressedAt = { x: 0, y: 0 }
    const stops = [
      view.onSelect(mover => {
        showSelection(model)
        clearTimeout(timer.current)
        store.setState({ isBarShown: false })
        if (mover === 'keys' && !view.selection()) coding.setState({ segmentId: null })
        if (mover !== 'pointer' || !view.selection()) return
        const { marker } = coding.getState()
        if (marker !== null && model.data.code.has(marker)) {
          void attempt(() => applyCode(model, marker))
          return
        }
        // a selection that is being corrected is not interrupted by the bar
        const wait = performance.now() - last.current < RESELECTED_MS ? SETTLE_MS : 0
        last.current = performance.now()
        timer.current = setTimeout(() => store.setState({ isBarShown: true }), wait)
      }),
      view.onClick(offset => cycleSegments(model, offset, areasUnder(model, pressedAt))),
      followPresses(view.element, point => {
        pressedAt = point
      }),
    ]
    return () => {
      clearTimeout(timer.current)
      for (const stop of stops) stop()
    }
  }, [model])
}

/** Where the pointer was last pressed: a click in the text can mean what is drawn over it. */
function followPresses(element: HTMLElement, hear: (point: Point) => void): () => void {
  const listening = new AbortController()
  const press = ({ clientX, clientY }: MouseEvent) => hear({ x: clientX, y: clientY })
  element.addEventListener('mousedown', press, { signal: listening.signal, capture: true })
  return () => listening.abort()
}

/** Shift and arrows belong to the selected segment before they belong to the selection. */
function pressBefore(event: KeyboardEvent, model: ReaderModel): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
  if (pressOnArea(event, model)) return
  if (model.view.selection() || !selectedSegment(model)) return
  const isRtl = getComputedStyle(model.view.element).direction === 'rtl'
  const move = edgeMoveOf(event, isRtl, preferences.getState().snap)
  if (!move) return
  event.preventDefault()
  event.stopPropagation()
  resizeSelected(model, move)
}

/** Esc, one step at a time: the bar, the slip with a new name, an area that was drawn, what is selected, the mark of a start, the text marker. */
function press(event: KeyboardEvent, model: ReaderModel): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const { isBarShown, fresh } = model.store.getState()
  if (isBarShown) model.store.setState({ isBarShown: false })
  else if (fresh?.state === 'slip') closeNaming(model)
  else if (dropDraft(model)) model.view.focus()
  else if (model.view.selection() || selectedSegment(model)) {
    deselect(model)
    model.view.focus()
  } else if (!dropMark(model) && !disarmMarker()) return
  event.preventDefault()
}

/** White space beside the text takes the focus from nothing: the keys go on meaning the text. */
function keepFocus({ view }: ReaderModel): void {
  setTimeout(() => {
    if (document.activeElement === document.body) view.focus()
  })
}

let isAsked = false

/** Text that is pointed at makes its bars stand out; asked once a frame. */
function pointInText({ clientX, clientY, buttons }: PointerEvent, model: ReaderModel): void {
  if (isAsked || buttons !== 0) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    const offset = model.view.offsetAt(clientX, clientY)
    const here = offset === null ? [] : model.data.segments.at(offset)
    const under = [...here, ...areasUnder(model, { x: clientX, y: clientY })].map(({ id }) => id)
    const known = model.store.getState().under
    if (under.length !== known.length || under.some((id, index) => id !== known[index]))
      model.store.setState({ under })
  })
}
