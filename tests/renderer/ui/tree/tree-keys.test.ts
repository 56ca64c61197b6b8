import { describe, expect, it } from 'vitest'
import { createTypeAhead, type TreeKey, treeDeed } from '../../../../src/renderer/ui/tree/tree-keys.ts'
import { rowsOf } from './rows.ts'

const rows = rowsOf(`
  - Actors
    Officials
    + Migrants
  Border
  Zürich
`)
const key = (name: string, held: Partial<TreeKey> = {}): TreeKey => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const deed = (focus: string | null, name: string, held: Partial<TreeKey> = {}) =>
  treeDeed(rows, focus, key(name, held), 3)

describe('treeDeed', () => {
  it('moves up and down and stops at the ends', () => {
    expect(deed('Officials', 'ArrowDown')).toEqual({ do: 'focus', key: 'Migrants', how: 'one' })
    expect(deed('Zürich', 'ArrowDown')).toEqual({ do: 'focus', key: 'Zürich', how: 'one' })
    expect(deed('Actors', 'ArrowUp')).toEqual({ do: 'focus', key: 'Actors', how: 'one' })
    expect(deed('Actors', 'PageDown')).toEqual({ do: 'focus', key: 'Border', how: 'one' })
    expect(deed('Border', 'Home')).toEqual({ do: 'focus', key: 'Actors', how: 'one' })
    expect(deed('Border', 'End')).toEqual({ do: 'focus', key: 'Zürich', how: 'one' })
  })

  it('begins at the first or the last row where none has the focus', () => {
    expect(deed(null, 'ArrowDown')).toEqual({ do: 'focus', key: 'Actors', how: 'one' })
    expect(deed(null, 'ArrowUp')).toEqual({ do: 'focus', key: 'Zürich', how: 'one' })
    expect(deed(null, 'Enter')).toBeNull()
  })

  it('opens, goes in, closes and goes out sideways', () => {
    expect(deed('Migrants', 'ArrowRight')).toEqual({ do: 'toggle', key: 'Migrants', expanded: true })
    expect(deed('Actors', 'ArrowRight')).toEqual({ do: 'focus', key: 'Officials', how: 'one' })
    expect(deed('Actors', 'ArrowLeft')).toEqual({ do: 'toggle', key: 'Actors', expanded: false })
    expect(deed('Migrants', 'ArrowLeft')).toEqual({ do: 'focus', key: 'Actors', how: 'one' })
    expect(deed('Border', 'ArrowLeft')).toEqual({ do: 'focus', key: 'Border', how: 'one' })
  })

  it('extends with Shift, ticks with Ctrl and Space, takes all with Ctrl and A', () => {
    expect(deed('Officials', 'ArrowDown', { shiftKey: true })).toEqual({
      do: 'focus',
      key: 'Migrants',
      how: 'range',
    })
    expect(deed('Border', ' ', { ctrlKey: true })).toEqual({ do: 'focus', key: 'Border', how: 'toggle' })
    expect(deed('Border', 'a', { ctrlKey: true })).toEqual({ do: 'all' })
  })

  it('leaves the keys of others alone', () => {
    expect(deed('Border', 'ArrowUp', { altKey: true })).toBeNull()
    expect(deed('Border', 'z', { ctrlKey: true })).toBeNull()
    expect(deed('Border', ' ')).toBeNull()
    expect(deed('Border', 'F2')).toBeNull()
  })
})

describe('type-ahead', () => {
  function typing() {
    let now = 0
    const ahead = createTypeAhead(() => now)
    return { ahead, wait: (ms: number) => (now += ms) }
  }

  it('finds by the letters typed in quick succession, without case and accents', () => {
    const { ahead } = typing()
    expect(ahead.find(rows, 'Actors', 'z')).toBe('Zürich')
    expect(ahead.find(rows, 'Zürich', 'u')).toBe('Zürich')
    expect(ahead.find(rows, 'Zürich', 'x')).toBeNull()
  })

  it('begins afresh after a pause', () => {
    const { ahead, wait } = typing()
    expect(ahead.find(rows, 'Actors', 'o')).toBe('Officials')
    wait(2000)
    expect(ahead.find(rows, 'Officials', 'b')).toBe('Border')
  })

  it('goes round the rows of one letter when that is typed again', () => {
    const many = rowsOf(`
      Bank
      Border
      Cash
      Budget
    `)
    const { ahead } = typing()
    expect(ahead.find(many, 'Bank', 'b')).toBe('Border')
    expect(ahead.find(many, 'Border', 'b')).toBe('Budget')
    expect(ahead.find(many, 'Budget', 'b')).toBe('Bank')
  })

  it('takes a space only inside a name', () => {
    const { ahead, wait } = typing()
    expect(ahead.takes(key(' '))).toBe(false)
    ahead.find(rows, null, 'b')
    expect(ahead.takes(key(' '))).toBe(true)
    wait(2000)
    expect(ahead.takes(key(' '))).toBe(false)
    expect(ahead.takes(key('b', { ctrlKey: true }))).toBe(false)
  })
})
