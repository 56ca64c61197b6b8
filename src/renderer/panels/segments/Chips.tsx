import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { listSegments } from '../../state/workspace.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { type Part, partsOf, useConditionNames } from './condition-names.ts'
import { listWithout } from './conditions.ts'

/** What the list is restricted to, each condition with a way to drop it. */
export function Chips({ scope }: { scope: SegmentScope }) {
  const parts = partsOf(scope, useConditionNames())
  if (parts.length === 0) return null
  return (
    <div className="segments-filters">
      <ul className="segments-chips" aria-label="Restricted to">
        {parts.map(part => (
          <Chip key={`${part.condition} ${part.id}`} part={part} />
        ))}
      </ul>
      {parts.length > 1 ? (
        <Button look="plain" onPress={() => listSegments({}, 'All segments')}>
          Clear all
        </Button>
      ) : null}
    </div>
  )
}

function Chip({ part: { condition, id, kind, text } }: { part: Part }) {
  return (
    <li className="segments-chip">
      <span className="segments-chip-kind">{kind}</span>{' '}
      <span className="segments-chip-text" dir="auto">
        {text}
      </span>
      <IconButton label={`Without the condition “${text}”`} onPress={() => listWithout(condition, id)}>
        <Icon name="close" size={11} />
      </IconButton>
    </li>
  )
}
