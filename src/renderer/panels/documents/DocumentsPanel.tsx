import { useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import { useQuery, useSession } from '../../data/use-query.ts'
import { workspace } from '../../state/workspace.ts'
import { pickOne } from '../../ui/tree/tree-row.ts'
import { useStore } from '../../ui/use-store.ts'
import { DocumentDetails } from './DocumentDetails.tsx'
import { DocumentsHead } from './DocumentsHead.tsx'
import { DocumentsQuestions } from './DocumentsQuestions.tsx'
import { DocumentTree } from './DocumentTree.tsx'
import { documentRows, type Row } from './document-rows.ts'
import './documents.css'
import { useDocumentsCommands } from './documents-commands.ts'
import { beginDocuments, documentsState, toggleGroup } from './documents-state.ts'
import { NoDocuments } from './NoDocuments.tsx'

/** The documents of the project, by group; below them what is known of the one with the focus. */
export function DocumentsPanel() {
  const { path } = useSession()
  const documents = useQuery('documents.list', {})
  const groups = useQuery('groups.list', {})
  useLayoutEffect(() => beginDocuments(path), [path])
  return (
    <section className="documents" data-place="documents" aria-label="Documents">
      {documents === undefined || groups === undefined ? null : (
        <Body project={path} documents={documents} groups={groups} />
      )}
    </section>
  )
}

interface Props {
  readonly project: string
  readonly documents: readonly DocumentInfo[]
  readonly groups: readonly DocumentGroup[]
}

function Body({ project, documents, groups }: Props) {
  const { rows, query } = useRows(documents, groups)
  const focus = useStore(documentsState, state => state.picked.focus)
  const row = rows.find(({ key }) => key === focus)
  useDocumentsCommands(rows, documents)
  useFollowed(rows)
  return (
    <>
      <DocumentsHead count={documents.length} />
      {documents.length === 0 && groups.length === 0 ? (
        <NoDocuments />
      ) : rows.length === 0 ? (
        <p className="documents-none" role="status">
          {query.trim() === '' ? 'No documents.' : `No document is called “${query}”.`}
        </p>
      ) : (
        <DocumentTree
          rows={rows}
          groups={groups}
          onToggle={(key, expanded) => toggleGroup(project, key, expanded)}
        />
      )}
      {row?.kind === 'document' ? <DocumentDetails document={row.document} groups={groups} /> : null}
      <DocumentsQuestions rows={rows} documents={documents} groups={groups} />
    </>
  )
}

function useRows(documents: readonly DocumentInfo[], groups: readonly DocumentGroup[]) {
  const query = useDeferredValue(useStore(documentsState, state => state.query))
  const sort = useStore(documentsState, state => state.sort)
  const collapsed = useStore(documentsState, state => state.collapsed)
  return useMemo(
    () => ({ rows: documentRows(documents, groups, { query, sort, collapsed }), query }),
    [documents, groups, query, sort, collapsed],
  )
}

/** A document opened elsewhere (a tab, a segment, the palette) has its row selected here. */
function useFollowed(rows: readonly Row[]): void {
  const documentId = useStore(workspace, state => state.documentId)
  const isThere = rows.some(row => row.kind === 'document' && row.document.id === documentId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each document opened, not at every change of the rows
  useEffect(() => {
    const opened = rows.filter(row => row.kind === 'document' && row.document.id === documentId)
    const { focus } = documentsState.getState().picked
    const first = opened[0]
    if (first && !opened.some(({ key }) => key === focus))
      documentsState.setState({ picked: pickOne(first.key) })
  }, [documentId, isThere])
}
