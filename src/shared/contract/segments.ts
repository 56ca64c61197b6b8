import { CodeId, CoderId, CodingId, DocumentId, GroupId, SegmentId } from '../model/ids.ts'
import { Span } from '../model/span.ts'
import { z } from '../model/zod.ts'
import { Done, FileHandle } from './common.ts'
import { mutation, query } from './define.ts'

export const Coding = z.strictObject({ id: CodingId, codeId: CodeId, coderId: CoderId })
export type Coding = z.output<typeof Coding>

export const Segment = z.strictObject({
  id: SegmentId,
  /** "3:10": document number and number of the segment in it, in order of creation; never given twice */
  reference: z.string(),
  start: z.int(),
  end: z.int(),
  comment: z.string(),
  codings: z.array(Coding),
})
export type Segment = z.output<typeof Segment>

/** Which segments: every condition given must hold; within one condition any of the values will do. */
export const SegmentScope = z.strictObject({
  codeIds: z.array(CodeId).optional(),
  withSubcodes: z.boolean().optional(),
  documentIds: z.array(DocumentId).optional(),
  groupIds: z.array(GroupId).optional(),
  coderIds: z.array(CoderId).optional(),
})
export type SegmentScope = z.output<typeof SegmentScope>

/** One coding in its place: a row of the list and of the tidy table. */
export const SegmentRow = z.strictObject({
  segmentId: SegmentId,
  codingId: CodingId,
  reference: z.string(),
  documentId: DocumentId,
  document: z.string(),
  groups: z.array(z.string()),
  codeId: CodeId,
  code: z.string(),
  coderId: CoderId,
  coder: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.string(),
  words: z.int(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  comment: z.string(),
  created: z.string(),
})
export type SegmentRow = z.output<typeof SegmentRow>

export const segments = {
  ofDocument: query({
    about: 'All segments of one document in text order, with their codings.',
    reads: ['segment', 'coding'],
    input: z.strictObject({ documentId: DocumentId }),
    output: z.array(Segment),
  }),
  list: query({
    about: 'Coded segments, one row a coding, with quote and context, in the order of documents and text.',
    reads: ['segment', 'coding', 'code', 'document', 'document_group', 'document_group_member', 'coder'],
    input: z.strictObject({
      scope: SegmentScope.optional(),
      /** characters of context on either side */
      context: z.int().min(0).max(5000).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(1_000_000).optional(),
    }),
    output: z.strictObject({
      total: z.int(),
      segments: z.int(),
      documents: z.int(),
      rows: z.array(SegmentRow),
    }),
  }),
  apply: mutation({
    about:
      'Codes a passage: finds or makes the segment on exactly this span and puts the codes on it in the name of the current coder. What is there already is left alone.',
    label: 'Apply code',
    input: z.strictObject({
      documentId: DocumentId,
      span: Span,
      codeIds: z.array(CodeId).min(1),
      comment: z.string().max(1_000_000).optional(),
    }),
    output: z.strictObject({ segmentId: SegmentId, added: z.array(CodingId), already: z.int() }),
  }),
  createAndApply: mutation({
    about:
      'Makes a code (or finds the one of that path) and codes the passage with it, in one step. `path` is divided by "/".',
    label: 'New code on passage',
    input: z.strictObject({ documentId: DocumentId, span: Span, path: z.string().min(1).max(4000) }),
    output: z.strictObject({ segmentId: SegmentId, codeId: CodeId, created: z.boolean() }),
  }),
  uncode: mutation({
    about: 'Takes codings off. A segment left without a code and without a comment goes with its last one.',
    label: 'Remove coding',
    input: z.strictObject({ codingIds: z.array(CodingId).min(1) }),
    output: Done,
  }),
  recode: mutation({
    about: 'Puts another code in the place of the one these codings have.',
    label: 'Recode',
    input: z.strictObject({ codingIds: z.array(CodingId).min(1), codeId: CodeId }),
    output: z.strictObject({ changed: z.int(), shared: z.int() }),
  }),
  resize: mutation({
    about: 'Moves the edges of a segment.',
    label: 'Resize segment',
    input: z.strictObject({ segmentId: SegmentId, span: Span }),
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
