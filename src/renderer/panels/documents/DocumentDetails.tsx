import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import { focusPlace } from '../../app/regions.ts'
import { useQuery } from '../../data/use-query.ts'
import { listSegments } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import { spotOf } from '../../ui/popover-at.tsx'
import { setComment } from './document-deeds.ts'
import { factsOf } from './document-facts.ts'
import { askDocuments } from './documents-state.ts'

interface Props {
  readonly document: DocumentInfo
  readonly groups: readonly DocumentGroup[]
}

/** What is known of the document with the focus. */
export function DocumentDetails({ document, groups }: Props) {
  const { id, name, fileName, comment, segments } = document
  const mine = groups.filter(group => document.groupIds.includes(group.id)).map(group => group.name)
  return (
    <section className="documents-details" aria-label={`Details of ${name}`}>
      <h3 dir="auto">{name}</h3>
      <p>{factsOf(document)}</p>
      <p className="documents-soft">{fileName}</p>
      <div className="documents-links">
        <Button
          look="plain"
          onPress={event => askDocuments({ what: 'groups', documentIds: [id], spot: spotOf(event.target) })}
        >
          <span className="spoken-only">Groups: </span>
          {mine.length === 0 ? 'No group' : mine.join(', ')}
        </Button>
        <Variables document={document} />
        {segments === 0 ? null : (
          <Button
            look="plain"
            onPress={() => {
              listSegments({ documentIds: [id], free: 'with' }, name)
              focusPlace('segments')
            }}
          >
            {segments} {segments === 1 ? 'segment' : 'segments'}
          </Button>
        )}
      </div>
      <EditableText
        key={id}
        label={`Comment on ${name}`}
        value={comment}
        placeholder="Add a comment"
        onSave={text => void setComment(id, text)}
      />
    </section>
  )
}

function Variables({ document: { id } }: { document: DocumentInfo }) {
  const variables = useQuery('variables.list', {}) ?? []
  const values = useQuery('variables.values', {}) ?? []
  const mine = new Map(
    values.filter(value => value.documentId === id).map(value => [value.variableId, value.value]),
  )
  const shown = variables.flatMap(variable => mine.get(variable.id) ?? [])
  return (
    <Button look="plain" onPress={() => askDocuments({ what: 'variables', documentId: id })}>
      <span className="spoken-only">Variables: </span>
      <span className="documents-clamp">{shown.length === 0 ? 'Variables…' : shown.join(' · ')}</span>
    </Button>
  )
}
