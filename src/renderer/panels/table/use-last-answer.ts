import { useRef } from 'react'
import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Table } from '../../../shared/model/table.ts'

interface Answered {
  /** what the table answers, which while another is awaited is not what was asked last */
  readonly spec: FrequencySpec
  readonly table: Table
}

/** The last table stays until the next is there: changing the question does not blink. */
export function useLastAnswer(spec: FrequencySpec, table: Table | undefined): Answered | null {
  const last = useRef<Answered | null>(null)
  if (table !== undefined && (last.current?.table !== table || last.current.spec !== spec))
    last.current = { spec, table }
  return last.current
}
