import { CodeId, CoderId, CodingId, DocumentId, GroupId, SegmentId } from '../model/ids.ts'
import { Area } from '../model/page-layout.ts'
import { Span } from '../model/span.ts'
import { z } from '../model/zod.ts'
import { Done, FileHandle } from './common.ts'
import { mutation, query } from './define.ts'
import { settlingSegments } from './replacing.ts'

export const Coding = z.strictObject({ id: CodingId, codeId: CodeId, coderId: CoderId })
export type Coding = z.output<typeof Coding>

export const Segment = z.strictObject({
  id: SegmentId,
  /** "3:10": document number and number of the segment in it, in order of creation; never given twice */
  reference: z.string(),
  start: z.int(),
  end: z.int(),
  /** it is an area of a page: start and end are the one character by which it has its place in the text */
  area: Area.optional(),
  comment: z.string(),
  codings: z.array(Coding),
})
export type Segment = z.output<typeof Segment>

/** What has become of the segments of a document. */
export const SegmentNews = z.strictObject({
  /** to be given back when asking again */
  mark: z.int(),
  /** these are all there are; otherwise only those that have changed */
  whole: z.boolean(),
  /** as they are now, in text order */
  segments: z.array(Segment),
  /** no longer in the document */
  gone: z.array(SegmentId),
})
export type SegmentNews = z.output<typeof SegmentNews>

/** Which segments: every condition given must hold; within one condition any of the values will do. */
export const SegmentScope = z.strictObject({
  codeIds: z.array(CodeId).optional(),
  withSubcodes: z.boolean().optional(),
  documentIds: z.array(DocumentId).optional(),
  groupIds: z.array(GroupId).optional(),
  coderIds: z.array(CoderId).optional(),
  /** segments without a code: listed with the codings, nothing but them, or (also when left out) none of them */
  free: z.enum(['with', 'only', 'without']).optional(),
  /** words that stand in the quote or in the comment, whatever their case and accents: each of them must */
  words: z.string().max(1000).optional(),
})
export type SegmentScope = z.output<typeof SegmentScope>

export const SEGMENT_ORDERS = ['document', 'code', 'coder', 'created', 'length'] as const
export const SEGMENT_GROUPINGS = ['none', 'document', 'code', 'coder', 'group'] as const
/** What stands around a segment: the rest of the sentences, paragraphs or turns that it touches. */
export const SEGMENT_CONTEXTS = ['segment', 'sentence', 'paragraph', 'turn'] as const
export type SegmentContext = (typeof SEGMENT_CONTEXTS)[number]

/** Which rows, and in which order: the list, its sections and its exports are all asked by this. */
export const SegmentQuestion = z.strictObject({
  scope: SegmentScope.optional(),
  /** "document" (the default) is the order of documents and text */
  order: z.enum(SEGMENT_ORDERS).optional(),
  descending: z.boolean().optional(),
  /** rows of one document, code, coder or document group follow one another; a document in two groups comes twice */
  grouping: z.enum(SEGMENT_GROUPINGS).optional(),
})
export type SegmentQuestion = z.output<typeof SegmentQuestion>

