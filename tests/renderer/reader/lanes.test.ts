import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes, type Stretch } from '../../../src/renderer/reader/lanes.ts'

const anyStretches = fc
  .uniqueArray(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 })), {
    maxLength: 40,
    selector: ([a, b]) => `${a} ${b}`,
  })
  .map(list =>
    list.map(([start, length]): Stretch => ({ id: `${start}-${length}`, start, end: start + length })),
  )

const collisions = (stretches: readonly Stretch[], lanes: ReadonlyMap<string, number>) =>
  stretches.flatMap((a, i) =>
    stretches
      .slice(i + 1)
      .filter(b => lanes.get(a.id) === lanes.get(b.id) && a.start < b.end && b.start < a.end),
  )

describe('assignLanes', () => {
  it('never lets two stretches of a lane overlap', () => {
    fc.assert(
      fc.property(anyStretches, stretches => {
        const lanes = assignLanes(stretches)
        expect(lanes.size).toBe(stretches.length)
        expect(collisions(stretches, lanes)).toEqual([])
      }),
    )
  })

  it('takes no more lanes than lie on each other somewhere', () => {
    fc.assert(
      fc.property(anyStretches, stretches => {
        const deepest = Math.max(
          0,
          ...stretches.map(s => stretches.filter(o => o.start <= s.start && o.end > s.start).length),
        )
        expect(Math.max(-1, ...assignLanes(stretches).values()) + 1).toBe(deepest)
      }),
    )
  })

  it('moves no stretch when one is added', () => {
    fc.assert(
      fc.property(anyStretches, fc.nat(80), fc.integer({ min: 1, max: 30 }), (stretches, start, length) => {
        const before = assignLanes(stretches)
        const more = [...stretches, { id: 'new', start, end: start + length }]
        const after = assignLanes(more, before)
        for (const { id } of stretches) expect(after.get(id)).toBe(before.get(id))
        expect(collisions(more, after)).toEqual([])
      }),
    )
  })

  it('gives a place away only where it must', () => {
    const before = new Map([
      ['a', 0],
      ['b', 0],
    ])
    const lanes = assignLanes(
      [
        { id: 'a', start: 0, end: 10 },
        { id: 'b', start: 5, end: 15 },
      ],
      before,
    )
    expect([...lanes]).toEqual([
      ['a', 0],
      ['b', 1],
    ])
  })

  it('puts longer stretches that begin together into lower lanes', () => {
    const lanes = assignLanes([
      { id: 'short', start: 0, end: 5 },
      { id: 'long', start: 0, end: 9 },
    ])
    expect(lanes.get('long')).toBe(0)
    expect(lanes.get('short')).toBe(1)
  })

  it('gives no lane beyond the most, and none to two at one place', () => {
    fc.assert(
      fc.property(anyStretches, fc.integer({ min: 1, max: 6 }), (stretches, most) => {
        const lanes = assignLanes(stretches, new Map(), most)
        for (const lane of lanes.values()) expect(lane).toBeLessThan(most)
        expect(
          collisions(
            stretches.filter(({ id }) => lanes.has(id)),
            lanes,
          ),
        ).toEqual([])
        const without = stretches.filter(({ id }) => !lanes.has(id))
        for (const one of without) {
          const beside = stretches.filter(
            other => lanes.has(other.id) && other.start < one.end && one.start < other.end,
          )
          expect(new Set(beside.map(({ id }) => lanes.get(id))).size).toBe(most)
        }
      }),
    )
  })
})
