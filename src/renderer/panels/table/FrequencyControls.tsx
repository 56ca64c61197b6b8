import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import { Choice } from '../../ui/choice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useStore } from '../../ui/use-store.ts'
import { changeSpec, tableLook } from './frequency-state.ts'

const COLUMNS = { documents: 'Documents', groups: 'Groups' }
const MEASURES = { codings: 'Codings', segments: 'Segments', words: 'Words', documents: 'Documents' }
const FIGURES = {
  count: 'Count',
  'row-percent': 'Row %',
  'column-percent': 'Column %',
  'table-percent': 'Table %',
  'per-1000-words': 'Per 1,000 words',
}

/** What is counted and how it is shown, in one row. */
export function FrequencyControls({ spec }: { spec: FrequencySpec }) {
  const look = useStore(tableLook, state => state)
  return (
    <div className="frequency-controls" role="group" aria-label="What is counted">
      <Choice
        label="Columns"
        options={COLUMNS}
        value={spec.columns}
        onChange={columns => changeSpec({ columns })}
      />
      <Choice
        label="Count"
        options={MEASURES}
        value={spec.measure}
        onChange={measure => changeSpec({ measure })}
      />
      <Choice label="As" options={FIGURES} value={spec.figure} onChange={figure => changeSpec({ figure })} />
      <Tick checked={spec.aggregate} onChange={aggregate => changeSpec({ aggregate })}>
        Add up sub-codes
      </Tick>
      {spec.measure === 'words' ? (
        <Tick checked={spec.unionWords} onChange={unionWords => changeSpec({ unionWords })}>
          Overlaps once
        </Tick>
      ) : null}
      <Tick checked={!spec.hideEmptyRows} onChange={all => changeSpec({ hideEmptyRows: !all })}>
        Empty rows
      </Tick>
      <Tick checked={!spec.hideEmptyColumns} onChange={all => changeSpec({ hideEmptyColumns: !all })}>
        Empty columns
      </Tick>
      <Tick checked={look.zeros} onChange={zeros => tableLook.setState({ zeros })}>
        Zeros
      </Tick>
      <Tick checked={look.heat} onChange={heat => tableLook.setState({ heat })}>
        Tint
      </Tick>
    </div>
  )
}
