import { afterEach, describe, expect, it } from 'vitest'
import { gridKey } from '../../../../src/renderer/panels/segments/grid-keys.ts'
import { preferences } from '../../../../src/renderer/state/preferences.ts'

const pressed = (key: string, held: KeyboardEventInit = {}) =>
  gridKey(new KeyboardEvent('keydown', { key, ...held }), 8)

afterEach(() => preferences.setState({ letterKeys: true, keys: {} }))

describe('keys of the list', () => {
  it('step by one, by a page, to the ends', () => {
    expect(pressed('ArrowDown')).toEqual({ step: 1, pick: false })
    expect(pressed('PageUp')).toEqual({ step: -8, pick: false })
    expect(pressed('End')).toEqual({ step: Number.MAX_SAFE_INTEGER, pick: false })
    expect(pressed('ArrowUp', { shiftKey: true })).toEqual({ step: -1, pick: true })
  })

  it('are verbs, in capitals too', () => {
    expect(pressed('x')).toEqual({ verb: 'remove' })
    expect(pressed('R')).toEqual({ verb: 'recode' })
    expect(pressed('Delete')).toEqual({ verb: 'remove' })
    expect(pressed(' ')).toEqual({ verb: 'preview' })
    expect(pressed(' ', { ctrlKey: true })).toEqual({ verb: 'pick' })
    expect(pressed('c', { ctrlKey: true })).toEqual({ verb: 'copy' })
    expect(pressed('C', { ctrlKey: true, shiftKey: true })).toEqual({ verb: 'copy' })
    expect(pressed('Delete', { shiftKey: true })).toEqual({ verb: 'delete' })
    expect(pressed('c')).toEqual({ verb: 'add' })
  })

  it('pick all rows, or none', () => {
    expect(pressed('a', { ctrlKey: true })).toEqual({ verb: 'pickAll' })
    expect(pressed('Escape')).toEqual({ none: true })
  })

  it('leave Alt and other chords to the window', () => {
    expect(pressed('ArrowLeft', { altKey: true })).toBeNull()
    expect(pressed('x', { ctrlKey: true })).toBeNull()
    expect(pressed('F6')).toBeNull()
  })

  it('are those that the user gave them, and no others', () => {
    preferences.setState({ keys: { 'row.remove': ['Mod+D'], 'row.recode': ['X'], 'row.open': [] } })
    expect(pressed('d', { ctrlKey: true })).toEqual({ verb: 'remove' })
    expect(pressed('x')).toEqual({ verb: 'recode' })
    expect(pressed('Delete')).toBeNull()
    expect(pressed('Enter')).toBeNull()
  })

  it('are no letters where letters are switched off', () => {
    preferences.setState({ letterKeys: false })
    expect(pressed('x')).toBeNull()
    expect(pressed('Delete')).toEqual({ verb: 'remove' })
  })
})
