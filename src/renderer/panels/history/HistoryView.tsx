import { useState } from 'react'
import type { HistoryStep } from '../../../shared/contract/history.ts'
import { runCommand } from '../../commands/run.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { describeStep, groupByDay } from './history-words.ts'
import './history.css'

const PAGE = 200
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Every step: who, when, what; newest first. What was undone is struck through, never gone. */
export function HistoryView() {
  const [limit, setLimit] = useState(PAGE)
  const history = useQuery('history.list', { limit })
  const state = useQuery('history.state', {})
  if (history === undefined) return null
  const undone = undoneSteps(history.steps)
  return (
    <section className="history" aria-label="History">
      <header className="history-head">
        <h2 className="history-title">History</h2>
        <Button isDisabled={!state?.undo} onPress={() => runCommand('history.undo')}>
          Undo {state?.undo ?? ''}
        </Button>
        <Button isDisabled={!state?.redo} onPress={() => runCommand('history.redo')}>
          Redo {state?.redo ?? ''}
        </Button>
      </header>
      <div className="history-days">
        {groupByDay(history.steps).map(([day, steps]) => (
          <section key={day}>
            <h3 className="history-day">{day}</h3>
            <ol className="history-steps">
              {steps.map(step => (
                <li
                  key={step.id}
                  className={undone.has(step.id) ? 'history-step history-undone' : 'history-step'}
                >
                  <time dateTime={step.at}>{time.format(new Date(step.at))}</time>
                  <span className="history-actor">{step.actor}</span>
                  <span className="history-what">
                    {describeStep(step)}
                    {undone.has(step.id) ? <span className="spoken-only"> (undone since)</span> : null}
                  </span>
                  <span className="history-changes">
                    {step.changes} {step.changes === 1 ? 'change' : 'changes'}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
        {history.total > limit ? (
          <Button onPress={() => setLimit(limit + PAGE)}>
            Show earlier steps ({history.total - limit} more)
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** Steps whose effect does not stand now: undone, and not redone afterwards. Newest first, so a redo is met before its undo. */
function undoneSteps(steps: readonly HistoryStep[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const { id, undoes } of steps) if (undoes !== null && !undone.has(id)) undone.add(undoes)
  return undone
}
