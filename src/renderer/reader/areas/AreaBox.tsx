import { type CSSProperties, type MouseEvent, memo, type ReactNode } from 'react'
import type { Segment } from '../../../shared/contract/segments.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import { codeColor } from '../../ui/code-color.ts'
import { patternOf } from '../../ui/code-pattern.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { spotOfEvent } from '../../ui/popover-at.tsx'
import { openMenu } from '../menus.ts'
import { codeNames, type ReaderData, type ReaderModel } from '../model.ts'
import type { Turn } from '../pdf-view/frame.ts'
import { placedAt } from '../pdf-view/sheet.ts'
import { areaWords } from '../say.ts'
import { selectSegment } from '../selecting.ts'
import { DRAFT } from './area-deeds.ts'
import { HOLDS } from './rectangle.ts'
import { useAreaDrag } from './use-area-drag.ts'

interface Props {
  readonly model: ReaderModel
  readonly data: ReaderData
  readonly segment: Segment
  readonly area: Area
  readonly turn: Turn
  /** the ground that is drawn on: paper is light unless it is shown in its negative */
  readonly ground: 'light' | 'dark'
  readonly isSelected: boolean
  readonly isPointed: boolean
}

/** A segment that is an area: its outline, and its code in words. What lies within it can be reached. */
export const AreaBox = memo(function AreaBox(props: Props) {
  const { model, data, segment, area, turn, ground, isSelected, isPointed } = props
  const code = segment.codings[0] && data.code.get(segment.codings[0].codeId)
  const names = codeNames(segment, data)
  const words = names.length > 0 ? `code${names.length > 1 ? 's' : ''} ${names.join(', ')}` : 'no code'
  const drag = useAreaDrag(model, segment.id, area)
  const select = (event: MouseEvent) => {
    event.stopPropagation()
    if (!isSelected) selectSegment(model, segment)
  }
  return (
    <Outline
      id={segment.id}
      area={area}
      turn={turn}
      look={{
        '--code': code ? codeColor(code.color, ground) : ground === 'dark' ? '#b9c0ca' : '#5b6470',
      }}
      pattern={code ? patternOf(code.glyph) : 'solid'}
      label={`${areaWords(model, area)}, ${segment.reference}, ${words}`}
      comment={segment.comment}
      isSelected={isSelected}
      isPointed={isPointed}
      drag={drag}
      onSelect={select}
      onMenu={event => {
        event.preventDefault()
        event.stopPropagation()
        selectSegment(model, segment)
        openMenu(model, spotOfEvent(event), {
          kind: 'coding',
          segmentId: segment.id,
          codingId: segment.codings[0]?.id ?? null,
        })
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger place to press the area, which is the button */}
      <span className="area-label" onMouseDown={select} data-own-pointer="">
        {code ? <Glyph name={code.glyph} color={codeColor(code.color, ground)} size={9} /> : null}
        <span className="area-name" dir="auto">
          {code?.name ?? (segment.comment === '' ? 'No code' : 'Comment')}
        </span>
        {names.length > 1 ? <span className="area-more">+{names.length - 1}</span> : null}
      </span>
    </Outline>
  )
})

/** What was drawn and is not coded yet. */
export function DraftBox({ model, area, turn }: { model: ReaderModel; area: Area; turn: Turn }) {
  const drag = useAreaDrag(model, null, area)
  return (
    <Outline
      id={DRAFT}
      area={area}
      turn={turn}
      look={{ '--code': 'var(--area-draft)' }}
      pattern="dashed"
      label={`${areaWords(model, area)}, not coded yet`}
      comment=""
      isSelected
      isPointed={false}
      drag={drag}
      onSelect={event => event.stopPropagation()}
    />
  )
}

interface OutlineProps {
  readonly id: string
  readonly area: Area
  readonly turn: Turn
  readonly look: Record<'--code', string>
  readonly pattern: string | undefined
  readonly label: string
  readonly comment: string
  readonly isSelected: boolean
  readonly isPointed: boolean
  readonly drag: ReturnType<typeof useAreaDrag>
  readonly onSelect: (event: MouseEvent) => void
  readonly onMenu?: (event: MouseEvent<HTMLElement>) => void
  readonly children?: ReactNode
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const

function Outline(props: OutlineProps) {
  const { id, area, turn, look, pattern, label, comment, isSelected, isPointed, drag } = props
  const { onPointerMove, onPointerUp, onLostPointerCapture, carry, take } = drag
  const carried = { onPointerMove, onPointerUp, onLostPointerCapture, onPointerDown: carry }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the text
    <div
      className="area"
      role="button"
      tabIndex={-1}
      style={{ ...placedAt(area), ...look } as CSSProperties}
      data-area={id}
      data-turn={turn}
      data-pattern={pattern}
      data-selected={isSelected || undefined}
      data-pointed={isPointed || undefined}
      aria-pressed={isSelected}
      aria-label={label}
      {...(comment === '' ? {} : { 'aria-description': `Comment: ${comment}` })}
      // only what a screen reader does: the pointer's presses are those of the edges and the label
      onClick={event => event.detail === 0 && props.onSelect(event)}
      onContextMenu={props.onMenu}
    >
      <span className="area-outline" />
      {isSelected ? <span className="area-ground" data-own-pointer="" {...carried} /> : null}
      {SIDES.map(side => (
        // biome-ignore lint/a11y/noStaticElementInteractions: edges of the button around them
        <span
          key={side}
          className={`area-edge area-edge-${side}`}
          data-own-pointer=""
          onMouseDown={props.onSelect}
          {...(isSelected ? carried : {})}
        />
      ))}
      {props.children}
      {isSelected
        ? HOLDS.map(hold => (
            <span
              key={`${hold.x} ${hold.y}`}
              className="area-handle"
              data-x={hold.x}
              data-y={hold.y}
              data-own-pointer=""
              onPointerMove={onPointerMove}
              onPointerUp={onPointerUp}
              onLostPointerCapture={onLostPointerCapture}
              onPointerDown={take(hold)}
            />
          ))
        : null}
    </div>
  )
}
