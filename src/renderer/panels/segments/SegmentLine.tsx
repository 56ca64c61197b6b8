import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { themeStore } from '../../app/theme.ts'
import { IconButton } from '../../ui/button.tsx'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { copyQuotation, removeCoding } from './segment-deeds.ts'

interface Props {
  readonly row: SegmentRow
  readonly index: number
  readonly top: number
  readonly height: number
  readonly code: Code | undefined
  readonly isAt: boolean
  readonly withContext: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onRecode: (spot: Spot) => void
}

export function SegmentLine({
  row,
  index,
  top,
  height,
  code,
  isAt,
  withContext,
  onFocus,
  onOpen,
  onRecode,
}: Props) {
  const place = row.page === '' ? row.document : `${row.document}, p. ${row.page}`
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-label={`${row.reference}, ${place}, ${row.code}, ${row.coder}: ${row.quote}`}
      tabIndex={isAt ? 0 : -1}
      data-home={isAt ? '' : undefined}
      data-at={isAt}
      className="segments-row"
      style={{ top, height }}
      onFocus={onFocus}
      onDoubleClick={onOpen}
    >
      <span role="gridcell" className="segments-reference">
        <button type="button" tabIndex={-1} onClick={onOpen}>
          {row.reference}
        </button>
        <span className="segments-place">{place}</span>
      </span>
      <span role="gridcell" className="segments-quote" dir="auto">
        {withContext ? <span className="segments-around">…{row.before}</span> : null}
        <mark>{row.quote}</mark>
        {withContext ? <span className="segments-around">{row.after}…</span> : null}
        {row.comment === '' ? null : <span className="segments-comment">{row.comment}</span>}
      </span>
      <span role="gridcell" className="segments-code">
        <CodeName code={code} />
        <span className="segments-place">{row.coder}</span>
      </span>
      <span role="gridcell" className="segments-more">
        <RowMenu row={row} onOpen={onOpen} onRecode={onRecode} />
      </span>
    </div>
  )
}

function CodeName({ code }: { code: Code | undefined }) {
  const theme = useStore(themeStore, state => state.theme)
  if (!code) return null
  return (
    <span className="segments-code-name">
      <Glyph name={code.glyph} color={codeColor(code.color, theme)} />
      {code.name}
    </span>
  )
}

function RowMenu({ row, onOpen, onRecode }: Pick<Props, 'row' | 'onOpen' | 'onRecode'>) {
  const entries: MenuEntry[][] = [
    [
      { id: 'open', label: 'Open its place', shortcut: 'Enter', run: onOpen },
      { id: 'copy', label: 'Copy with reference', shortcut: 'Ctrl+C', run: () => void copyQuotation(row) },
    ],
    [
      {
        id: 'recode',
        label: 'Put another code in its place…',
        shortcut: 'R',
        run: () => onRecode(spotOf(document.activeElement ?? document.body)),
      },
      { id: 'remove', label: 'Remove this coding', shortcut: 'X', run: () => void removeCoding(row) },
    ],
  ]
  return (
    <MenuButton
      label={`Verbs of ${row.reference}`}
      groups={entries}
      trigger={
        <IconButton label={`More for ${row.reference}`} excludeFromTabOrder>
          <Icon name="more" />
        </IconButton>
      }
    />
  )
}
