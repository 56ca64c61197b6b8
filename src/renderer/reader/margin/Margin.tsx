import { type MouseEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { Segment } from '../../../shared/contract/segments.ts'
import { spotOfEvent } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { openMenu } from '../menus.ts'
import type { ReaderData, ReaderModel } from '../model.ts'
import { useOwnCoding, useSideName } from '../own-pane.ts'
import { selectSegment } from '../selecting.ts'
import { BarButton } from './BarButton.tsx'
import { BarTip } from './BarTip.tsx'
import { type Bar, barAt, type MarginPicture } from './bars.ts'
import { newCodings } from './fresh.ts'
import { OverflowChip } from './OverflowChip.tsx'
import './margin.css'
import { pressInMargin } from './margin-keys.ts'
import { type BarFinder, useBarDrag } from './use-bar-drag.ts'
import { usePicture } from './use-picture.ts'

/** Beside the text, a bar for each coding: what is coded here, by whom, how far. */
export function Margin({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const picture = usePicture(model, data, element)
  const pointed = useStore(model.store, state => state.pointed)
  const under = useStore(model.store, state => state.under)
  const selectedId = useOwnCoding(state => state.segmentId)
  const side = useSideName()
  // one bar is in the tab order; the arrows go to the others
  const [home, setHome] = useState<string | null>(null)
  const homeId = picture.bars.some(({ id }) => id === home) ? home : (picture.bars[0]?.id ?? null)
  const shown = pointed && picture.bars.find(bar => isAt(bar, pointed))
  const find = useFinding(picture)
  const pointer = usePointer(model, find)
  const drag = useBarDrag(model, find)
  const fresh = useFresh(data)

  return (
    <aside
      ref={setElement}
      className="margin"
      aria-label={`Codings beside the text${side}`}
      data-pointed={pointed ? '' : undefined}
      onKeyDown={event => pressInMargin(event, model, picture, setHome)}
      // a bar can be carried to a code of the list, a code to a bar; each has a menu that does the same
      draggable
      onContextMenu={event => {
        const bar = find(event) ?? barOfFocus(event.target, picture)
        if (!bar) return
        event.preventDefault()
        selectSegment(model, bar.segment)
        openMenu(model, spotOfEvent(event), {
          kind: 'coding',
          segmentId: bar.segment.id,
          codingId: bar.codingId,
        })
      }}
      {...pointer}
      {...drag}
    >
      {picture.bars.map(bar => (
        <BarButton
          key={bar.id}
          model={model}
          bar={bar}
          pitch={picture.pitch}
          isPointed={bar === shown}
          isUnder={under.includes(bar.segment.id)}
          isSelected={bar.segment.id === selectedId}
          isHome={bar.id === homeId}
          isFresh={fresh.has(bar.id)}
          onHome={setHome}
        />
      ))}
      {picture.overflows.map(overflow => (
        <OverflowChip key={overflow.segmentIds[0]} model={model} overflow={overflow} pitch={picture.pitch} />
      ))}
      {shown ? <BarTip key={shown.id} model={model} bar={shown} /> : null}
    </aside>
  )
}

/** Codings that were not there the last time; at first none is new. */
function useFresh({ segments }: ReaderData): ReadonlySet<string> {
  const known = useRef<readonly Segment[]>(null)
  return useMemo(() => {
    const before = known.current
    known.current = segments.all
    return before ? newCodings(before, segments.all) : new Set<string>()
  }, [segments])
}

const isAt = (bar: Bar, pointed: { segmentId: string; codingId: string | null }) =>
  bar.segment.id === pointed.segmentId && bar.codingId === pointed.codingId

const barOfFocus = (target: EventTarget, { bars }: MarginPicture): Bar | undefined => {
  const id = target instanceof HTMLElement ? target.dataset['bar'] : undefined
  return bars.find(bar => bar.id === id)
}

/** The pointer means the nearest bar, or the one whose label it is on. */
function useFinding(picture: MarginPicture): BarFinder {
  const current = useRef(picture)
  current.current = picture
  return useCallback(event => {
    const label = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-label]') : null
    const id = label?.dataset['label']
    if (id !== undefined) return current.current.bars.find(bar => bar.id === id) ?? null
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return barAt(current.current, event.clientX - left, event.clientY - top)
  }, [])
}

function usePointer(model: ReaderModel, find: BarFinder) {
  const point = (bar: Bar | null) => {
    const { pointed } = model.store.getState()
    if (bar ? pointed && isAt(bar, pointed) : !pointed) return
    model.store.setState({ pointed: bar && { segmentId: bar.segment.id, codingId: bar.codingId } })
  }
  return {
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(find(event)),
    onPointerLeave: () => point(null),
    // the text keeps the focus: what was clicked is selected and its keys are those of the text
    onMouseUp: () => model.view.focus(),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const bar = find(event)
      if (!bar || event.detail === 0) return
      selectSegment(model, bar.segment)
      model.view.focus()
    },
  }
}
