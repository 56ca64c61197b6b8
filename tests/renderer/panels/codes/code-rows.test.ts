import { describe, expect, it } from 'vitest'
import {
  ancestorsOf,
  branchOf,
  codeRows,
  NEW_CODE,
  shownCount,
} from '../../../../src/renderer/panels/codes/code-rows.ts'
import { codesOf, id } from './codes.ts'

const codes = codesOf(`
  Framing/
    Shared responsibility #3
    Win-win #2
  Return #4
    Forced #1
      By charter #5
  Actors
`)
const drawn = (shape: Partial<Parameters<typeof codeRows>[1]>) =>
  codeRows(codes, { collapsed: new Set(), found: null, adding: null, ...shape }).map(
    row =>
      `${'  '.repeat(row.level - 1)}${row.expanded === null ? '' : row.expanded ? '- ' : '+ '}${row.code?.name ?? '?'}${row.found ? '' : ' (above)'}`,
  )

describe('codeRows', () => {
  it('shows the tree in its order', () => {
    expect(drawn({})).toEqual([
      '- Framing',
      '  Shared responsibility',
      '  Win-win',
      '- Return',
      '  - Forced',
      '    By charter',
      'Actors',
    ])
  })

  it('hides what is below a closed code', () => {
    expect(drawn({ collapsed: new Set(['Framing', 'Return']) })).toEqual(['+ Framing', '+ Return', 'Actors'])
  })

  it('keeps what is above something found, and opens it', () => {
    expect(drawn({ found: new Set([id('By charter')]), collapsed: new Set(['Return', 'Forced']) })).toEqual([
      '- Return (above)',
      '  - Forced (above)',
      '    By charter',
    ])
  })

  it('shows nothing where nothing is found', () => {
    expect(drawn({ found: new Set() })).toEqual([])
  })

  it('puts a new code last among its siblings and opens its parent', () => {
    expect(drawn({ adding: { parentId: null } }).at(-1)).toBe('?')
    const below = drawn({ adding: { parentId: id('Win-win') }, collapsed: new Set(['Win-win', 'Return']) })
    expect(below.slice(2, 4)).toEqual(['  - Win-win', '    ?'])
  })

  it('numbers siblings for screen readers, the new one too', () => {
    const rows = codeRows(codes, { collapsed: new Set(), found: null, adding: { parentId: id('Framing') } })
    const places = rows.filter(row => row.level === 2).map(row => `${row.key} ${row.position}/${row.size}`)
    expect(places).toEqual(['Shared responsibility 1/3', 'Win-win 2/3', `${NEW_CODE} 3/3`, 'Forced 1/1'])
  })
})

describe('shownCount', () => {
  const count = (name: string, collapsed: string[] = []) => {
    const row = codeRows(codes, { collapsed: new Set(collapsed), found: null, adding: null }).find(
      one => one.key === name,
    )
    return row?.code ? shownCount(row, row.code) : undefined
  }
  it('is the code’s own number while what is below it can be seen', () => {
    expect(count('Return')).toEqual({ count: 4, below: false })
  })
  it('stands for what a closed row hides', () => {
    expect(count('Return', ['Return'])).toEqual({ count: 10, below: true })
  })
  it('is that of all below for a heading, which has none of its own', () => {
    expect(count('Framing')).toEqual({ count: 5, below: true })
  })
})

describe('ancestors and branches', () => {
  it('are all the way up, from the root, and all the way down', () => {
    expect(ancestorsOf(codes, id('By charter'))).toEqual(['Return', 'Forced'])
    expect(ancestorsOf(codes, id('Actors'))).toEqual([])
    expect([...branchOf(codes, id('Return'))]).toEqual(['Forced', 'By charter'])
  })
})
