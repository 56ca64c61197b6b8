import { createStore } from 'zustand/vanilla'
import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { FileResult } from '../../../shared/contract/common.ts'
import type { TABLE_FORMATS } from '../../../shared/contract/exchange.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { say } from '../../state/messages.ts'
import { workspace } from '../../state/workspace.ts'
import { frequencySpec } from '../table/frequency-state.ts'

/** What is to be exported: always the question, never the answer, so that the file is asked afresh. */
export type Wanted =
  | { readonly kind: 'table'; readonly spec: FrequencySpec }
  | { readonly kind: 'segments'; readonly scope: SegmentScope; readonly title: string }

export interface Choice {
  readonly format: (typeof TABLE_FORMATS)[number]
  readonly bom: boolean
  readonly exact: boolean
}

/** The last choice stays the first offer. */
export const exportQuestion = createStore<{ wanted: Wanted | null; choice: Choice }>(() => ({
  wanted: null,
  choice: { format: 'xlsx', bom: false, exact: false },
}))

export function askExport(wanted: Wanted): void {
  // "exact" is dangerous enough to be asked for each time
  exportQuestion.setState(({ choice }) => ({ wanted, choice: { ...choice, exact: false } }))
}

export function choose(change: Partial<Choice>): void {
  exportQuestion.setState(({ choice }) => ({ choice: { ...choice, ...change } }))
}

export function closeExport(): void {
  exportQuestion.setState({ wanted: null })
}

export function exportSegments(): void {
  askExport({ kind: 'segments', scope: {}, title: 'All segments' })
}

/** The table if it fills the middle, else the segments of the drawer, else all segments. */
export function exportShown(): void {
  const { view, drawer } = workspace.getState()
  if (view === 'table') askExport({ kind: 'table', spec: frequencySpec.getState() })
  else if (drawer) askExport({ kind: 'segments', ...drawer })
  else exportSegments()
}

/** Writes the file and hands it over. Throws what went wrong; a cancelled save says nothing. */
export async function runExport(wanted: Wanted, { format, bom, exact }: Choice): Promise<void> {
  const options = format === 'csv' ? { format, bom, exact } : { format }
  const { name, file } = await write(wanted, options)
  const done = await host().take(file, name)
  if (done === 'saved') say(`Exported “${name}”.`)
}

function write(wanted: Wanted, options: Partial<Choice> & Pick<Choice, 'format'>): Promise<FileResult> {
  const { exchange } = client()
  return wanted.kind === 'table'
    ? exchange.table({ spec: wanted.spec, ...options })
    : exchange.segments({ scope: wanted.scope, ...options })
}
