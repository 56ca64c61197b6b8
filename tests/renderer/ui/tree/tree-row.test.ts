import { describe, expect, it } from 'vitest'
import { nothingPicked, parentOf, pick, pickAll, pickOne } from '../../../../src/renderer/ui/tree/tree-row.ts'
import { rowsOf } from './rows.ts'

const rows = rowsOf(`
  - A
    B
    - C
      D
  E
`)
const keys = (picked: { selected: ReadonlySet<string> }) => [...picked.selected].sort().join('')

describe('pick', () => {
  it('chooses one, and one more, and takes it off again', () => {
    const one = pick(rows, nothingPicked, 'B', 'one')
    expect([one.focus, keys(one)]).toEqual(['B', 'B'])
    const two = pick(rows, one, 'E', 'toggle')
    expect([two.focus, keys(two)]).toEqual(['E', 'BE'])
    expect(keys(pick(rows, two, 'B', 'toggle'))).toBe('E')
  })

  it('chooses all from where the range began, in both directions, over and over', () => {
    const begun = pickOne('C')
    const down = pick(rows, begun, 'E', 'range')
    expect([down.focus, keys(down)]).toEqual(['E', 'CDE'])
    const up = pick(rows, down, 'A', 'range')
    expect([up.focus, keys(up)]).toEqual(['A', 'ABC'])
  })

  it('chooses one where a range has no beginning, or one that is gone', () => {
    expect(keys(pick(rows, nothingPicked, 'D', 'range'))).toBe('D')
    expect(keys(pick(rows, pickOne('gone'), 'D', 'range'))).toBe('D')
  })

  it('takes all and leaves the focus where it is', () => {
    const all = pickAll(rows, pickOne('D'))
    expect([all.focus, keys(all)]).toEqual(['D', 'ABCDE'])
  })
})

describe('parentOf', () => {
  it('is the nearest row above of a lower level', () => {
    expect(parentOf(rows, 3)?.key).toBe('C')
    expect(parentOf(rows, 2)?.key).toBe('A')
    expect(parentOf(rows, 4)).toBeUndefined()
  })
})