/** One coding in its place, or a free segment (which has no coding and no code): a row of the list and of the tidy table. */
export const SegmentRow = z.strictObject({
  segmentId: SegmentId,
  codingId: CodingId.nullable(),
  reference: z.string(),
  documentId: DocumentId,
  document: z.string(),
  groups: z.array(z.string()),
  codeId: CodeId.nullable(),
  /** the path; "" without a code */
  code: z.string(),
  /** who coded; of a free segment, who made it */
  coderId: CoderId,
  coder: z.string(),
  start: z.int(),
  end: z.int(),
  /** it is an area of a page: without words, quote and context */
  area: Area.optional(),
  page: z.string(),
  words: z.int(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  comment: z.string(),
  created: z.string(),
})
export type SegmentRow = z.output<typeof SegmentRow>

/** How much a question finds. */
const counts = {
  total: z.int(),
  segments: z.int(),
  documents: z.int(),
  /** how many of the rows are free segments */
  free: z.int(),
}

const LISTED = [
  'segment',
  'segment_area',
  'coding',
  'code',
  'document',
  'document_group',
  'document_group_member',
  'coder',
] as const

/** Where: a passage of the text, or an area of a page (which is clipped to it). */
const place = { span: Span.optional(), area: Area.optional() }
interface AskedPlace {
  readonly span?: Span | undefined
  readonly area?: Area | undefined
}
const isOnePlace = ({ span, area }: AskedPlace) => (span === undefined) !== (area === undefined)
const ONE_PLACE = 'either a span or an area is needed'

export const segments = {
  ...settlingSegments,
  ofDocument: query({
    about: 'All segments of one document in text order, with their codings.',
    reads: ['segment', 'segment_area', 'coding'],
    input: z.strictObject({ documentId: DocumentId }),
    output: z.array(Segment),
  }),
  since: query({
    about:
      'What is new in the segments of one document since a mark that an earlier answer gave; without one, all of them. For whoever keeps a long list of them fresh.',
    reads: ['segment', 'segment_area', 'coding'],
    input: z.strictObject({ documentId: DocumentId, mark: z.int().optional() }),
    output: SegmentNews,
  }),
  list: query({
    about: 'Segments, one row a coding (and a free segment), with quote and context, in the order asked for.',
    reads: LISTED,
    input: z.strictObject({
      ...SegmentQuestion.shape,
      /** characters of context on either side, or what the context is the rest of */
      context: z.union([z.int().min(0).max(5000), z.enum(SEGMENT_CONTEXTS)]).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(1_000_000).optional(),
    }),
    output: z.strictObject({ ...counts, rows: z.array(SegmentRow) }),
  }),
  sections: query({
    about: 'How many rows the list has, in all and in each of its groups, in their order.',
    reads: LISTED,
    input: SegmentQuestion,
    output: z.strictObject({
      ...counts,
      /** `key` is the id of the document, code, coder or group; "" is what has none */
      sections: z.array(z.strictObject({ key: z.string(), title: z.string(), count: z.int() })),
    }),
  }),
  rowIds: query({
    about: 'The ids of all rows of the list, in its order: for acting on all that is listed.',
    reads: ['segment', 'coding'],
    input: SegmentQuestion,
    output: z.array(z.strictObject({ segmentId: SegmentId, codingId: CodingId.nullable() })),
  }),
  create: mutation({
    about:
      'Makes a free segment: a passage or an area without a code. Finds the segment that is on exactly this place already. It stays until it is deleted, also when codes are put on it and taken off again.',
    label: 'Free segment',
    input: z
      .strictObject({
        documentId: DocumentId,
        ...place,
        comment: z.string().max(1_000_000).optional(),
      })
      .refine(isOnePlace, ONE_PLACE),
    output: z.strictObject({ segmentId: SegmentId, created: z.boolean() }),
  }),
  apply: mutation({
    about:
      'Codes a passage, or an area of a page: finds or makes the segment on exactly this place and puts the codes on it in the name of the current coder. What is there already is left alone. `paths` (divided by "/") name codes that are made where there are none; all of it is one step.',
    label: 'Apply code',
    input: z
      .strictObject({
        documentId: DocumentId,
        ...place,
        codeIds: z.array(CodeId),
        paths: z.array(z.string().min(1).max(4000)).max(1000).optional(),
        comment: z.string().max(1_000_000).optional(),
      })
      .refine(isOnePlace, ONE_PLACE)
      .refine(({ codeIds, paths = [] }) => codeIds.length + paths.length > 0, 'at least one code is needed'),
    output: z.strictObject({
      segmentId: SegmentId,
      added: z.array(CodingId),
      already: z.int(),
      /** the codes of `paths`, in their order */
      pathIds: z.array(CodeId),
    }),
  }),
  addCode: mutation({
    about:
      'Puts one code on several segments, in the name of the current coder. What is there already is left alone.',
    label: 'Apply code',
    input: z.strictObject({ segmentIds: z.array(SegmentId).min(1), codeId: CodeId }),
    output: z.strictObject({ added: z.int(), already: z.int() }),
  }),
  createAndApply: mutation({
    about:
      'Makes a code (or finds the one of that path) and codes the passage or area with it, in one step. `path` is divided by "/".',
    label: 'New code on passage',
    input: z
      .strictObject({ documentId: DocumentId, ...place, path: z.string().min(1).max(4000) })
      .refine(isOnePlace, ONE_PLACE),
    output: z.strictObject({ segmentId: SegmentId, codeId: CodeId, created: z.boolean() }),
  }),
  uncode: mutation({
    about:
      'Takes codings off. A segment goes with its last one unless it has a comment or a memo, or was made as a free segment.',
    label: 'Remove coding',
    input: z.strictObject({ codingIds: z.array(CodingId).min(1) }),
    output: Done,
  }),
  recode: mutation({
    about: 'Puts another code in the place of the one these codings have, and on these free segments.',
    label: 'Recode',
    input: z.strictObject({
      codingIds: z.array(CodingId),
      codeId: CodeId,
      /** free segments that get the code in the same step */
      segmentIds: z.array(SegmentId).optional(),
    }),
    output: z.strictObject({ changed: z.int(), shared: z.int() }),
  }),
  resize: mutation({
    about: 'Moves the edges of a segment. A passage stays a passage, an area an area.',
    label: 'Resize segment',
    input: z.strictObject({ segmentId: SegmentId, ...place }).refine(isOnePlace, ONE_PLACE),
    output: Done,
  }),
  comment: mutation({
    about: 'Writes the comment of a segment.',
    label: 'Comment segment',
    continues: input => `comment:${input.segmentId}`,
    pause: 1500,
    input: z.strictObject({ segmentId: SegmentId, comment: z.string().max(1_000_000) }),
    output: Done,
  }),
  delete: mutation({
    about: 'Deletes segments with all their codings.',
    label: 'Delete segment',
    input: z.strictObject({ segmentIds: z.array(SegmentId).min(1) }),
    output: Done,
  }),
  importTable: mutation({
    about:
      'Imports codings from a CSV table (document, start, end, code, coder, comment, quote) as one step: all rows or none. Missing codes and coders are made.',
    label: 'Import segments',
    input: z.strictObject({ file: FileHandle }),
    output: z.strictObject({
      rows: z.int(),
      codings: z.int(),
      segments: z.int(),
      already: z.int(),
      newCodes: z.array(z.string()),
      newCoders: z.array(z.string()),
    }),
  }),
}
