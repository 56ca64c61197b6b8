import { afterEach, describe, expect, it } from 'vitest'
import { gridKey } from '../../../../src/renderer/panels/segments/grid-keys.ts'
import { preferences } from '../../../../src/renderer/state/preferences.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const pressed = (key: string, held: Partial<typeof none> = {}) => gridKey({ key, ...none, ...held }, 8)

afterEach(() => preferences.setState({ letterKeys: true }))

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
    expect(pressed('a', { metaKey: true })).toEqual({ all: true })
    expect(pressed('Escape')).toEqual({ all: false })
  })

  it('leave Alt and other chords to the window', () => {
    expect(pressed('ArrowLeft', { altKey: true })).toBeNull()
    expect(pressed('x', { ctrlKey: true })).toBeNull()
    expect(pressed('F6')).toBeNull()
  })

  it('are no letters where letters are switched off', () => {
    preferences.setState({ letterKeys: false })
    expect(pressed('x')).toBeNull()
    expect(pressed('Delete')).toEqual({ verb: 'remove' })
  })
})
