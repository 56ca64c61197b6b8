import { useEffect } from 'react'
import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import { type Deed, provide } from '../../commands/define.ts'
import { openBeside } from '../../state/panes.ts'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'
import { askRecognition } from '../review/recognise-deeds.ts'
import type { Recognisable } from '../review/recognition-state.ts'
import { chooseVersion, reviewDocument } from '../review/replace-deeds.ts'
import { deleteDocuments, deleteGroup, saveOriginal, stepDocument } from './document-deeds.ts'
import { type Row, selectedDocuments } from './document-rows.ts'
import { askDocuments, documentsState } from './documents-state.ts'

/** The commands of the documents panel, while it is there. */
export function useDocumentsCommands(rows: readonly Row[], documents: readonly DocumentInfo[]): void {
  useEffect(() => provide(documentsCommands(rows, documents)), [rows, documents])
}

function documentsCommands(rows: readonly Row[], documents: readonly DocumentInfo[]): Record<string, Deed> {
  const focused = () => rows.find(row => row.key === documentsState.getState().picked.focus)
  const chosen = () => selectedDocuments(rows, documentsState.getState().picked.selected)
  const hasChosen = () => chosen().length > 0
  const hasOne = () => focused()?.kind === 'document'
  return {
    'document.openBeside': {
      when: hasOne,
      run: () => {
        const row = focused()
        if (row?.kind === 'document') openBeside(row.document.id)
      },
    },
    'document.rename': {
      when: () => focused() !== undefined && !isNoGroup(focused()),
      run: () => documentsState.setState({ editing: focused()?.key ?? null }),
    },
    'document.groups': {
      when: hasChosen,
      run: () =>
        askDocuments({
          what: 'groups',
          documentIds: chosen().map(({ id }) => id),
          spot: rowSpot(focused()?.key),
        }),
    },
    'document.variables': {
      when: hasOne,
      run: () => {
        const row = focused()
        if (row?.kind === 'document') askDocuments({ what: 'variables', documentId: row.document.id })
      },
    },
    'document.original': {
      when: hasOne,
      run: () => {
        const row = focused()
        if (row?.kind === 'document') return saveOriginal(row.document)
      },
    },
    'document.replace': {
      when: hasOne,
      run: () => {
        const row = focused()
        if (row?.kind === 'document') chooseVersion(row.document)
      },
    },
    'document.recognise': {
      when: () => recognisable(focused()) !== null,
      run: () => {
        const document = recognisable(focused())
        if (document) return askRecognition(document)
      },
    },
    'document.review': {
      when: hasOne,
      run: () => {
        const row = focused()
        if (row?.kind === 'document') return reviewDocument(row.document)
      },
    },
    'document.delete': {
      when: () => hasChosen() || (focused() !== undefined && !isNoGroup(focused())),
      run: () => {
        const row = focused()
        if (row?.kind === 'group' && row.groupId !== null && !hasChosen())
          return deleteGroup(row.groupId, row.text)
        return deleteDocuments(rows, chosen())
      },
    },
    'document.up': { when: hasOne, run: () => stepDocument(rows, documents, -1) },
    'document.down': { when: hasOne, run: () => stepDocument(rows, documents, 1) },
  }
}

function recognisable(row: Row | undefined): Recognisable | null {
  if (row?.kind !== 'document') return null
  const { id, name, kind } = row.document
  return kind === 'text' ? null : { id, name, kind }
}

const isNoGroup = (row: Row | undefined) => row?.kind === 'group' && row.groupId === null

function rowSpot(key: string | undefined): Spot {
  const panel = document.querySelector('[data-place="documents"]')
  const row = key === undefined ? null : panel?.querySelector(`[data-key="${CSS.escape(key)}"]`)
  const element = row ?? panel
  return element ? spotOf(element) : { x: 0, y: 0, width: 0, height: 0 }
}
