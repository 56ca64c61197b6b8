import { useCallback, useDeferredValue, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { type Anchor, useBeside } from '../ui/anchored.ts'
import './picker.css'
import { PickerRow } from './PickerRow.tsx'
import type { Row, Shelf } from './rows.ts'
import { type PickingDeeds, usePicking } from './use-picking.ts'

interface Props extends PickingDeeds {
  /** "Code 31 words" */
  readonly title: string
  readonly anchor: () => Anchor | null
  readonly shelf: Shelf
}

/** Type a few letters, press Enter: codes are found, made, put on and taken off without leaving the passage. */
export function Picker({ title, anchor, shelf, ...deeds }: Props) {
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const { typed, rows, active, already, isMeant, type, take, press } = usePicking(shelf, deeds)
  const drawn = useDrawn(rows)
  const onTake = useLatest((row: Row) => take(row, 'close', true))
  useBeside(box, anchor)
  useOutside(box, deeds.onClose)
  return createPortal(
    <div ref={box} className="picker" role="dialog" aria-label={title}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        className="picker-input"
        role="combobox"
        aria-label={title}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? `${list}-${active}` : undefined}
        placeholder={`${title}…`}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={event => type(event.target.value)}
        onKeyDown={press}
      />
      {already.length > 0 ? (
        <p className="picker-taken">with {already.map(({ name }) => name).join(', ')}</p>
      ) : null}
      <div id={list} className="picker-list" role="listbox" aria-label="Codes">
        {drawn.map((row, index) => (
          <PickerRow
            // by its place: with every key the rows say something else, and saying it is less to do than making them anew
            // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps nothing to itself
            key={index}
            id={`${list}-${index}`}
            row={row}
            isActive={index === active}
            onTake={onTake}
          />
        ))}
      </div>
      <Keys row={rows[active]} isMeant={isMeant} />
    </div>,
    document.body,
  )
}

/** so many rows are seen without scrolling */
const SEEN = 12

/** With every key the rows that are seen are drawn at once, those below them as soon as there is time. */
function useDrawn(rows: readonly Row[]): readonly Row[] {
  const later = useDeferredValue(rows)
  return later === rows ? rows : [...rows.slice(0, SEEN), ...(rows.length > SEEN ? later.slice(SEEN) : [])]
}

/** Always the same function, which does what the latest one would. */
function useLatest<A extends unknown[]>(deed: (...about: A) => void): (...about: A) => void {
  const latest = useRef(deed)
  useLayoutEffect(() => {
    latest.current = deed
  })
  return useCallback((...about: A) => latest.current(...about), [])
}

const isMac = navigator.platform.startsWith('Mac')

function Keys({ row, isMeant }: { row: Row | undefined; isMeant: boolean }) {
  const isHere = row?.kind === 'code' && row.isHere
  const enter = row?.kind === 'create' ? 'create' : isHere ? (isMeant ? 'take off' : 'keep') : 'apply'
  return (
    <p className="picker-keys" aria-hidden="true">
      <kbd>↵</kbd> {enter} <kbd>⇧↵</kbd> and go on <kbd>{isMac ? '⌘↵' : 'Ctrl↵'}</kbd> and comment{' '}
      <kbd>;</kbd> several <kbd>a/b</kbd> sub-code <kbd>Esc</kbd>
    </p>
  )
}

function useOutside(box: React.RefObject<HTMLElement | null>, close: () => void): void {
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) closing.current()
    }
    document.addEventListener('pointerdown', pressed, { capture: true })
    return () => document.removeEventListener('pointerdown', pressed, { capture: true })
  }, [box])
}
