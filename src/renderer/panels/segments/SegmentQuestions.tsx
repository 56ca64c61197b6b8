import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { ContextMenu, type Spot } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { CodePicker } from '../codes/CodePicker.tsx'
import { drawerState } from './drawer-state.ts'
import { openPlace } from './open-place.ts'
import { Preview } from './Preview.tsx'
import { addCode, copyQuotation, recode, removeCodings } from './segment-deeds.ts'

/** What is asked beside a row. */
export interface Asking {
  readonly what: 'menu' | 'recode' | 'add' | 'preview'
  readonly row: SegmentRow
  readonly spot: Spot
}

interface Props {
  readonly asking: Asking
  readonly codes: readonly Code[]
  readonly onAsk: (what: Asking['what']) => void
  readonly onClose: () => void
}

export function SegmentQuestions({ asking, codes, onAsk, onClose }: Props) {
  const { what, row, spot } = asking
  const picked = useStore(drawerState, state => (state.picked.has(row.codingId) ? state.picked.size : 1))
  if (what === 'menu') return <RowMenu asking={asking} picked={picked} onAsk={onAsk} onClose={onClose} />
  if (what === 'preview') return <Preview row={row} spot={spot} onClose={onClose} />
  const title =
    what === 'add'
      ? `Add a code to ${row.reference}`
      : picked > 1
        ? `Recode ${picked} codings`
        : `Recode ${row.reference}`
  return (
    <CodePicker
      codes={codes}
      title={title}
      spot={spot}
      allowed={code => code.codable && (picked > 1 || code.id !== row.codeId)}
      withTop={false}
      onChoose={code => {
        if (code) void (what === 'add' ? addCode(row, code) : recode(row, code))
      }}
      onClose={onClose}
    />
  )
}

function RowMenu({
  asking: { row, spot },
  picked,
  onAsk,
  onClose,
}: Omit<Props, 'codes'> & { picked: number }) {
  const these = picked > 1 ? ` (${picked} picked)` : ''
  // the menu closes itself after a verb; what a verb opens comes a moment later
  const later = (what: Asking['what']) => setTimeout(() => onAsk(what))
  return (
    <ContextMenu
      spot={spot}
      label={`Verbs of ${row.reference}`}
      onClose={onClose}
      groups={[
        [
          { id: 'open', label: 'Open its place', shortcut: 'Enter', run: () => openPlace(row) },
          { id: 'preview', label: 'Read it whole', shortcut: 'Space', run: () => later('preview') },
          {
            id: 'copy',
            label: 'Copy with reference',
            shortcut: 'Ctrl+C',
            run: () => copyQuotation(row),
          },
        ],
        [
          {
            id: 'comment',
            label: row.comment === '' ? 'Comment on it' : 'Change the comment',
            shortcut: 'N',
            run: () => setTimeout(() => drawerState.setState({ commenting: row.codingId })),
          },
          { id: 'add', label: 'Add a code…', shortcut: 'C', run: () => later('add') },
          { id: 'recode', label: `Recode…${these}`, shortcut: 'R', run: () => later('recode') },
          {
            id: 'remove',
            label: `Remove coding${these}`,
            shortcut: 'X',
            run: () => void removeCodings(row),
          },
        ],
      ]}
    />
  )
}
