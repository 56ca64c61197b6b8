import { z } from '../model/zod.ts'
import { Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const HistoryStep = z.strictObject({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  procedure: z.string(),
  label: z.string(),
  /** the step that this one undid (or, if that was itself an undoing, redid) */
  undoes: z.int().nullable(),
  changes: z.int(),
})
export type HistoryStep = z.output<typeof HistoryStep>

const Undone = z.strictObject({ step: z.int(), label: z.string() })

export const history = {
  state: query({
    about: 'What undo and redo would do next; null where there is nothing.',
    reads: ['step'],
    input: Nothing,
    output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable(), step: z.int() }),
  }),
  list: query({
    about: 'The steps taken, newest first: who, when, what.',
    reads: ['step'],
    input: z
      .strictObject({ offset: z.int().min(0).optional(), limit: z.int().min(1).max(100_000).optional() })
      .optional(),
    output: z.strictObject({ total: z.int(), steps: z.array(HistoryStep) }),
  }),
  undo: mutation({
    about: 'Undoes the last step that stands, across restarts.',
    label: null,
    input: Nothing,
    output: Undone,
  }),
  redo: mutation({
    about: 'Redoes what was undone last.',
    label: null,
    input: Nothing,
    output: Undone,
  }),
}
