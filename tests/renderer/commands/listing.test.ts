import { afterEach, describe, expect, it } from 'vitest'
import { keyLabel } from '../../../src/renderer/commands/bindings.ts'
import { listed } from '../../../src/renderer/commands/listing.ts'
import { bindingsOf } from '../../../src/renderer/commands/overrides.ts'
import { prefer } from '../../../src/renderer/state/preferences.ts'
import { commands } from '../../../src/shared/commands.ts'

const groups = (query = '') => listed(query, bindingsOf({}))
const idsUnder = (title: string) =>
  groups()
    .find(group => group.title === title)
    ?.commands.map(({ id }) => id)

afterEach(() => prefer({ letterKeys: true, keys: {} }))

describe('the list of commands', () => {
  it('has every command of the catalogue once, whether it is in a menu of the window or not', () => {
    const all = groups().flatMap(group => group.commands.map(({ id }) => id))
    expect(all.toSorted()).toEqual(commands.map(({ id }) => id).toSorted())
  })

  it('has the verbs of bars and of rows under where they act', () => {
    expect(idsUnder('On a bar in the margin')).toEqual(['margin.select', 'margin.remove'])
    expect(idsUnder('In the list of segments')).toContain('row.recode')
  })

  it('finds them by their place and by their key', () => {
    expect(groups('in the margin').map(({ title }) => title)).toEqual(['On a bar in the margin'])
    const found = groups('list of segments shift+del').flatMap(group => group.commands)
    expect(found.map(({ id }) => id)).toEqual(['row.delete'])
  })
})

describe('the key that is shown', () => {
  it('is one that acts: no letter where letters are switched off', () => {
    expect([keyLabel('row.remove'), keyLabel('row.recode')]).toEqual(['X', 'R'])
    prefer({ letterKeys: false })
    expect([keyLabel('row.remove'), keyLabel('row.recode')]).toEqual(['Del', undefined])
    prefer({ keys: { 'row.recode': ['Mod+J'] } })
    expect(keyLabel('row.recode')).toBe('Ctrl+J')
  })
})
