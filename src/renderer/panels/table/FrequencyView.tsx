import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Table } from '../../../shared/model/table.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { askExport } from '../export/export-state.ts'
import { cellText } from './cell-text.ts'
import { FrequencyControls } from './FrequencyControls.tsx'
import { FrequencyGrid } from './FrequencyGrid.tsx'
import { frequencySpec, tableLook } from './frequency-state.ts'
import { largestValue } from './table-lines.ts'
import { useLastAnswer } from './use-last-answer.ts'
import './frequency.css'
import './frequency-grid.css'

/** Code x document, code x group: what is counted, the table, and how it was counted. */
export function FrequencyView() {
  const spec = useStore(frequencySpec, state => state)
  const answer = useLastAnswer(spec, useQuery('analysis.frequency', spec))
  const codes = useQuery('codes.list', {})
  return (
    <section className="frequency" data-place="text" aria-label="Code frequencies">
      <header className="frequency-head">
        <h2 className="frequency-title">
          {spec.columns === 'groups' ? 'Code × document group' : 'Code × document'}
        </h2>
        {answer ? <Legend spec={answer.spec} table={answer.table} /> : null}
        <Button onPress={() => askExport({ kind: 'table', spec })}>
          <Icon name="export" size={14} /> Export…
        </Button>
      </header>
      {answer ? <Notes notes={answer.table.notes} /> : null}
      <FrequencyControls spec={spec} />
      {answer === null || codes === undefined ? null : answer.table.rows.length <= 1 ? (
        <Nothing spec={answer.spec} />
      ) : (
        <FrequencyGrid table={answer.table} spec={answer.spec} codes={codes} />
      )}
    </section>
  )
}

function Nothing({ spec }: { spec: FrequencySpec }) {
  return (
    <p className="frequency-empty">
      {spec.columns === 'groups'
        ? 'No coded document is in a group yet. Put documents into groups in the list on the left.'
        : 'No codings to count yet. Select a passage in the text and press C.'}
    </p>
  )
}

/** What the tint means, in numbers. */
function Legend({ spec, table }: { spec: FrequencySpec; table: Table }) {
  const heat = useStore(tableLook, state => state.heat)
  const largest = largestValue(table)
  if (!heat || largest === 0) return <span className="frequency-legend" />
  return (
    <span className="frequency-legend">
      <span className="spoken-only">Tint from </span>0
      <span className="frequency-scale" aria-hidden="true" />
      <span className="spoken-only"> to </span>
      {cellText(largest, spec.figure)}
    </span>
  )
}

function Notes({ notes }: { notes: Table['notes'] }) {
  const open = useStore(tableLook, state => state.notes)
  return (
    <details
      className="frequency-notes"
      open={open}
      onToggle={event => tableLook.setState({ notes: event.currentTarget.open })}
    >
      <summary>How this was counted</summary>
      <dl tabIndex={0}>
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
