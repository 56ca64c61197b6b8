import { afterEach, describe, expect, it } from 'vitest'
import { chordOf } from '../../../src/renderer/commands/chords.ts'
import { provide } from '../../../src/renderer/commands/define.ts'
import { ambiguousChords, handleKey } from '../../../src/renderer/commands/keys.ts'
import { prefer } from '../../../src/renderer/state/preferences.ts'

const key = (init: KeyboardEventInit) =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
const chord = (init: KeyboardEventInit) => chordOf(key(init)).chord

/** Presses a key inside this markup; tells which of the commands ran. */
function press(markup: string, init: KeyboardEventInit, ...ids: string[]): string[] {
  document.body.innerHTML = markup
  const ran: string[] = []
  const stop = provide(
    Object.fromEntries(
      ids.map(id => [id, { run: (digit?: number) => ran.push(digit === undefined ? id : `${id} ${digit}`) }]),
    ),
  )
  const event = key(init)
  document.querySelector('#at')!.addEventListener('keydown', sent => handleKey(sent as KeyboardEvent))
  document.querySelector('#at')!.dispatchEvent(event)
  stop()
  return ran
}
const inText = '<div data-place="text"><p id="at"></p></div>'
const inField = '<div data-place="text"><input id="at"></div>'

afterEach(() => prefer({ letterKeys: true }))

describe('chords', () => {
  it('are written as the catalogue writes them', () => {
    expect(chord({ key: 'z', ctrlKey: true })).toBe('Mod+Z')
    expect(chord({ key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z')
    expect(chord({ key: '?', shiftKey: true })).toBe('?')
    expect(chord({ key: '+', ctrlKey: true, shiftKey: true })).toBe('Mod++')
    expect(chord({ key: 'ArrowLeft', altKey: true })).toBe('Alt+ArrowLeft')
    expect(chord({ key: ' ' })).toBe('Space')
  })

  it('mean a digit by its key, whatever the layout makes of it', () => {
    expect(chordOf(key({ key: '&', code: 'Digit1' }))).toEqual({ chord: 'Digit', digit: 1 })
    expect(chord({ key: '3', code: 'Digit3', altKey: true })).toBe('Alt+Digit')
    expect(chord({ key: '#', code: 'Digit3', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+3')
  })

  it('are never claimed twice in one place', () => {
    expect(ambiguousChords()).toEqual([])
  })
})

describe('keys', () => {
  it('act where their command has its place', () => {
    expect(press(inText, { key: 'c' }, 'code.pick')).toEqual(['code.pick'])
    expect(press('<p id="at"></p>', { key: 'c' }, 'code.pick')).toEqual([])
    expect(press(inText, { key: '2', code: 'Digit2' }, 'code.pinned')).toEqual(['code.pinned 2'])
  })

  it('leave typing alone, its own undo too', () => {
    expect(press(inField, { key: 'c' }, 'code.pick')).toEqual([])
    expect(press(inField, { key: 'z', ctrlKey: true }, 'history.undo')).toEqual([])
    expect(press(inField, { key: 'k', ctrlKey: true }, 'palette.open')).toEqual(['palette.open'])
    expect(press(inText, { key: 'z', ctrlKey: true }, 'history.undo')).toEqual(['history.undo'])
  })

  it('press the button that has the focus, whatever they mean around it', () => {
    const onButton = '<div data-place="text"><button id="at"></button></div>'
    expect(press(onButton, { key: 'Enter' }, 'code.pick')).toEqual([])
    expect(press(onButton, { key: 'c' }, 'code.pick')).toEqual(['code.pick'])
  })

  it('of one letter can be switched off', () => {
    prefer({ letterKeys: false })
    expect(press(inText, { key: 'c' }, 'code.pick')).toEqual([])
    expect(press(inText, { key: 'Enter' }, 'code.pick')).toEqual(['code.pick'])
  })
})
