import { CodeId, CoderId, DocumentId, GroupId } from '../model/ids.ts'
import { Table } from '../model/table.ts'
import { z } from '../model/zod.ts'
import { query } from './define.ts'

export const MEASURES = ['codings', 'segments', 'words', 'documents'] as const
export const FIGURES = ['count', 'row-percent', 'column-percent', 'table-percent', 'per-1000-words'] as const

/** The question behind a code x document or code x group table. */
export const FrequencySpec = z.strictObject({
  columns: z.enum(['documents', 'groups']).default('documents'),
  /** codings: codes on segments · segments: each segment once a row · words: words of those segments, each segment once a row · documents: 0/1 a document, in a group the number of its documents */
  measure: z.enum(MEASURES).default('codings'),
  figure: z.enum(FIGURES).default('count'),
  /** true: each row also counts its sub-codes */
  aggregate: z.boolean().default(false),
  /** words only: count text that lies in several segments of one row once */
  unionWords: z.boolean().default(false),
  /** leave out rows, columns with nothing in them */
  hideEmptyRows: z.boolean().default(false),
  hideEmptyColumns: z.boolean().default(false),
  codeIds: z.array(CodeId).optional(),
  documentIds: z.array(DocumentId).optional(),
  groupIds: z.array(GroupId).optional(),
  coderIds: z.array(CoderId).optional(),
})
export type FrequencySpec = z.output<typeof FrequencySpec>

export const analysis = {
  frequency: query({
    about:
      'The code x document or code x document-group table: codings, segments, words or documents, as counts, percentages or per 1,000 words.',
    reads: ['code', 'document', 'document_group', 'document_group_member', 'segment', 'coding', 'coder'],
    input: FrequencySpec.optional(),
    output: Table,
  }),
}
