import { useMemo } from 'react'
import type { Span } from '../../shared/model/span.ts'
import { useStore } from '../ui/use-store.ts'
import './hit-strip.css'
import type { ReaderModel } from './model.ts'

/** as many marks as there are lines of screen to put them on */
const ROWS = 400

/**
 * Beside the scrollbar a mark for each place with hits. A mark stands where its share of the
 * text lies, which is near to where the scrollbar has it; for the keys there are F3 and Shift+F3.
 */
export function HitStrip({ model }: { model: ReaderModel }) {
  const { hits, current, isOpen } = useStore(model.store, state => state.finding)
  const rows = useMemo(() => rowsOf(hits, model.text.length), [hits, model])
  if (!isOpen || hits.length === 0) return null
  const at = hits[current]
  const goTo = (row: number) => {
    const index = hits.findIndex(({ start }) => rowOf(start, model.text.length) >= row)
    const hit = hits[index]
    if (!hit) return
    model.store.setState(({ finding }) => ({ finding: { ...finding, current: index } }))
    model.view.reveal(hit)
  }
  return (
    <div className="hit-strip" aria-hidden="true" onMouseDown={event => event.preventDefault()}>
      {rows.map(row => (
        <div
          key={row}
          className="hit-strip-mark"
          style={{ top: `${(row / ROWS) * 100}%` }}
          onPointerDown={() => goTo(row)}
        />
      ))}
      {at ? (
        <div
          className="hit-strip-mark hit-strip-current"
          style={{ top: `${(rowOf(at.start, model.text.length) / ROWS) * 100}%` }}
        />
      ) : null}
    </div>
  )
}

const rowOf = (offset: number, length: number) => Math.floor((offset / Math.max(1, length)) * ROWS)

/** The rows of the strip that have a hit, each once, in order. Pure. */
export function rowsOf(hits: readonly Span[], length: number): number[] {
  return [...new Set(hits.map(({ start }) => rowOf(start, length)))]
}
