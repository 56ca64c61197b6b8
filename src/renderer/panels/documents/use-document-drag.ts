import { type DragEvent, useState } from 'react'
import type { DocumentId, GroupId } from '../../../shared/model/ids.ts'
import { addToGroup } from './document-deeds.ts'
import { type Row, selectedDocuments } from './document-rows.ts'
import { documentsState } from './documents-state.ts'

/** What documents are called on their way by drag and drop. */
const DOCUMENT_DATA = 'application/x-postil-documents'

/** Documents dragged onto a group's heading, or onto one of its documents, are added to it. */
export function useDocumentDrag(rows: readonly Row[]) {
  const [dragged, setDragged] = useState<readonly DocumentId[]>([])
  const [over, setOver] = useState<GroupId | null>(null)

  const end = () => {
    setDragged([])
    setOver(null)
  }
  const groupAt = (event: DragEvent): GroupId | null =>
    dragged.length === 0 ? null : (rowAt(rows, event)?.groupId ?? null)

  const handlers = {
    onDragStart: (event: DragEvent<HTMLDivElement>) => {
      const row = rowAt(rows, event)
      if (row?.kind !== 'document') return
      const { selected } = documentsState.getState().picked
      const documents = selected.has(row.key) ? selectedDocuments(rows, selected) : [row.document]
      event.dataTransfer.setData(DOCUMENT_DATA, documents.map(({ id }) => id).join(' '))
      event.dataTransfer.setData('text/plain', documents.map(({ name }) => name).join('\n'))
      event.dataTransfer.effectAllowed = 'copyMove'
      setDragged(documents.map(({ id }) => id))
    },
    onDragOver: (event: DragEvent<HTMLDivElement>) => {
      const group = groupAt(event)
      if (group !== null) {
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }
      setOver(group)
    },
    onDragLeave: (event: DragEvent<HTMLDivElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null)
    },
    onDrop: (event: DragEvent<HTMLDivElement>) => {
      const group = groupAt(event)
      const heading = rows.find(row => row.kind === 'group' && row.groupId === group)
      if (group !== null && heading) {
        event.preventDefault()
        void addToGroup(group, heading.text, dragged)
      }
      end()
    },
    onDragEnd: end,
  }
  return { over, handlers }
}

function rowAt(rows: readonly Row[], event: DragEvent): Row | undefined {
  const element = (event.target as Element).closest<HTMLElement>('[role="treeitem"]')
  return rows.find(row => row.key === element?.dataset['key'])
}
