import { useEffect, useState } from 'react'
import type { Span } from '../../shared/model/span.ts'
import { Icon } from '../ui/icons.tsx'
import type { ReaderData, ReaderModel } from './model.ts'
import './pills.css'
import { count } from './say.ts'
import { selectSegment } from './selecting.ts'

/** A line at the foot: how many segments lie above and below the screen; each is a way to the nearest of them. */
export function Pills({
  model,
  data,
  scroller,
}: {
  model: ReaderModel
  data: ReaderData
  scroller: HTMLElement | null
}) {
  const shown = useShown(model, scroller)
  const { before, after } = data.segments.beyond(shown)
  // the line stays while one scrolls, and under a filter: what is above it does not jump
  if (data.every.all.length === 0) return null
  return (
    <div className="pills">
      {before > 0 ? <Pill model={model} data={data} shown={shown} direction={-1} number={before} /> : null}
      {after > 0 ? <Pill model={model} data={data} shown={shown} direction={1} number={after} /> : null}
    </div>
  )
}

interface PillProps {
  readonly model: ReaderModel
  readonly data: ReaderData
  readonly shown: Span
  readonly direction: 1 | -1
  readonly number: number
}

function Pill({ model, data, shown, direction, number }: PillProps) {
  const where = direction === 1 ? 'below' : 'above'
  function go(): void {
    const next =
      direction === 1
        ? data.segments.step(shown.end, 1)
        : data.segments.all.findLast(({ end }) => end <= shown.start)
    if (!next) return
    selectSegment(model, next)
    model.view.reveal(next)
  }
  return (
    <button
      type="button"
      className={`pill pill-${where}`}
      aria-label={`${count(number, 'segment')} ${where}: go to the nearest`}
      onMouseDown={event => event.preventDefault()}
      onClick={go}
    >
      <span className={`pill-arrow-${where}`}>
        <Icon name="down" size={11} />
      </span>
      {number.toLocaleString('en')} {where}
    </button>
  )
}

/** Asking where the screen ends means laying out: not in every frame of a scroll. */
const PAUSE_MS = 120

function useShown({ view }: ReaderModel, scroller: HTMLElement | null): Span {
  const [shown, setShown] = useState<Span>({ start: 0, end: 0 })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      timer = undefined
      const next = view.shown()
      setShown(last => (last.start === next.start && last.end === next.end ? last : next))
    }
    const later = () => {
      timer ??= setTimeout(ask, PAUSE_MS)
    }
    const stop = view.onLayout(later)
    scroller?.addEventListener('scroll', later, { passive: true })
    ask()
    return () => {
      stop()
      clearTimeout(timer)
      scroller?.removeEventListener('scroll', later)
    }
  }, [view, scroller])
  return shown
}
