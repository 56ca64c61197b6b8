import type { DocumentId } from '../../../shared/model/ids.ts'
import { keyLabel } from '../../commands/bindings.ts'
import { openBeside } from '../../state/panes.ts'
import { closeTab, type Pane } from '../../state/workspace.ts'
import type { MenuEntry } from '../../ui/menu.tsx'

/** What can be done with a tab. */
export function tabMenu({ id, tabs }: Pane, documentId: DocumentId): MenuEntry[][] {
  const others = tabs.filter(other => other !== documentId)
  return [
    [{ id: 'beside', label: 'Open beside', run: () => openBeside(documentId) }],
    [
      {
        id: 'close',
        label: 'Close tab',
        shortcut: keyLabel('document.closeTab'),
        run: () => closeTab(documentId, id),
      },
      {
        id: 'others',
        label: 'Close the other tabs',
        disabled: others.length === 0,
        run: () => {
          for (const other of others) closeTab(other, id)
        },
      },
    ],
  ]
}
