import type { Segment } from '../../../src/shared/contract/segments.ts'
import { CodeId, CoderId, CodingId, SegmentId } from '../../../src/shared/model/ids.ts'

const padded = (kind: string, n: number | string) => `${kind}${n}`.padEnd(22, '0')

export const segmentId = (n: number | string) => SegmentId.parse(padded('s', n))
export const codeId = (n: number | string) => CodeId.parse(padded('c', n))
export const coderId = (n: number | string) => CoderId.parse(padded('r', n))
export const codingId = (n: number | string) => CodingId.parse(padded('g', n))

/** A segment with one coding a code, all by coder 1. */
export function segment(
  n: number,
  start: number,
  end: number,
  codes: readonly (number | string)[] = [],
  comment = '',
): Segment {
  return {
    id: segmentId(n),
    reference: `1:${n}`,
    start,
    end,
    comment,
    codings: codes.map(code => ({ id: codingId(`${n}x${code}`), codeId: codeId(code), coderId: coderId(1) })),
  }
}
