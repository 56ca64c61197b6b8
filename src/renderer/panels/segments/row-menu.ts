import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { keyLabel } from '../../commands/bindings.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { type Asking, drawerState, keyOf } from './drawer-state.ts'
import { openPlace } from './open-place.ts'
import { copyQuotations, deleteSegments, removeCodings } from './segment-deeds.ts'

/** All that can be done with a row, or with all picked rows at once, and the keys that do it now. `ask` opens what a verb needs. */
export function rowMenu(
  row: SegmentRow,
  picked: number,
  ask: (what: Asking['what']) => void,
): readonly (readonly MenuEntry[])[] {
  const these = picked > 1 ? ` (${picked.toLocaleString('en')} rows)` : ''
  const comment = row.comment === '' ? 'Comment on it' : 'Change the comment'
  const write = () => setTimeout(() => drawerState.setState({ commenting: keyOf(row) }))
  const remove: MenuEntry = {
    id: 'remove',
    label: `Remove coding${these}`,
    shortcut: keyLabel('row.remove'),
    disabled: row.codingId === null && picked === 1,
    run: () => void removeCodings(row),
  }
  return [
    [
      { id: 'open', label: 'Open its place', shortcut: keyLabel('row.open'), run: () => openPlace(row) },
      { id: 'preview', label: 'Read it whole', shortcut: keyLabel('row.preview'), run: () => ask('preview') },
      {
        id: 'copy',
        label: `Copy with reference${these}`,
        shortcut: keyLabel('row.copy'),
        run: () => void copyQuotations(row),
      },
    ],
    [
      { id: 'comment', label: comment, shortcut: keyLabel('row.comment'), run: write },
      { id: 'add', label: `Add a code…${these}`, shortcut: keyLabel('row.add'), run: () => ask('add') },
      { id: 'recode', label: `Recode…${these}`, shortcut: keyLabel('row.recode'), run: () => ask('recode') },
      remove,
    ],
    [
      {
        id: 'delete',
        label: `Delete segment${these}`,
        shortcut: keyLabel('row.delete'),
        run: () => void deleteSegments(row),
      },
    ],
  ]
}
