import { describe, expect, it } from 'vitest'
import { newId } from '../../src/core/new-id.ts'
import { CodeId } from '../../src/shared/model/ids.ts'

describe('new ids', () => {
  it('are of the right form, never the same, and sort as they were made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ids)
    expect(ids.every(id => CodeId.safeParse(id).success)).toBe(true)
  })

  it('go on in order when the clock goes back', () => {
    const later = newId(Date.now() + 60_000)
    expect(newId(0) > later).toBe(true)
  })
})
