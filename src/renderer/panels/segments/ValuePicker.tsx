import { useMemo, useState } from 'react'
import { MenuItem } from 'react-aria-components'
import { foldText } from '../../../shared/text/fold.ts'
import { PickList } from '../../ui/pick-list.tsx'
import type { Spot } from '../../ui/popover-at.tsx'
import type { Named } from './condition-names.ts'

interface Props {
  readonly title: string
  readonly values: readonly Named[]
  readonly spot: Spot
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** More than this nobody reads through: some letters are quicker. */
const MOST = 200

/** Chooses one of many by some letters of its name. */
export function ValuePicker({ title, values, spot, onChoose, onClose }: Props) {
  const [query, setQuery] = useState('')
  const found = useMemo(() => {
    const wanted = foldText(query.trim())
    return values.filter(({ name }) => foldText(name).includes(wanted)).slice(0, MOST)
  }, [values, query])
  return (
    <PickList
      spot={spot}
      onClose={onClose}
      label={title}
      listLabel={title}
      placeholder={title}
      className="segments-values"
      query={query}
      onQuery={setQuery}
      onChoose={onChoose}
      nothing={`Nothing fits “${query}”.`}
    >
      {found.map(({ id, name }) => (
        <MenuItem key={id} id={id} textValue={name} className="pick-list-item">
          <span className="segments-value" dir="auto">
            {name}
          </span>
        </MenuItem>
      ))}
    </PickList>
  )
}
