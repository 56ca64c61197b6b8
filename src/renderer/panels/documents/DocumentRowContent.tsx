import { Icon } from '../../ui/icons.tsx'
import { InlineName } from '../../ui/inline-name.tsx'
import { spotOf } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { finishName } from './document-deeds.ts'
import type { DocumentRow, GroupRow, Row } from './document-rows.ts'
import { askDocuments, documentsState } from './documents-state.ts'
import { OpenBadge } from './OpenBadge.tsx'

export function DocumentRowContent({ row }: { row: Row }) {
  const renames = useStore(documentsState, state => state.editing === row.key)
  return (
    <>
      {row.kind === 'document' ? <Mark row={row} /> : null}
      {renames ? (
        <InlineName
          label={`Name of ${row.text}`}
          initial={row.text}
          onDone={name => void finishName(row, name)}
        />
      ) : (
        <>
          {row.kind === 'document' ? <DocumentName row={row} /> : <GroupName row={row} />}
          <More row={row} />
          {row.kind === 'document' ? <OpenBadge document={row.document} /> : null}
          {row.kind === 'document' && row.document.codings > 0 ? (
            <span className="documents-count" aria-hidden="true">
              {row.document.codings}
            </span>
          ) : null}
        </>
      )}
    </>
  )
}

/** Filled: coded · a ring: not yet. */
function Mark({ row: { document } }: { row: DocumentRow }) {
  return (
    <svg className="documents-mark" viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
      <circle cx="5" cy="5" r="3.6" className={document.codings > 0 ? 'documents-coded' : 'documents-not'} />
    </svg>
  )
}

function DocumentName({ row: { document } }: { row: DocumentRow }) {
  return (
    <span className="documents-name" dir="auto">
      {document.name}
    </span>
  )
}

function GroupName({ row: { text, count } }: { row: GroupRow }) {
  return (
    <span className="documents-name documents-group" dir="auto">
      {text} <span className="documents-soft">({count})</span>
    </span>
  )
}

function More({ row }: { row: Row }) {
  return (
    <button
      type="button"
      className="documents-more"
      tabIndex={-1}
      aria-label={`More for ${row.text}`}
      aria-haspopup="menu"
      onClick={event => askDocuments({ what: 'menu', key: row.key, spot: spotOf(event.currentTarget) })}
    >
      <Icon name="more" size={14} />
    </button>
  )
}
