import { describe, expect, it } from 'vitest'
import { acceleratorOf, menuKey } from '../../src/main/menu-keys.ts'
import { commands } from '../../src/shared/commands.ts'
import { isAccelerator } from '../support/electron/accelerator.ts'

describe('acceleratorOf', () => {
  it.each([
    ['Mod+Alt+N', 'CmdOrCtrl+Alt+N'],
    ['Mod++', 'CmdOrCtrl+Plus'],
    ['Mod+-', 'CmdOrCtrl+-'],
    ['Mod+=', 'CmdOrCtrl+='],
    ['Alt+ArrowLeft', 'Alt+Left'],
    ['Mod+PageDown', 'CmdOrCtrl+PageDown'],
    ['C', 'C'],
    ['?', '?'],
  ])('%s is %s', (chord, accelerator) => {
    expect(acceleratorOf(chord)).toBe(accelerator)
  })

  it('knows none for a letter that Electron cannot write, and the menu shows it behind the label', () => {
    expect(acceleratorOf('Mod+Ö')).toBeNull()
    expect(menuKey({ keys: ['Mod+Ö'], place: 'window' }, 'linux')).toEqual({
      accelerator: null,
      hint: 'Ctrl+Ö',
    })
  })

  it('knows none for a key that stands for several', () => {
    expect(acceleratorOf('Digit')).toBeNull()
    expect(acceleratorOf('Alt+Digit')).toBeNull()
  })

  it('writes every key of the catalogue as Electron does', () => {
    for (const chord of commands.flatMap(({ keys }) => keys)) {
      const accelerator = acceleratorOf(chord)
      if (accelerator !== null) expect(isAccelerator(accelerator), chord).toBe(true)
    }
  })
})

describe('menuKey', () => {
  it('writes keys of one place behind the label on a Mac', () => {
    expect(menuKey({ keys: ['Shift+ArrowRight'], place: 'text' }, 'darwin')).toEqual({
      accelerator: null,
      hint: '⇧→',
    })
    expect(menuKey({ keys: ['Shift+ArrowRight'], place: 'text' }, 'win32')).toEqual({
      accelerator: 'Shift+Right',
      hint: null,
    })
    expect(menuKey({ keys: ['Mod+E'], place: 'window' }, 'darwin')).toEqual({
      accelerator: 'CmdOrCtrl+E',
      hint: null,
    })
    expect(menuKey({ keys: [], place: 'window' }, 'linux')).toEqual({ accelerator: null, hint: null })
  })
})
