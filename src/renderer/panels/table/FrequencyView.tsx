import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useStore } from '../../ui/use-store.ts'
import { askExport } from '../export/export-state.ts'
import { FrequencyGrid } from './FrequencyGrid.tsx'
import { changeSpec, frequencySpec, tableLook } from './frequency-state.ts'
import './frequency.css'

const COLUMNS = { documents: 'Documents', groups: 'Document groups' }
const MEASURES = { codings: 'Codings', segments: 'Segments', words: 'Words', documents: 'Documents (0/1)' }
const FIGURES = {
  count: 'Count',
  'row-percent': 'Row %',
  'column-percent': 'Column %',
  'table-percent': 'Table %',
  'per-1000-words': 'Per 1,000 words',
}

/** Code x document, code x group: what is counted, the table, and how it was counted. */
export function FrequencyView() {
  const spec = useStore(frequencySpec, state => state)
  const table = useQuery('analysis.frequency', spec)
  return (
    <section className="frequency" aria-label="Code frequencies">
      <header className="frequency-head">
        <h2 className="frequency-title">{table?.title ?? 'Code × document'}</h2>
        <Button onPress={() => askExport({ kind: 'table', spec })}>
          <Icon name="export" size={14} /> Export…
        </Button>
      </header>
      <Controls spec={spec} />
      {table === undefined ? null : table.rows.length <= 1 ? (
        <p className="frequency-empty">
          No codings to count{spec.columns === 'groups' ? ' in document groups' : ''} yet. Select a passage in
          the text and press C.
        </p>
      ) : (
        <FrequencyGrid table={table} spec={spec} />
      )}
      {table === undefined ? null : <Notes notes={table.notes} />}
    </section>
  )
}

function Controls({ spec }: { spec: FrequencySpec }) {
  const look = useStore(tableLook, state => state)
  return (
    <div className="frequency-controls">
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
      <Choice
        label="Show"
        options={FIGURES}
        value={spec.figure}
        onChange={figure => changeSpec({ figure })}
      />
      <Tick checked={spec.aggregate} onChange={aggregate => changeSpec({ aggregate })}>
        Sub-codes count for their parents
      </Tick>
      <Tick
        checked={!spec.hideEmptyRows}
        onChange={all => changeSpec({ hideEmptyRows: !all, hideEmptyColumns: !all })}
      >
        Empty rows and columns
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

function Notes({ notes }: { notes: readonly { name: string; value: string }[] }) {
  return (
    <details className="frequency-notes">
      <summary>How this was counted</summary>
      <dl>
        {notes.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
