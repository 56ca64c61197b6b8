import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import { keyLabel } from '../../commands/bindings.ts'
import { chordLabel } from '../../commands/chords.ts'
import { openBeside } from '../../state/panes.ts'
import { openDocument } from '../../state/workspace.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import type { Spot } from '../../ui/popover-at.tsx'
import { chooseFiles } from '../import/choose-files.ts'
import { askRecognition } from '../review/recognise-deeds.ts'
import { chooseVersion, reviewDocument } from '../review/replace-deeds.ts'
import { deleteDocuments, deleteGroup, saveOriginal } from './document-deeds.ts'
import { type GroupRow, type Row, selectedDocuments } from './document-rows.ts'
import { askDocuments, documentsState } from './documents-state.ts'

/** Every verb of a row, for its context menu and its ⋯ button. */
export function rowMenu(rows: readonly Row[], key: string, spot: Spot): MenuEntry[][] {
  const row = rows.find(one => one.key === key)
  if (!row) return []
  if (row.kind === 'group') return groupMenu(row)
  const { picked } = documentsState.getState()
  const chosen = picked.selected.has(key) ? selectedDocuments(rows, picked.selected) : [row.document]
  return chosen.length > 1 ? menuOfSeveral(rows, chosen, spot) : menuOfOne(rows, row.key, row.document, spot)
}

function menuOfOne(rows: readonly Row[], key: string, document: DocumentInfo, spot: Spot): MenuEntry[][] {
  const { id } = document
  return [
    [
      { id: 'open', label: 'Open', shortcut: chordLabel('Enter'), run: () => openDocument(id) },
      {
        id: 'beside',
        label: 'Open beside',
        shortcut: keyLabel('document.openBeside'),
        run: () => openBeside(id),
      },
    ],
    [
      {
        id: 'rename',
        label: 'Rename',
        shortcut: keyLabel('document.rename'),
        run: () => documentsState.setState({ editing: key }),
      },
      {
        id: 'groups',
        label: 'Groups…',
        run: () => askDocuments({ what: 'groups', documentIds: [id], spot }),
      },
      {
        id: 'variables',
        label: 'Variables…',
        run: () => askDocuments({ what: 'variables', documentId: id }),
      },
      { id: 'original', label: 'Save the original file…', run: () => void saveOriginal(document) },
    ],
    [
      { id: 'replace', label: 'Replace by a better version…', run: () => chooseVersion(document) },
      ...recognition(document),
      { id: 'review', label: 'Segments of the replaced document', run: () => void reviewDocument(document) },
    ],
    [deletion(rows, [document], 'Delete')],
  ]
}

function recognition({ id, name, kind }: DocumentInfo): MenuEntry[] {
  if (kind === 'text') return []
  return [{ id: 'recognise', label: 'Recognise text…', run: () => void askRecognition({ id, name, kind }) }]
}

function menuOfSeveral(rows: readonly Row[], chosen: readonly DocumentInfo[], spot: Spot): MenuEntry[][] {
  const documentIds = chosen.map(({ id }) => id)
  return [
    [
      {
        id: 'groups',
        label: `Groups of ${chosen.length} documents…`,
        run: () => askDocuments({ what: 'groups', documentIds, spot }),
      },
    ],
    [deletion(rows, chosen, `Delete ${chosen.length} documents`)],
  ]
}

function deletion(rows: readonly Row[], doomed: readonly DocumentInfo[], label: string): MenuEntry {
  return {
    id: 'delete',
    label,
    shortcut: keyLabel('document.delete'),
    run: () => void deleteDocuments(rows, doomed),
  }
}

function groupMenu({ key, groupId, text }: GroupRow): MenuEntry[][] {
  if (groupId === null) return [[{ id: 'add', label: 'Add files…', run: () => chooseFiles() }]]
  return [
    [{ id: 'add', label: 'Add files to this group…', run: () => chooseFiles(groupId) }],
    [
      {
        id: 'rename',
        label: 'Rename group',
        shortcut: keyLabel('document.rename'),
        run: () => documentsState.setState({ editing: key }),
      },
      {
        id: 'delete',
        label: 'Delete group (its documents stay)',
        shortcut: keyLabel('document.delete'),
        run: () => void deleteGroup(groupId, text),
      },
    ],
  ]
}
