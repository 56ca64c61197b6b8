/**
 * The tables whose rows the researcher made: the diary keeps before and after images
 * of exactly these. The order is that of creation: a row refers only to rows of
 * tables named before its own (or to its own table).
 */
export const TABLES = [
  'coder',
  'document',
  'document_group',
  'document_group_member',
  'variable',
  'variable_value',
  'code',
  'segment',
  'segment_area',
  'coding',
  'memo',
  'setting',
  'replacement',
  'segment_review',
  'lost_segment',
  'lost_coding',
] as const

export type TableName = (typeof TABLES)[number]

/** What a query may say it reads: a journaled table, or the diary itself. */
export type Readable = TableName | 'step'
