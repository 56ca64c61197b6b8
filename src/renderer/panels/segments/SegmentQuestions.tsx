import type { Code } from '../../../shared/contract/codes.ts'
import { ContextMenu } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { CodePicker } from '../codes/CodePicker.tsx'
import { type Asking, drawerState, keyOf } from './drawer-state.ts'
import { Preview } from './Preview.tsx'
import { rowMenu } from './row-menu.ts'
import { many } from './sections.ts'
import { addCode, recode } from './segment-deeds.ts'

interface Props {
  readonly asking: Asking
  readonly codes: readonly Code[]
  readonly onAsk: (what: Asking['what']) => void
  readonly onClose: () => void
}

export function SegmentQuestions({ asking, codes, onAsk, onClose }: Props) {
  const { what, row, spot } = asking
  const picked = useStore(drawerState, ({ picked }) =>
    row === null || picked.has(keyOf(row)) ? picked.size : 1,
  )
  // the menu closes itself after a verb; what a verb opens comes a moment later
  const later = (next: Asking['what']) => setTimeout(() => onAsk(next))
  if (what === 'menu' && row)
    return (
      <ContextMenu
        spot={spot}
        label={`Verbs of ${row.reference}`}
        onClose={onClose}
        groups={rowMenu(row, picked, later)}
      />
    )
  if (what === 'preview' && row) return <Preview row={row} spot={spot} onClose={onClose} />
  const verb = what === 'add' ? 'Add a code to' : 'Recode'
  return (
    <CodePicker
      codes={codes}
      title={`${verb} ${row && picked === 1 ? row.reference : many(picked, 'row')}`}
      spot={spot}
      allowed={code => code.codable && (picked > 1 || code.id !== row?.codeId)}
      withTop={false}
      onChoose={code => {
        if (code) void (what === 'add' ? addCode(row, code) : recode(row, code))
      }}
      onClose={onClose}
    />
  )
}
