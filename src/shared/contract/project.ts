import { CoderId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Done, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const ProjectInfo = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  created: z.string(),
  readOnly: z.boolean(),
  version: z.string(),
  coder: z.strictObject({ id: CoderId, name: z.string() }),
  counts: z.strictObject({
    documents: z.int(),
    words: z.int(),
    codes: z.int(),
    segments: z.int(),
    codings: z.int(),
    coders: z.int(),
    memos: z.int(),
  }),
})
export type ProjectInfo = z.output<typeof ProjectInfo>

export const project = {
  info: query({
    about: 'What this project is, how much is in it, and who is coding.',
    reads: ['document', 'code', 'segment', 'coding', 'coder', 'memo', 'setting'],
    input: Nothing,
    output: ProjectInfo,
  }),
  rename: mutation({
    about: 'Gives the project another name (the file keeps its own).',
    label: 'Rename project',
    input: z.strictObject({ name: Name }),
    output: Done,
  }),
  check: query({
    about:
      'Checks the whole file: SQLite integrity, foreign keys, every text against its SHA-256, every segment against its text.',
    reads: [],
    input: Nothing,
    output: z.strictObject({
      sound: z.boolean(),
      findings: z.array(z.string()),
      documents: z.int(),
      segments: z.int(),
    }),
  }),
  settings: query({
    about: 'The settings kept with this project (not undoable ones of the window).',
    reads: ['setting'],
    input: Nothing,
    output: z.record(z.string(), z.string()),
  }),
}
