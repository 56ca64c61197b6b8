import type { HistoryStep } from '../../../shared/contract/history.ts'

export function describeStep({ procedure, label }: HistoryStep): string {
  if (procedure === 'history.undo') return `Undid “${label}”`
  if (procedure === 'history.redo') return `Redid “${label}”`
  return label
}

/**
 * Steps whose effect does not stand now: undone, and not redone afterwards. They come
 * newest first, so a redo is met before the undo that it takes back.
 */
export function undoneSteps(steps: readonly HistoryStep[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const { id, undoes } of steps) if (undoes !== null && !undone.has(id)) undone.add(undoes)
  return undone
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export const timeOf = (at: string): string => time.format(new Date(at))

/** The steps by calendar day of this place, in the order given. */
export function groupByDay(steps: readonly HistoryStep[]): [day: string, steps: HistoryStep[]][] {
  return [...Map.groupBy(steps, ({ at }) => day.format(new Date(at)))]
}
