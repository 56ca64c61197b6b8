import { z } from './zod.ts'

/**
 * What a document looks like, laid over its canonical text. All offsets are UTF-16
 * units in that text; blocks are disjoint and ordered; what lies between two blocks
 * is only white space (line feeds, and tabs between the cells of a row).
 */
const offset = z.int().nonnegative()

export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'item',
  'quote',
  'pre',
  'cell',
  'note',
  'caption',
] as const

export const Block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  start: offset,
  end: offset,
  /** heading: 1-6; item and quote: depth of nesting from 1 */
  level: z.int().min(1).optional(),
  /** item: the mark as it was shown, such as "3." or "•"; it is not part of the text */
  marker: z.string().optional(),
  /** cell: which table of the document (from 0), row and column (from 0) */
  table: z.int().optional(),
  row: z.int().optional(),
  column: z.int().optional(),
  /** cell: it heads its column or row */
  header: z.boolean().optional(),
  /** note: the key that ties it to its reference mark, see `Mark` of kind "note" */
  note: z.string().optional(),
  /** base direction where it differs from the document's */
  direction: z.enum(['ltr', 'rtl']).optional(),
})
export type Block = z.output<typeof Block>

export const MARK_KINDS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'sup',
  'sub',
  'link',
  'note',
  'insertion',
  'deletion',
] as const

/** Inline: may overlap, may cross nothing but text. */
export const Mark = z.strictObject({
  kind: z.enum(MARK_KINDS),
  start: offset,
  end: offset,
  /** link: where it led (never followed); note: the key of the note's block; insertion and deletion: who, when */
  to: z.string().optional(),
})
export type Mark = z.output<typeof Mark>

/** A printed page begins at `start`; `label` is what the document itself calls it ("iv"). */
export const Page = z.strictObject({ start: offset, end: offset, label: z.string() })
export type Page = z.output<typeof Page>

/** One utterance: from its speaker label to the next one. `label` is part of the text. */
export const Turn = z.strictObject({
  start: offset,
  end: offset,
  speaker: z.string(),
  /** end of the label ("INTERVIEWER: "), where speech begins */
  speech: offset,
  /** milliseconds from the beginning of the recording */
  time: z.number().optional(),
})
export type Turn = z.output<typeof Turn>

/** A comment that came with the file (Word, ODF, PDF): kept, shown, never mixed into the text. */
export const Remark = z.strictObject({ start: offset, end: offset, author: z.string(), text: z.string() })
export type Remark = z.output<typeof Remark>

export const Structure = z.strictObject({
  blocks: z.array(Block),
  marks: z.array(Mark),
  pages: z.array(Page),
  turns: z.array(Turn),
  remarks: z.array(Remark),
  /** base direction of the whole text */
  direction: z.enum(['ltr', 'rtl']),
})
export type Structure = z.output<typeof Structure>

export const emptyStructure = (): Structure => ({
  blocks: [],
  marks: [],
  pages: [],
  turns: [],
  remarks: [],
  direction: 'ltr',
})
