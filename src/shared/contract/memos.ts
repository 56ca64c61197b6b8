import { CodeId, DocumentId, MemoId, SegmentId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Done, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const MEMO_KINDS = ['theory', 'method', 'observation', 'journal'] as const

export const MemoTarget = z.strictObject({
  documentId: DocumentId.optional(),
  codeId: CodeId.optional(),
  segmentId: SegmentId.optional(),
})

export const Memo = z.strictObject({
  id: MemoId,
  title: z.string(),
  kind: z.enum(MEMO_KINDS),
  /** Markdown */
  body: z.string(),
  about: MemoTarget,
  created: z.string(),
  changed: z.string(),
})
export type Memo = z.output<typeof Memo>

const Body = z.string().max(5_000_000)

export const memos = {
  list: query({ about: 'All memos.', reads: ['memo'], input: Nothing, output: z.array(Memo) }),
  create: mutation({
    about: 'Writes a memo on the project, or on one document, code or segment.',
    label: 'New memo',
    input: z.strictObject({
      title: Name,
      kind: z.enum(MEMO_KINDS).optional(),
      body: Body.optional(),
      about: MemoTarget.optional(),
    }),
    output: MemoId,
  }),
  update: mutation({
    about: 'Changes a memo.',
    label: 'Change memo',
    continues: input => `memo:${input.memoId}`,
    pause: 1500,
    input: z.strictObject({
      memoId: MemoId,
      title: Name.optional(),
      kind: z.enum(MEMO_KINDS).optional(),
      body: Body.optional(),
    }),
    output: Done,
  }),
  delete: mutation({
    about: 'Deletes a memo.',
    label: 'Delete memo',
    input: z.strictObject({ memoId: MemoId }),
    output: Done,
  }),
}
