import { type CSSProperties, memo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { themeStore } from '../../app/theme.ts'
import { AreaPicture } from '../../reader/areas/AreaPicture.tsx'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icons.tsx'
import { spotOf, spotOfEvent } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { CommentField } from './CommentField.tsx'
import { ask, drawerState, keyOf } from './drawer-state.ts'
import { fitContext } from './fit-context.ts'
import { openPlace } from './open-place.ts'
import { pickRange, togglePicked } from './picking.ts'
import { placeOf, wordsOf } from './quotation.ts'
import { LINE_HEIGHT } from './use-list.ts'

interface Props {
  readonly row: SegmentRow
  readonly index: number
  readonly top: number
  readonly height: number
  /** lines of the quote that have room */
  readonly lines: number
  /** about how many characters those are */
  readonly room: number
  readonly code: Code | undefined
  readonly isAt: boolean
  readonly isPicked: boolean
  readonly commenting: boolean
}

/** One coding or free segment: where it is, what it says, its code and coder, its comment. */
export const SegmentLine = memo(function SegmentLine(props: Props) {
  const { row, index, top, height, lines, isAt, isPicked, commenting } = props
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
        if (event.ctrlKey || event.metaKey) togglePicked(row)
      }}
      onDoubleClick={() => openPlace(row)}
      onContextMenu={event => {
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
        ask('menu', row, spotOfEvent(event))
      }}
    >
      <Pick row={row} index={index} isPicked={isPicked} />
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
          onClick={event => ask('menu', row, spotOf(event.currentTarget))}
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
  return `${row.reference}, ${placeOf(row)}, ${row.code || 'no code'}, ${row.coder}: ${wordsOf(row)}${comment}`
}

/** With Shift, all from the row with the focus to this one. */
function Pick({ row, index, isPicked }: Pick<Props, 'row' | 'index' | 'isPicked'>) {
  return (
    <span role="gridcell" className="segments-pick">
      <button
        type="button"
        role="checkbox"
        className="segments-pick-button"
        tabIndex={-1}
        aria-checked={isPicked}
        aria-label={`Pick ${row.reference}, ${row.code || 'no code'}`}
        // the row with the focus is where a range begins: a press must not move it first
        onPointerDown={event => event.shiftKey && event.preventDefault()}
        onClick={event => {
          event.stopPropagation()
          if (event.shiftKey) void pickRange(drawerState.getState().at, index)
          else togglePicked(row)
        }}
        onDoubleClick={event => event.stopPropagation()}
      >
        <span className="segments-pick-box">{isPicked ? <Icon name="check" size={12} /> : null}</span>
      </button>
    </span>
  )
}

function Quote({ row, room, lines, commenting }: Props) {
  // where the row is narrow, the comment takes lines of the quote
  const taken = commenting ? 2 : row.comment === '' ? 0 : 1
  if (row.area)
    return (
      <span role="gridcell" className="segments-quote segments-quote-area">
        <AreaPicture
          documentId={row.documentId}
          area={row.area}
          label={wordsOf(row)}
          width={180}
          height={Math.max(1, lines - taken) * LINE_HEIGHT}
        />
        <span className="segments-around">{wordsOf(row)}</span>
      </span>
    )
  const { before, after } = fitContext(row, (room * Math.max(1, lines - taken)) / lines)
  return (
    <span role="gridcell" className="segments-quote">
      <span className="segments-quote-text" dir="auto">
        <span className="segments-around">{before}</span>
        <mark>{row.quote}</mark>
        <span className="segments-around">{after}</span>
      </span>
    </span>
  )
}

function CodeCell({ row, code }: Props) {
  const theme = useStore(themeStore, state => state.theme)
  const isFree = row.codingId === null
  return (
    <span role="gridcell" className="segments-code">
      <button
        type="button"
        className="segments-code-button"
        data-free={isFree ? '' : undefined}
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={isFree ? `Add a code to ${row.reference}` : `Recode, now ${row.code}`}
        onClick={event => ask(isFree ? 'add' : 'recode', row, spotOf(event.currentTarget))}
        onDoubleClick={event => event.stopPropagation()}
      >
        {code ? <Glyph name={code.glyph} color={codeColor(code.color, theme)} /> : null}
        <span className="segments-code-name" dir="auto">
          {isFree ? 'No code' : (code?.name ?? row.code)}
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
          onClick={() => drawerState.setState({ commenting: keyOf(row) })}
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
