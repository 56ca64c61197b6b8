import { Fragment, memo, type RefObject, useEffect, useRef, useState } from 'react'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { PaneContext } from '../../reader/own-pane.ts'
import { Reader } from '../../reader/Reader.tsx'
import { activatePane, panesOf } from '../../state/panes.ts'
import type { PaneId } from '../../state/places.ts'
import { type Pane, workspace } from '../../state/workspace.ts'
import { useStore } from '../../ui/use-store.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { focusPlace } from '../regions.ts'
import './panes.css'
import { leastWidth, loadShare, saveShare, shareOf } from './pane-share.ts'
import { SplitHandle } from './SplitHandle.tsx'
import { scrollTogether } from './scroll-together.ts'
import { TabBar } from './TabBar.tsx'

/** One text with its tabs, or two side by side with a line between them that can be moved. */
export function Panes() {
  const box = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(loadShare)
  const panes = usePanes()
  const isSplit = panes.length > 1
  useTogether(box, isSplit)
  useFocusKept(isSplit)
  return (
    <div ref={box} className={isSplit ? 'panes panes-split' : 'panes'}>
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index === 1 ? <PanesLine box={box} share={share} onShare={setShare} /> : null}
          <PaneView
            pane={pane}
            side={!isSplit ? 'only' : index === 0 ? 'left' : 'right'}
            share={!isSplit ? 1 : index === 0 ? share : 1 - share}
          />
        </Fragment>
      ))}
    </div>
  )
}

function usePanes(): readonly Pane[] {
  const paneId = useStore(workspace, state => state.paneId)
  const tabs = useStore(workspace, state => state.tabs)
  const documentId = useStore(workspace, state => state.documentId)
  const beside = useStore(workspace, state => state.beside)
  return panesOf({ paneId, tabs, documentId, beside })
}

interface PaneProps {
  readonly pane: Pane
  readonly side: 'only' | 'left' | 'right'
  /** of the width */
  readonly share: number
}

const NAMES = { left: 'Left text', right: 'Right text' }

function PaneView({ pane, side, share }: PaneProps) {
  const { id, documentId } = pane
  const isActive = useStore(workspace, state => state.paneId === id)
  const look = side === 'only' ? {} : { role: 'group', 'aria-label': NAMES[side] }
  return (
    <div
      className={isActive ? 'pane pane-active' : 'pane'}
      data-pane={id}
      data-active={isActive ? '' : undefined}
      {...look}
      style={{ flexGrow: share }}
    >
      <TabBar pane={pane} side={side} />
      <div
        className="pane-text"
        onFocusCapture={() => activatePane(id)}
        onPointerDownCapture={() => activatePane(id)}
      >
        {documentId === null ? null : <Text paneId={id} documentId={documentId} />}
      </div>
    </div>
  )
}

const Text = memo(({ paneId, documentId }: { paneId: PaneId; documentId: DocumentId }) => (
  <ErrorBoundary key={documentId}>
    <PaneContext value={paneId}>
      <Reader documentId={documentId} />
    </PaneContext>
  </ErrorBoundary>
))

interface LineProps {
  readonly box: RefObject<HTMLElement | null>
  readonly share: number
  readonly onShare: (share: number) => void
}

function PanesLine({ box, share, onShare }: LineProps) {
  const width = useWidth(box)
  const least = leastWidth(width)
  return (
    <div className="panes-line">
      <SplitHandle
        label="Width of the left text"
        width={width * share}
        least={least}
        most={width - least}
        outward={1}
        onResize={next => onShare(saveShare(shareOf(next, width)))}
      />
    </div>
  )
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}

function useTogether(box: RefObject<HTMLElement | null>, isSplit: boolean): void {
  const isOn = useStore(workspace, state => state.together) && isSplit
  useEffect(() => (isOn && box.current ? scrollTogether(box.current) : undefined), [box, isOn])
}

/** A pane that goes with the focus in it leaves the focus to the other. */
function useFocusKept(isSplit: boolean): void {
  const was = useRef(isSplit)
  useEffect(() => {
    if (was.current && !isSplit && document.activeElement === document.body) focusPlace('text')
    was.current = isSplit
  }, [isSplit])
}
