import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitContext } from '../../../../src/renderer/panels/segments/fit-context.ts'

const words = 'one two three four five six seven eight nine ten eleven twelve '

describe('context where there is little room', () => {
  it('is whole where it fits', () => {
    expect(fitContext({ before: 'So it ', quote: 'was', after: ' then.' }, 100)).toEqual({
      before: 'So it ',
      after: ' then.',
    })
  })

  it('leaves room for the quote, and begins with a whole word', () => {
    const { before } = fitContext(
      { before: words.repeat(5), quote: 'x'.repeat(60), after: 'y'.repeat(90) },
      200,
    )
    expect(before).toMatch(/^…\w+ /)
    expect(words.repeat(2)).toContain(before.slice(1, 30))
    expect(before.length).toBeLessThan(80)
  })

  it('never pushes the quote out of view', () => {
    fc.assert(
      fc.property(
        fc.nat(4000),
        fc.nat(400),
        fc.nat(4000),
        fc.integer({ min: 60, max: 600 }),
        (b, q, a, room) => {
          const context = { before: 'b'.repeat(b), quote: 'q'.repeat(q), after: 'a'.repeat(a) }
          const { before } = fitContext(context, room)
          expect(before.length).toBeLessThanOrEqual(Math.max(41, room - q + 1))
        },
      ),
    )
  })
})
