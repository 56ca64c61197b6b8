import { useState } from 'react'
import type { HistoryStep } from '../../../shared/contract/history.ts'
import { runCommand } from '../../commands/run.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { describeStep, groupByDay, timeOf, undoneSteps } from './history-words.ts'
import { useLonger } from './use-longer.ts'
import './history.css'

const PAGE = 200

/** Every step: who, when, what; newest first. What was undone is struck through, never gone. */
export function HistoryView() {
  const [limit, setLimit] = useState(PAGE)
  // an undo may stand far above what it undid, so the list grows downwards and is never cut above
  const history = useLonger(useQuery('history.list', { limit }))
  if (history === undefined) return null
  const undone = undoneSteps(history.steps)
  const more = history.total - history.steps.length
  return (
    <section className="history" data-place="text" aria-label="History">
      <Head total={history.total} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys */}
      <div className="history-days" tabIndex={0} data-home="" role="region" aria-label="Steps, newest first">
        {history.total === 0 ? <p className="history-none">Nothing has been done here yet.</p> : null}
        {groupByDay(history.steps).map(([day, steps]) => (
          <section key={day} aria-label={day}>
            <h3 className="history-day">{day}</h3>
            <ol className="history-steps">
              {steps.map(step => (
                <Step key={step.id} step={step} isUndone={undone.has(step.id)} />
              ))}
            </ol>
          </section>
        ))}
        {more > 0 ? (
          <Button onPress={() => setLimit(limit + PAGE)}>
            Show earlier steps ({more.toLocaleString('en')} more)
          </Button>
        ) : null}
      </div>
    </section>
  )
}

function Head({ total }: { total: number }) {
  const state = useQuery('history.state', {})
  const undo = state?.undo ?? null
  const redo = state?.redo ?? null
  return (
    <header className="history-head">
      <h2 className="history-title">History</h2>
      <span className="history-total">
        {total.toLocaleString('en')} {total === 1 ? 'step' : 'steps'}
      </span>
      <Button isDisabled={undo === null} onPress={() => runCommand('history.undo')}>
        <Icon name="undo" size={14} /> {undo === null ? 'Nothing to undo' : `Undo “${undo}”`}
      </Button>
      <Button isDisabled={redo === null} onPress={() => runCommand('history.redo')}>
        <Icon name="redo" size={14} /> {redo === null ? 'Nothing to redo' : `Redo “${redo}”`}
      </Button>
    </header>
  )
}

function Step({ step, isUndone }: { step: HistoryStep; isUndone: boolean }) {
  return (
    <li className={isUndone ? 'history-step history-undone' : 'history-step'}>
      <time dateTime={step.at}>{timeOf(step.at)}</time>
      <span className="history-actor" dir="auto">
        {step.actor}
      </span>
      <span>
        {isUndone ? <span className="spoken-only">Undone since: </span> : null}
        <span className="history-what">{describeStep(step)}</span>
      </span>
      <span className="history-changes">
        {step.changes.toLocaleString('en')} {step.changes === 1 ? 'change' : 'changes'}
      </span>
    </li>
  )
}
