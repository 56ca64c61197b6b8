import { CodeId, CoderId, DocumentId, SegmentId } from '../model/ids.ts'
import { Area } from '../model/page-layout.ts'
import { Span } from '../model/span.ts'
import { Warning } from '../model/warning.ts'
import { z } from '../model/zod.ts'
import { FileHandle, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

const ReadingOptions = z.strictObject({
  encoding: z.string().max(40).optional(),
  password: z.string().max(1000).optional(),
  changes: z.enum(['accept', 'keep-both']).optional(),
})

/** A segment that the replacement of its document left to be looked at. */
const Open = {
  segmentId: SegmentId,
  reference: z.string(),
  /** how likely the place is the right one, from 0 to 1 */
  score: z.number(),
  /** its words in the version before, with what stood around them */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  /** the label of the page they stood on; "" without pages */
  page: z.string(),
  codings: z.array(z.strictObject({ codeId: CodeId, coderId: CoderId })),
  comment: z.string(),
  /** it was an area of a page and no passage */
  area: Area.optional(),
}

export const ReviewRow = z.strictObject({
  ...Open,
  /** the place that is proposed, and the words that stand there now */
  start: z.int(),
  end: z.int(),
  now: z.string(),
})
export type ReviewRow = z.output<typeof ReviewRow>

export const LostRow = z.strictObject({
  ...Open,
  /** where it would be, if anything of it were there */
  near: z.int(),
})
export type LostRow = z.output<typeof LostRow>

export const MovedRow = z.strictObject({
  segmentId: SegmentId,
  reference: z.string(),
  start: z.int(),
  end: z.int(),
  now: z.string(),
  area: Area.optional(),
})
export type MovedRow = z.output<typeof MovedRow>

export const Replaced = z.strictObject({
  /** segments that stand on the same words as before */
  moved: z.int(),
  /** segments whose place is a proposal that somebody must look at */
  review: z.int(),
  /** segments without a place in the new version, kept with all that hangs on them */
  lost: z.int(),
  warnings: z.array(Warning),
})
export type Replaced = z.output<typeof Replaced>

/** Rows of segments that are in their place are many and say little: so many of them come along. */
export const MOST_MOVED = 500

export const replacingDocuments = {
  replace: mutation({
    about:
      'Puts a better version of a document (recognised, corrected) in the place of the one that is there. Its segments are found again by their words; what is not sure is to be reviewed, what is not found is kept apart (documents.reviews). Name, groups, values and memos stay.',
    label: 'Replace document',
    input: z.strictObject({ documentId: DocumentId, file: FileHandle, options: ReadingOptions.optional() }),
    output: Replaced,
  }),
  reviews: query({
    about: 'What the last replacement of a document did to its segments: moved, to be reviewed, lost.',
    reads: [
      'document',
      'segment',
      'segment_area',
      'coding',
      'replacement',
      'segment_review',
      'lost_segment',
      'lost_coding',
    ],
    input: z.strictObject({ documentId: DocumentId }),
    output: z.strictObject({
      /** null: the document is as it was imported */
      replaced: z
        .strictObject({ at: z.string(), coder: z.string(), from: z.string(), to: z.string() })
        .nullable(),
      /** segments made before the replacement that stand on their words; their rows are the first ones only */
      moved: z.int(),
      movedRows: z.array(MovedRow),
      review: z.array(ReviewRow),
      lost: z.array(LostRow),
    }),
  }),
  openReviews: query({
    about: 'The documents that have segments to be reviewed or placed, and how many.',
    reads: ['segment_review', 'lost_segment'],
    input: Nothing,
    output: z.array(z.strictObject({ documentId: DocumentId, review: z.int(), lost: z.int() })),
  }),
}

const segmentIds = z.array(SegmentId).min(1)

export const settlingSegments = {
  settle: mutation({
    about:
      'Settles segments that the replacement of their document left open: accepts the proposed places, puts one in a place of its own (span or area), or drops them with their codings.',
    label: 'Settle segments',
    input: z.union([
      z.strictObject({ as: z.literal('accept'), segmentIds }),
      z.strictObject({ as: z.literal('drop'), segmentIds }),
      z
        .strictObject({
          as: z.literal('place'),
          segmentId: SegmentId,
          span: Span.optional(),
          area: Area.optional(),
        })
        .refine(
          ({ span, area }) => (span === undefined) !== (area === undefined),
          'either a span or an area',
        ),
    ]),
    output: z.strictObject({ settled: z.int() }),
  }),
}
