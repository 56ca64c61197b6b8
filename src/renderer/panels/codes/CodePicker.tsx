import { useMemo, useState } from 'react'
import { MenuItem } from 'react-aria-components'
import type { Code } from '../../../shared/contract/codes.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import { PickList } from '../../ui/pick-list.tsx'
import type { Spot } from '../../ui/popover-at.tsx'
import { Sign } from './CodeRowContent.tsx'
import './code-picker.css'
import { createCodeFinder } from './find-codes.ts'

interface Props {
  readonly codes: readonly Code[]
  /** “Merge “Return” into”: heads the list and names it */
  readonly title: string
  readonly spot: Spot
  readonly allowed: (code: Code) => boolean
  /** offers the top level too, as null */
  readonly withTop: boolean
  readonly onChoose: (code: Code | null) => void
  readonly onClose: () => void
}

const MOST = 60
const TOP = 'top'

/** Chooses another code by some letters of its name, path or definition. */
export function CodePicker({ codes, title, spot, allowed, withTop, onChoose, onClose }: Props) {
  const [query, setQuery] = useState('')
  const finder = useMemo(() => createCodeFinder(codes), [codes])
  const found = useMemo(() => finder.ranked(query, allowed).slice(0, MOST), [finder, query, allowed])
  return (
    <PickList
      spot={spot}
      onClose={onClose}
      label={title}
      listLabel="Codes"
      placeholder="Find a code"
      className="code-picker"
      heading={
        <p className="code-picker-title" aria-hidden="true">
          {title}
        </p>
      }
      query={query}
      onQuery={setQuery}
      onChoose={id => onChoose(codes.find(code => code.id === id) ?? null)}
      nothing={`No code fits “${query}”.`}
    >
      {withTop && query.trim() === '' ? (
        <MenuItem id={TOP} textValue="Top level" className="pick-list-item">
          <span className="code-picker-name">Top level</span>
        </MenuItem>
      ) : null}
      {found.map(code => (
        <MenuItem key={code.id} id={code.id} textValue={code.path} className="pick-list-item">
          <Sign code={code} />
          <span className="code-picker-name" dir="auto">
            {code.name}
          </span>
          <span className="code-picker-path" dir="auto">
            {splitPath(code.path).slice(0, -1).join(' › ')}
          </span>
        </MenuItem>
      ))}
    </PickList>
  )
}
