import { type CSSProperties, memo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icons.tsx'
import { type Spot, spotOf, spotOfEvent } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { CommentField } from './CommentField.tsx'
import { drawerState, togglePicked } from './drawer-state.ts'
import { openPlace } from './open-place.ts'
import { contextAfter, contextBefore, placeOf } from './quotation.ts'
import type { Asking } from './SegmentQuestions.tsx'

export type Ask = (what: Asking['what'], row: SegmentRow, spot: Spot) => void

interface Props {
  readonly row: SegmentRow
  readonly index: number
  readonly top: number
  readonly height: number
  /** lines of the quote that have room */
  readonly lines: number
  /** characters of context asked for */
  readonly around: number
  readonly code: Code | undefined
  readonly isAt: boolean
  readonly isPicked: boolean
  readonly commenting: boolean
  readonly onAsk: Ask
}

/** One coding: where it is, what it says, its code and coder, its comment. */
export const SegmentLine = memo(function SegmentLine(props: Props) {
  const { row, index, top, height, lines, isAt, isPicked, commenting, onAsk } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the grid
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-label={spokenRow(row)}
      aria-selected={isPicked}
      tabIndex={isAt ? 0 : -1}
      data-home={isAt ? '' : undefined}
      data-at={isAt}
      data-commented={row.comment !== '' || commenting ? '' : undefined}
      className="segments-row"
      style={{ top, height, '--lines': lines } as CSSProperties}
      onFocus={() => drawerState.setState({ at: index })}
      onClick={event => {
        if (event.ctrlKey || event.metaKey) togglePicked(row.codingId)
      }}
      onDoubleClick={() => openPlace(row)}
      onContextMenu={event => {
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
        onAsk('menu', row, spotOfEvent(event))
      }}
    >
      <Pick row={row} isPicked={isPicked} />
      <span role="gridcell" className="segments-reference">
        <button type="button" tabIndex={-1} onClick={() => openPlace(row)}>
          {row.reference}
        </button>
        <span className="segments-place" dir="auto">
          {placeOf(row)}
        </span>
      </span>
      <Quote {...props} />
      <CodeCell {...props} />
      <Comment {...props} />
      <span role="gridcell" className="segments-more">
        <button
          type="button"
          className="segments-more-button"
          tabIndex={-1}
          aria-label={`More for ${row.reference}`}
          aria-haspopup="menu"
          onClick={event => onAsk('menu', row, spotOf(event.currentTarget))}
          onDoubleClick={event => event.stopPropagation()}
        >
          <Icon name="more" size={14} />
        </button>
      </span>
    </div>
  )
})

function spokenRow(row: SegmentRow): string {
  const comment = row.comment === '' ? '' : `. Comment: ${row.comment}`
  return `${row.reference}, ${placeOf(row)}, ${row.code}, ${row.coder}: ${row.quote}${comment}`
}

function Pick({ row, isPicked }: Pick<Props, 'row' | 'isPicked'>) {
  return (
    <span role="gridcell" className="segments-pick">
      <button
        type="button"
        role="checkbox"
        className="segments-pick-button"
        tabIndex={-1}
        aria-checked={isPicked}
        aria-label={`Pick ${row.reference}, ${row.code}`}
        onClick={event => {
          event.stopPropagation()
          togglePicked(row.codingId)
        }}
        onDoubleClick={event => event.stopPropagation()}
      >
        <span className="segments-pick-box">{isPicked ? <Icon name="check" size={12} /> : null}</span>
      </button>
    </span>
  )
}

function Quote({ row, around }: Props) {
  const { before, quote, after } = row
  return (
    <span role="gridcell" className="segments-quote">
      <span className="segments-quote-text" dir="auto">
        {around > 0 ? (
          <span className="segments-around">{contextBefore(before, before.length >= around)}</span>
        ) : null}
        <mark>{quote}</mark>
        {around > 0 ? (
          <span className="segments-around">{contextAfter(after, after.length >= around)}</span>
        ) : null}
      </span>
    </span>
  )
}

function CodeCell({ row, code, onAsk }: Props) {
  const theme = useStore(themeStore, state => state.theme)
  return (
    <span role="gridcell" className="segments-code">
      <button
        type="button"
        className="segments-code-button"
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={`Recode, now ${row.code}`}
        onClick={event => onAsk('recode', row, spotOf(event.currentTarget))}
        onDoubleClick={event => event.stopPropagation()}
      >
        {code ? <Glyph name={code.glyph} color={codeColor(code.color, theme)} /> : null}
        <span className="segments-code-name" dir="auto">
          {code?.name ?? row.code}
        </span>
      </button>
      <span className="segments-place">{row.coder}</span>
    </span>
  )
}

function Comment({ row, commenting }: Props) {
  return (
    <span role="gridcell" className="segments-comment">
      {commenting ? (
        <CommentField row={row} />
      ) : (
        <button
          type="button"
          className="segments-comment-button"
          tabIndex={-1}
          data-empty={row.comment === ''}
          aria-label={row.comment === '' ? `Comment on ${row.reference}` : `Comment: ${row.comment}`}
          onClick={() => drawerState.setState({ commenting: row.codingId })}
          onDoubleClick={event => event.stopPropagation()}
        >
          <span className="segments-comment-text" dir="auto">
            {row.comment === '' ? 'Comment' : row.comment}
          </span>
        </button>
      )}
    </span>
  )
}
