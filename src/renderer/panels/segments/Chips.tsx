import { Button } from 'react-aria-components'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Condition, withoutCondition } from './drawer-state.ts'

const NAMES: Record<Condition, string> = {
  codeIds: 'Code',
  documentIds: 'Document',
  groupIds: 'Group',
  coderIds: 'Coder',
}
const MOST = 4

interface Named {
  readonly id: string
  readonly name: string
}

/** What the list is restricted to, each condition with a way to drop it. */
export function Chips({ scope }: { scope: SegmentScope }) {
  const codes = useQuery('codes.list', {})
  const documents = useQuery('documents.list', {})
  const groups = useQuery('groups.list', {})
  const coders = useQuery('coders.list', {})
  const lists: Record<Condition, readonly Named[] | undefined> = {
    codeIds: codes,
    documentIds: documents,
    groupIds: groups,
    coderIds: coders,
  }
  const conditions = (Object.keys(NAMES) as Condition[]).filter(condition => scope[condition] !== undefined)
  if (conditions.length === 0) return null
  return (
    <ul className="segments-chips" aria-label="Restricted to">
      {conditions.flatMap(condition => {
        const ids: readonly string[] = scope[condition] ?? []
        const named = ids.map(id => ({
          id,
          name: lists[condition]?.find(entry => entry.id === id)?.name ?? '…',
        }))
        const suffix = condition === 'codeIds' && scope.withSubcodes ? ' and below' : ''
        if (named.length > MOST)
          return [
            <Chip
              key={condition}
              condition={condition}
              id={null}
              text={`${named.length} of them${suffix}`}
            />,
          ]
        return named.map(({ id, name }) => (
          <Chip key={id} condition={condition} id={id} text={`${name}${suffix}`} />
        ))
      })}
    </ul>
  )
}

function Chip({ condition, id, text }: { condition: Condition; id: string | null; text: string }) {
  return (
    <li className="segments-chip">
      <span className="segments-chip-kind">{NAMES[condition]}</span>{' '}
      <span className="segments-chip-text">{text}</span>
      <Button
        aria-label={`Without ${NAMES[condition]} ${text}`}
        onPress={() => withoutCondition(condition, id)}
      >
        <Icon name="close" size={11} />
      </Button>
    </li>
  )
}
