import { useRef, useState } from 'react'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'
import { type Named, ONE, useConditionValues } from './condition-names.ts'
import { LISTS, type ListCondition, listIncluding, relist } from './conditions.ts'
import { ValuePicker } from './ValuePicker.tsx'

interface Asked {
  readonly condition: ListCondition
  readonly spot: Spot
}

/** Restricts the list to one more code, document, group or coder, or to what has no code. */
export function AddFilter({ scope }: { scope: SegmentScope }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const place = useRef<HTMLSpanElement>(null)
  const values = useConditionValues()
  const choose = (condition: ListCondition): MenuEntry => ({
    id: condition,
    label: `${ONE[condition]}…`,
    disabled: (values[condition] ?? []).length === 0,
    // the menu gives the focus back first
    run: () => setTimeout(() => place.current && setAsked({ condition, spot: spotOf(place.current) })),
  })
  const only = (free: 'only' | 'without', label: string): MenuEntry => ({
    id: label,
    label,
    checked: scope.codeIds === undefined && scope.free === free,
    run: () => relist(({ codeIds: _codes, withSubcodes: _below, ...rest }) => ({ ...rest, free })),
  })
  return (
    <span ref={place} className="segments-add">
      <MenuButton
        trigger={
          <Button look="plain">
            <Icon name="filter" size={13} />
            Add filter
          </Button>
        }
        label="Add a filter"
        groups={[
          LISTS.map(choose),
          [only('only', 'Only free segments'), only('without', 'Only coded segments')],
        ]}
      />
      {asked ? (
        <ValuePicker
          title={`Only this ${ONE[asked.condition].toLowerCase()}`}
          values={valuesLeft(values[asked.condition], scope[asked.condition])}
          spot={asked.spot}
          onChoose={id => listIncluding(asked.condition, id)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </span>
  )
}

const valuesLeft = (all: readonly Named[] = [], chosen: readonly string[] = []): readonly Named[] =>
  all.filter(({ id }) => !chosen.includes(id))
