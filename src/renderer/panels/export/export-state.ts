import { createStore } from 'zustand/vanilla'
import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { FileResult } from '../../../shared/contract/common.ts'
import { type SEGMENT_FORMATS, TABLE_FORMATS } from '../../../shared/contract/exchange.ts'
import type { SegmentContext, SegmentQuestion } from '../../../shared/contract/segments.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { say } from '../../state/messages.ts'
import { workspace } from '../../state/workspace.ts'
import { shownSegments } from '../segments/drawer-state.ts'
import { frequencySpec } from '../table/frequency-state.ts'

/** What is to be exported: always the question, never the answer, so that the file is asked afresh. */
export type Wanted =
  | { readonly kind: 'table'; readonly spec: FrequencySpec }
  | {
      readonly kind: 'segments'
      /** rows and their order, as the list shows them */
      readonly question: SegmentQuestion
      readonly context: SegmentContext
      readonly title: string
    }

export interface Choice {
  readonly format: (typeof SEGMENT_FORMATS)[number]
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
  askExport({
    kind: 'segments',
    question: { scope: {} },
    context: 'segment',
    title: 'All coded segments',
  })
}

/** The table if it fills the middle, else the segments of the drawer, else all segments. */
export function exportShown(): void {
  const { view, drawer } = workspace.getState()
  if (view === 'table') askExport({ kind: 'table', spec: frequencySpec.getState() })
  else if (drawer) askExport({ kind: 'segments', ...shownSegments(drawer) })
  else exportSegments()
}

/** Writes the file and hands it over. Throws what went wrong; a cancelled save says nothing. */
export async function runExport(wanted: Wanted, { format, bom, exact }: Choice): Promise<void> {
  const { name, file } = await write(wanted, format === 'csv' ? { format, bom, exact } : { format })
  const done = await host().take(file, name)
  if (done === 'saved') say(`Exported “${name}”.`)
}

function write(wanted: Wanted, options: Partial<Choice> & Pick<Choice, 'format'>): Promise<FileResult> {
  const { exchange } = client()
  if (wanted.kind === 'table')
    return exchange.table({ spec: wanted.spec, ...options, format: tableFormat(options.format) })
  const { question, context } = wanted
  return exchange.segments({ ...question, ...(context === 'segment' ? {} : { context }), ...options })
}

/** A table is not written as a text to read: where that was the last choice, another is offered. */
export const tableFormat = (format: Choice['format']): (typeof TABLE_FORMATS)[number] =>
  TABLE_FORMATS.find(known => known === format) ?? 'xlsx'
