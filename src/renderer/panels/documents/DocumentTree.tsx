import type { MouseEvent } from 'react'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import { openDocument, workspace } from '../../state/workspace.ts'
import { spotOfEvent } from '../../ui/popover-at.tsx'
import { Tree } from '../../ui/tree/Tree.tsx'
import { howOf, pick, pickAll } from '../../ui/tree/tree-row.ts'
import { useStore } from '../../ui/use-store.ts'
import { DocumentCard } from './DocumentCard.tsx'
import { DocumentRowContent } from './DocumentRowContent.tsx'
import { factsOf } from './document-facts.ts'
import type { Row } from './document-rows.ts'
import { askDocuments, documentsState } from './documents-state.ts'
import { useDocumentDrag } from './use-document-drag.ts'
import { useHovered } from './use-hovered.ts'

const ROW = 28

interface Props {
  readonly rows: readonly Row[]
  readonly groups: readonly DocumentGroup[]
  readonly onToggle: (key: string, expanded: boolean) => void
}

export function DocumentTree({ rows, groups, onToggle }: Props) {
  const picked = useStore(documentsState, state => state.picked)
  const open = useStore(workspace, state => state.documentId)
  const { over, handlers } = useDocumentDrag(rows)
  const { hovered, watch } = useHovered()
  const card = rows.find(row => row.key === hovered?.key)
  return (
    <div className="documents-tree" {...handlers} {...watch}>
      <Tree
        label="Documents"
        rows={rows}
        rowHeight={ROW}
        focus={picked.focus}
        selected={picked.selected}
        onPick={(key, how) =>
          documentsState.setState(state => ({ picked: pick(rows, state.picked, key, how) }))
        }
        onPickAll={() => documentsState.setState(state => ({ picked: pickAll(rows, state.picked) }))}
        onToggle={onToggle}
        onAct={row => {
          if (row.kind === 'document') openDocument(row.document.id)
          else onToggle(row.key, !row.expanded)
        }}
        describe={row => spoken(row, open)}
        rowEvents={row => rowEvents(row, over, onToggle)}
      >
        {row => <DocumentRowContent row={row} />}
      </Tree>
      {card?.kind === 'document' && hovered ? (
        <DocumentCard document={card.document} groups={groups} spot={hovered.spot} />
      ) : null}
    </div>
  )
}

function spoken(row: Row, open: string | null) {
  if (row.kind === 'group') {
    return { label: `${row.text}, ${row.count} ${row.count === 1 ? 'document' : 'documents'}` }
  }
  const { document } = row
  return {
    label: `${document.name}, ${document.codings === 0 ? 'not coded yet' : `${document.codings} codings`}`,
    description: `${factsOf(document)}, ${document.fileName}`,
    current: document.id === open,
  }
}

function rowEvents(row: Row, over: string | null, onToggle: (key: string, expanded: boolean) => void) {
  const takesDrop = row.kind === 'group' && row.groupId !== null
  return {
    draggable: row.kind === 'document',
    'data-drop': takesDrop && row.groupId === over ? 'into' : undefined,
    // a file dropped here goes into the group (the import listens on the window)
    'data-drop-group': row.groupId ?? undefined,
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (howOf(event) !== 'one' || (event.target as Element).closest('button, input')) return
      if (row.kind === 'document') openDocument(row.document.id)
      else if (row.expanded !== null) onToggle(row.key, !row.expanded)
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      askDocuments({ what: 'menu', key: row.key, spot: spotOfEvent(event) })
    },
  }
}
