import { z } from '../model/zod.ts'

/** Names are shown on one line: trimmed, line breaks folded to spaces. Length is not limited beyond reason. */
export const Name = z
  .string()
  .transform(name => name.replace(/[\s\u0085\u2028\u2029]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'a name is needed').max(1000, 'a name may have 1,000 characters at the most'))

export const Color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is written like #259CDE')
export const Nothing = z.undefined().or(z.null()).or(z.strictObject({})).optional()
export const Done = z.null()

/** A file in the freight room: bytes never travel through `call`. */
export const FileHandle = z.string().regex(/^[0-9a-f]{32}$/, 'not a file handle')
export type FileHandle = z.output<typeof FileHandle>

export const FileResult = z.strictObject({
  file: FileHandle,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
})
export type FileResult = z.output<typeof FileResult>
