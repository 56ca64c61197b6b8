import { memo, useEffect, useRef } from 'react'
import { splitPath } from '../../shared/model/code-path.ts'
import { themeStore } from '../app/theme.ts'
import { codeColor } from '../ui/code-color.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import type { Row } from './rows.ts'

interface Props {
  readonly id: string
  readonly row: Row
  readonly isActive: boolean
  readonly onTake: (row: Row) => void
}

export const PickerRow = memo(function PickerRow({ id, row, isActive, onTake }: Props) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const isHere = row.kind === 'code' && row.isHere
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      ref={element}
      id={id}
      className="picker-row"
      role="option"
      aria-selected={isActive}
      aria-checked={isHere}
      data-active={isActive || undefined}
      onPointerDown={event => event.preventDefault()}
      onClick={() => onTake(row)}
    >
      {row.kind === 'create' ? <CreateRow path={row.path} /> : <CodeRow row={row} />}
    </div>
  )
})

function CreateRow({ path }: { path: string }) {
  const names = splitPath(path)
  return (
    <>
      <span className="picker-check">
        <Icon name="plus" size={13} />
      </span>
      <span className="picker-name">
        Create “{names.join(' › ')}”
        {names.length > 1 ? <span className="picker-path"> with what is above it</span> : null}
      </span>
    </>
  )
}

function CodeRow({ row: { code, isHere, why } }: { row: Extract<Row, { kind: 'code' }> }) {
  const theme = useStore(themeStore, state => state.theme)
  const above = splitPath(code.path).slice(0, -1)
  return (
    <>
      <span className="picker-check">{isHere ? <Icon name="check" size={13} /> : null}</span>
      <Glyph name={code.glyph} color={codeColor(code.color, theme)} />
      <span className="picker-name">
        {above.length > 0 ? <span className="picker-path">{above.join(' › ')} › </span> : null}
        {code.name}
        {isHere ? <span className="spoken-only">, on this passage</span> : null}
      </span>
      {why === 'definition' ? (
        <span className="picker-definition">{code.definition.slice(0, 80)}</span>
      ) : null}
      <span className="picker-count">
        {code.segments}
        <span className="spoken-only"> segments</span>
      </span>
    </>
  )
}
