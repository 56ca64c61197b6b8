import type { HistoryStep } from '../../../shared/contract/history.ts'

export function describeStep({ procedure, label }: HistoryStep): string {
  if (procedure === 'history.undo') return `Undid “${label}”`
  if (procedure === 'history.redo') return `Redid “${label}”`
  return label
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** The steps by calendar day of this place, in the order given. */
export function groupByDay(steps: readonly HistoryStep[]): [day: string, steps: HistoryStep[]][] {
  return [...Map.groupBy(steps, ({ at }) => day.format(new Date(at)))]
}
