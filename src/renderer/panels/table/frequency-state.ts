import { createStore } from 'zustand/vanilla'
import { FrequencySpec } from '../../../shared/contract/analysis.ts'

/** The question behind the table. It survives switching views; it is not kept with the project. */
export const frequencySpec = createStore<FrequencySpec>(() => FrequencySpec.parse({ hideEmptyRows: true }))

export function changeSpec(change: Partial<FrequencySpec>): void {
  frequencySpec.setState(change)
}

/** How the table is shown, not what it counts. */
export const tableLook = createStore<{ heat: boolean; zeros: boolean; notes: boolean }>(() => ({
  heat: true,
  zeros: false,
  notes: false,
}))
