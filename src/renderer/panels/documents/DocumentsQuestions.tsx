import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import { ContextMenu } from '../../ui/popover-at.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useStore } from '../../ui/use-store.ts'
import { rowMenu } from './document-menu.ts'
import type { Row } from './document-rows.ts'
import { documentsState, stopAskingDocuments } from './documents-state.ts'
import { GroupsOfDocuments } from './GroupsOfDocuments.tsx'
import { VariablesDialog } from './VariablesDialog.tsx'

interface Props {
  readonly rows: readonly Row[]
  readonly documents: readonly DocumentInfo[]
  readonly groups: readonly DocumentGroup[]
}

/** What has been asked beside a row, one thing at a time. */
export function DocumentsQuestions({ rows, documents, groups }: Props) {
  const asking = useStore(documentsState, state => state.asking)
  useFocusBack('documents', asking !== null)
  if (asking === null) return null
  const close = () => stopAskingDocuments(asking.what)
  if (asking.what === 'menu') {
    const entries = rowMenu(rows, asking.key, asking.spot)
    const name = rows.find(row => row.key === asking.key)?.text ?? ''
    return entries.length === 0 ? null : (
      <ContextMenu spot={asking.spot} onClose={close} label={name} groups={entries} />
    )
  }
  if (asking.what === 'groups') {
    const chosen = documents.filter(({ id }) => asking.documentIds.includes(id))
    return <GroupsOfDocuments documents={chosen} groups={groups} spot={asking.spot} onClose={close} />
  }
  const document = documents.find(({ id }) => id === asking.documentId)
  return document ? <VariablesDialog document={document} onClose={close} /> : null
}
