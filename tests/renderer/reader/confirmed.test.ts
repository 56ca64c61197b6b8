import { describe, expect, it } from 'vitest'
import { withConfirmed } from '../../../src/renderer/reader/confirmed.ts'
import { codeId, coderId, codingId, segment, segmentId } from './segments.ts'

const coding = (n: string, code: number) => ({ id: codingId(n), codeId: codeId(code), coderId: coderId(1) })

describe('withConfirmed', () => {
  const known = [segment(1, 0, 5, [1])]

  it('adds a segment that the list does not have yet, and codings to one that it has', () => {
    const fresh = { segmentId: segmentId(2), span: { start: 7, end: 9 }, codings: [coding('a', 2)] }
    const more = { segmentId: segmentId(1), span: { start: 0, end: 5 }, codings: [coding('b', 3)] }
    const [first, second] = withConfirmed(known, [fresh, more])
    expect(first?.codings.map(one => one.codeId)).toEqual([codeId(1), codeId(3)])
    expect(second).toMatchObject({ id: segmentId(2), start: 7, end: 9 })
  })

  it('changes nothing once the list has it', () => {
    const there = { segmentId: segmentId(1), span: { start: 0, end: 5 }, codings: known[0]!.codings }
    expect(withConfirmed(known, [there])).toBe(known)
    expect(withConfirmed(known, [])).toBe(known)
  })
})
