import { CoderId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Color, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const Coder = z.strictObject({
  id: CoderId,
  name: z.string(),
  color: Color,
  codings: z.int(),
  current: z.boolean(),
})
export type Coder = z.output<typeof Coder>

export const coders = {
  list: query({
    about: 'Everyone who has coded in this project, with their number of codings.',
    reads: ['coder', 'coding'],
    input: Nothing,
    output: z.array(Coder),
  }),
  use: mutation({
    about: 'Codes from now on under this name (a new name makes a new coder).',
    label: 'Change coder',
    input: z.strictObject({ name: Name }),
    output: CoderId,
  }),
  rename: mutation({
    about: 'Renames a coder.',
    label: 'Rename coder',
    input: z.strictObject({ id: CoderId, name: Name }),
    output: z.null(),
  }),
}
