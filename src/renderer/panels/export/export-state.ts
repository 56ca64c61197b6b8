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

export const exportQuestion = createStore<{ wanted: Wanted | null }>(() => ({ wanted: null }))

export function askExport(wanted: Wanted): void {
  exportQuestion.setState({ wanted })
}

/** The table if it fills the middle, else the segments of the drawer, else all segments. */
export function exportShown(): void {
  const { view, drawer } = workspace.getState()
  if (view === 'table') askExport({ kind: 'table', spec: frequencySpec.getState() })
  else askExport({ kind: 'segments', scope: drawer?.scope ?? {}, title: drawer?.title ?? 'All segments' })
}

export interface Choice {
  readonly format: (typeof TABLE_FORMATS)[number]
  readonly bom: boolean
  readonly exact: boolean
}

export async function runExport(wanted: Wanted, choice: Choice): Promise<void> {
  const { name, file } = await write(wanted, choice)
  const done = await host().take(file, name)
  if (done === 'saved') say(`Exported ${name}.`)
}

function write(wanted: Wanted, choice: Choice): Promise<FileResult> {
  const { exchange } = client()
  return wanted.kind === 'table'
    ? exchange.table({ spec: wanted.spec, ...choice })
    : exchange.segments({ scope: wanted.scope, ...choice })
}
