import { useCallback } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import { ContextMenu } from '../../ui/popover-at.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useStore } from '../../ui/use-store.ts'
import { CodeLook } from './CodeLook.tsx'
import { CodePicker } from './CodePicker.tsx'
import { mergeCodes, moveBelow } from './code-deeds.ts'
import { codeMenu } from './code-menu.ts'
import { mayMerge, mayMoveBelow } from './code-moves.ts'
import { type CodesState, codesState, stopAsking } from './codes-state.ts'

type Asking = NonNullable<CodesState['asking']>

/** What has been asked beside a row, one thing at a time. */
export function CodesQuestions({ codes }: { codes: readonly Code[] }) {
  const asking = useStore(codesState, state => state.asking)
  useFocusBack('codes', asking !== null)
  const code = codes.find(one => one.id === asking?.codeIds[0])
  if (asking === null || code === undefined) return null
  const { what, spot, codeIds } = asking
  const close = () => stopAsking(what)
  if (what === 'menu') {
    return (
      <ContextMenu
        spot={spot}
        onClose={close}
        label={`Code ${code.name}`}
        groups={codeMenu(codes, codeIds, spot)}
      />
    )
  }
  if (what === 'look') {
    const hasSubcodes = codes.some(({ parentId }) => parentId === code.id)
    return <CodeLook key={code.id} code={code} hasSubcodes={hasSubcodes} spot={spot} onClose={close} />
  }
  return <Elsewhere codes={codes} code={code} asking={asking} onClose={close} />
}

interface ElsewhereProps {
  readonly codes: readonly Code[]
  readonly code: Code
  readonly asking: Asking
  readonly onClose: () => void
}

function Elsewhere({ codes, code, asking: { what, codeIds, spot }, onClose }: ElsewhereProps) {
  const moves = what === 'move'
  const allowed = useCallback(
    (other: Code) => (moves ? mayMoveBelow(codes, code.id, other.id) : mayMerge(codes, codeIds, other.id)),
    [codes, code.id, codeIds, moves],
  )
  function choose(target: Code | null): void {
    if (moves) void moveBelow(codes, code.id, target)
    else if (target !== null) void mergeCodes(codes, codeIds, target)
  }
  const named = codeIds.length === 1 ? `“${code.name}”` : `${codeIds.length} codes`
  return (
    <CodePicker
      codes={codes}
      title={moves ? `Move ${named} below` : `Merge ${named} into`}
      spot={spot}
      allowed={allowed}
      withTop={moves && code.parentId !== null}
      onChoose={choose}
      onClose={onClose}
    />
  )
}
