import { CodeId, CoderId, DocumentId, GroupId } from '../model/ids.ts'
import { Table } from '../model/table.ts'
import { z } from '../model/zod.ts'
import { query } from './define.ts'

export const MEASURES = ['codings', 'segments', 'words', 'documents'] as const
export const FIGURES = ['count', 'row-percent', 'column-percent', 'table-percent', 'per-1000-words'] as const

/**
 * The question behind a code x document or code x group table. Lists of ids narrow it;
 * every list given must hold. Ids of what is not in the project any more choose nothing.
 */
export const FrequencySpec = z.strictObject({
  /** groups: a document counts in each of its groups; the notes tell how much is in none */
  columns: z.enum(['documents', 'groups']).default('documents'),
  /**
   * codings: codes on segments by coders; a row with two of its codes on one segment counts 2
   * segments: each segment once a row
   * words: words of those segments, each segment once a row
   * documents: 0 or 1 a document; in a group the number of its documents
   */
  measure: z.enum(MEASURES).default('codings'),
  /** percentages are numbers from 0 to 100 over the rows and columns asked for; null where there is nothing to divide by */
  figure: z.enum(FIGURES).default('count'),
  /** true: each row also counts its sub-codes, headings are rows too, and the totals add up only topmost rows */
  aggregate: z.boolean().default(false),
  /** words only: text that lies in several segments of one row counts once */
  unionWords: z.boolean().default(false),
  /** leave out rows or columns with nothing in them; no figure changes by it */
  hideEmptyRows: z.boolean().default(false),
  hideEmptyColumns: z.boolean().default(false),
  /** the rows, in the order of the tree */
  codeIds: z.array(CodeId).optional(),
  documentIds: z.array(DocumentId).optional(),
  /** with columns "documents": only documents in one of these groups */
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
