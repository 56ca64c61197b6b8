import { lowerBound } from './lower-bound.ts'
import { z } from './zod.ts'

/** A half-open range of UTF-16 units, [start, end), in the canonical text of one document. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const Span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(span => span.start < span.end, { error: 'a segment must hold at least one character' })

/** Of spans in order, the index of the last that begins at or before an offset; -1 if none does. */
export function indexNotAfter(spans: readonly Pick<Span, 'start'>[], offset: number): number {
  return lowerBound(spans.length, index => spans[index]!.start > offset) - 1
}
