import { z } from './zod.ts'

/**
 * Something that an import, an export or a check has to tell the researcher about
 * one file: what was lost or changed, in a sentence. `severity` "loss" means content of
 * the file is not in the project; "notice" means it is, but look at it.
 */
export const Warning = z.strictObject({
  code: z.string(),
  severity: z.enum(['notice', 'loss']),
  message: z.string(),
  /** where in the file: a line, a page, an element */
  place: z.string().optional(),
})
export type Warning = z.output<typeof Warning>
