import { z } from './zod.ts'

/** A half-open range of UTF-16 units, [start, end), in the canonical text of one document. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const Span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(span => span.start < span.end, { error: 'a segment must hold at least one character' })
