import { afterEach, describe, expect, it } from 'vitest'
import { chordsOf, keyLabel } from '../../../src/renderer/commands/bindings.ts'
import { provide } from '../../../src/renderer/commands/define.ts'
import { handleKey } from '../../../src/renderer/commands/keys.ts'
import {
  askForKey,
  choosePreset,
  hearKey,
  rekeying,
  resetKeys,
  settle,
  stopRekeying,
  takeBackPreset,
} from '../../../src/renderer/settings/rekeying.ts'
import { prefer, preferences } from '../../../src/renderer/state/preferences.ts'

const key = (init: KeyboardEventInit) =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

afterEach(() => {
  prefer({ keys: {}, letterKeys: true })
  stopRekeying()
})

describe('pressing a new key', () => {
  it('gives it to the command, at once and everywhere', () => {
    askForKey('segment.next', 'J')
    expect(hearKey(key({ key: 'Shift', shiftKey: true }))).toBe(true)
    expect(hearKey(key({ key: 'h' }))).toBe(true)
    expect(chordsOf('segment.next')).toEqual(['H'])
    expect(keyLabel('segment.next')).toBe('H')
    expect(rekeying.getState().said).toBe('H now means “Next segment”.')
  })

  it('can be left by Esc, and by Tab, which goes on', () => {
    askForKey('segment.next', null)
    expect(hearKey(key({ key: 'Tab' }))).toBe(false)
    expect(hearKey(key({ key: 'Escape' }))).toBe(true)
    expect(rekeying.getState().step).toBeNull()
    expect(preferences.getState().keys).toEqual({})
  })

  it('says why a key cannot be, and waits for another', () => {
    askForKey('segment.next', null)
    hearKey(key({ key: 'ArrowUp' }))
    expect(rekeying.getState().step).toMatchObject({
      kind: 'press',
      refused: expect.stringContaining('caret'),
    })
    hearKey(key({ key: 'j', ctrlKey: true }))
    expect(chordsOf('segment.next')).toEqual(['J', 'Mod+J'])
  })
})

describe('a key that means something already', () => {
  it('changes nothing before it is decided', () => {
    askForKey('segment.next', null)
    hearKey(key({ key: 'o' }))
    expect(rekeying.getState().step).toMatchObject({ kind: 'ask', chord: 'O' })
    expect(preferences.getState().keys).toEqual({})
    settle('both')
    // in one place it is one command's, whatever the answer
    expect(chordsOf('segment.next')).toEqual(['J', 'O'])
    expect(chordsOf('segment.overlap')).toEqual([])
  })

  it('may be kept by both where each has its own place', () => {
    askForKey('segment.next', null)
    hearKey(key({ key: 'e', ctrlKey: true }))
    settle('both')
    expect(chordsOf('segment.next')).toEqual(['J', 'Mod+E'])
    expect(chordsOf('export.shown')).toEqual(['Mod+E'])
    resetKeys('segment.next')
    expect(preferences.getState().keys).toEqual({})
  })

  it('is taken from the other where that is wanted', () => {
    askForKey('segment.next', null)
    hearKey(key({ key: 'e', ctrlKey: true }))
    settle('take')
    expect(chordsOf('export.shown')).toEqual([])
  })
})

describe('remapped keys', () => {
  function press(init: KeyboardEventInit): string[] {
    document.body.innerHTML = '<div data-place="text"><p id="at"></p></div>'
    const ran: string[] = []
    const stop = provide({ 'code.pick': { run: () => ran.push('code.pick') } })
    document.querySelector('#at')!.addEventListener('keydown', sent => handleKey(sent as KeyboardEvent))
    document.querySelector('#at')!.dispatchEvent(key(init))
    stop()
    return ran
  }

  it('act, and the old ones no longer do', () => {
    prefer({ keys: { 'code.pick': ['H'] } })
    expect(press({ key: 'h' })).toEqual(['code.pick'])
    expect(press({ key: 'c' })).toEqual([])
  })

  it('of one letter obey the switch for letters', () => {
    prefer({ keys: { 'code.pick': ['H', 'Mod+H'] }, letterKeys: false })
    expect(press({ key: 'h' })).toEqual([])
    expect(press({ key: 'h', ctrlKey: true })).toEqual(['code.pick'])
  })

  it('leave alone what is held with the key of the system', () => {
    expect(press({ key: 'c', metaKey: true })).toEqual([])
  })
})

describe('a set of keys', () => {
  it('comes at once, and can be taken back', () => {
    prefer({ keys: { 'segment.overlap': [] } })
    choosePreset('atlas')
    expect(chordsOf('code.pick')[0]).toBe('Mod+J')
    takeBackPreset()
    expect(preferences.getState().keys).toEqual({ 'segment.overlap': [] })
  })
})
