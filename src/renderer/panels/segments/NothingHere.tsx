import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { listSegments } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { partsOf, useConditionNames } from './condition-names.ts'
import { listWithout } from './conditions.ts'

/** An empty list says why, and offers to drop each condition that makes it so. */
export function NothingHere({ scope }: { scope: SegmentScope }) {
  const parts = partsOf(scope, useConditionNames())
  const real = parts.filter(({ condition }) => condition !== 'free')
  const [only] = real
  if (only === undefined) return <Empty>{scope.free === 'only' ? NO_FREE : NONE}</Empty>
  if (real.length === 1 && only.condition === 'codeIds')
    return <Empty>No segments yet. Drag this code onto a passage, or press C in the text.</Empty>
  if (parts.length === real.length && real.length === 1 && only.condition === 'documentIds')
    return <Empty>Nothing in this document is coded yet. Select a passage in it and press C.</Empty>
  return (
    <div className="segments-nothing">
      <p>No segments match {parts.length === 1 ? 'this filter' : `these ${parts.length} filters`}.</p>
      <div className="segments-clear">
        {parts.map(({ condition, id, kind, text }) => (
          <Button key={`${condition} ${id}`} onPress={() => listWithout(condition, id)}>
            <span className="segments-clear-text">
              Clear ‘{condition === 'free' ? `${kind} ${text}` : `${kind} = ${text}`}’
            </span>
          </Button>
        ))}
        {parts.length > 1 ? (
          <Button onPress={() => listSegments({}, 'All segments')}>Clear all</Button>
        ) : null}
      </div>
    </div>
  )
}

const NONE = 'No segments yet. Select a passage in the text and press C.'
const NO_FREE = 'No segment is without a code. Select a passage in the text and press Q to keep it for later.'

const Empty = ({ children }: { children: string }) => (
  <div className="segments-nothing">
    <p>{children}</p>
  </div>
)
