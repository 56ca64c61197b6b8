import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { keyLabel } from '../../commands/bindings.ts'
import { coding } from '../../state/coding.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import type { Spot } from '../../ui/popover-at.tsx'
import {
  applyToSelection,
  beginNew,
  beginRename,
  deleteCodes,
  listOf,
  pinOrUnpin,
  updateCode,
} from './code-deeds.ts'
import { writeMemo } from './code-memos.ts'
import { ask } from './codes-state.ts'

/** Every verb of a code, for its context menu and its ⋯ button. Several codes are merged, or deleted, together. */
export function codeMenu(codes: readonly Code[], ids: readonly CodeId[], spot: Spot): MenuEntry[][] {
  const code = codes.find(one => one.id === ids[0])
  if (!code) return []
  if (ids.length > 1) return menuOfSeveral(codes, ids, spot)
  const { id } = code
  return [
    [
      {
        id: 'segments',
        label: 'Segments',
        shortcut: keyLabel('codes.segments'),
        run: () => listOf(code, !code.codable),
      },
      ...(code.segmentsBelow > code.segments
        ? [{ id: 'below', label: 'Segments with sub-codes', run: () => listOf(code, true) }]
        : []),
      {
        id: 'apply',
        label: 'Apply to the selection',
        shortcut: keyLabel('codes.apply'),
        disabled: !code.codable || coding.getState().selection === null,
        run: () => void applyToSelection(code),
      },
    ],
    [
      { id: 'new', label: 'New code', shortcut: keyLabel('codes.new'), run: () => beginNew(code.parentId) },
      { id: 'child', label: 'New sub-code', shortcut: keyLabel('codes.newChild'), run: () => beginNew(id) },
      { id: 'rename', label: 'Rename', shortcut: keyLabel('codes.rename'), run: () => beginRename(id) },
      {
        id: 'look',
        label: 'Colour and sign…',
        shortcut: keyLabel('codes.look'),
        run: () => ask('look', [id], spot),
      },
      pinEntry(code),
      {
        id: 'heading',
        label: 'Heading only',
        checked: !code.codable,
        run: () => void updateCode({ codeId: id, codable: !code.codable }),
      },
      {
        id: 'memo',
        label: 'Write a memo',
        shortcut: keyLabel('codes.memo'),
        run: () => void writeMemo(code),
      },
    ],
    [
      {
        id: 'move',
        label: 'Move to…',
        shortcut: keyLabel('codes.moveTo'),
        run: () => ask('move', [id], spot),
      },
      {
        id: 'merge',
        label: 'Merge into…',
        shortcut: keyLabel('codes.merge'),
        run: () => ask('merge', [id], spot),
      },
    ],
    [
      {
        id: 'delete',
        label: 'Delete',
        shortcut: keyLabel('codes.delete'),
        run: () => void deleteCodes(codes, [id]),
      },
    ],
  ]
}

function menuOfSeveral(codes: readonly Code[], ids: readonly CodeId[], spot: Spot): MenuEntry[][] {
  return [
    [{ id: 'merge', label: `Merge ${ids.length} codes into…`, run: () => ask('merge', ids, spot) }],
    [
      {
        id: 'delete',
        label: `Delete ${ids.length} codes`,
        shortcut: keyLabel('codes.delete'),
        run: () => void deleteCodes(codes, ids),
      },
    ],
  ]
}

function pinEntry(code: Code): MenuEntry {
  const { pinned } = coding.getState()
  const held = pinned.indexOf(code.id) + 1
  const free = pinned.indexOf(null) + 1
  return {
    id: 'pin',
    label: held > 0 ? `Take off the digit ${held}` : free > 0 ? `Pin to the digit ${free}` : 'Pin to a digit',
    shortcut: keyLabel('codes.pin'),
    disabled: !code.codable || (held === 0 && free === 0),
    run: () => pinOrUnpin(code),
  }
}
