import { z } from '../model/zod.ts'
import { FrequencySpec } from './analysis.ts'
import { FileResult } from './common.ts'
import { query } from './define.ts'
import { SEGMENT_CONTEXTS, SegmentQuestion } from './segments.ts'

export const TABLE_FORMATS = ['csv', 'xlsx', 'json'] as const

/** A list of segments can also be a text to read: the passages with their references. */
export const SEGMENT_FORMATS = [...TABLE_FORMATS, 'html', 'md', 'docx'] as const

export const ExportOptions = z.strictObject({
  format: z.enum(TABLE_FORMATS),
  /** csv: begin with a byte order mark, for spreadsheet programs that need one to see UTF-8 */
  bom: z.boolean().optional(),
  /** csv: write cells that look like formulas as they are. Off by default, since a spreadsheet would run them */
  exact: z.boolean().optional(),
})

export const exchange = {
  table: query({
    about:
      'Writes the code x document table to a file: the same question asked again, so file and screen cannot differ.',
    reads: [],
    input: z.strictObject({ spec: FrequencySpec.optional(), ...ExportOptions.shape }),
    output: FileResult,
  }),
  segments: query({
    about:
      'Writes the segments to a file, in the order and with the context asked for: as a tidy table (document, group, code path, coder, start, end, quote, comment), or as a text to read (html, md, docx).',
    reads: [],
    input: z.strictObject({
      ...SegmentQuestion.shape,
      context: z.enum(SEGMENT_CONTEXTS).optional(),
      ...ExportOptions.shape,
      format: z.enum(SEGMENT_FORMATS),
    }),
    output: FileResult,
  }),
}
