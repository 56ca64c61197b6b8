import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isChord, refusal } from '../../../src/renderer/commands/chords.ts'
import {
  assign,
  bindingsOf,
  checkedOverrides,
  conflictsOf,
  type Overrides,
  release,
  withChords,
} from '../../../src/renderer/commands/overrides.ts'
import { PRESETS, presetOf } from '../../../src/renderer/commands/presets.ts'
import { type Command, commands } from '../../../src/shared/commands.ts'

const command = (id: string): Command => commands.find(one => one.id === id)!
const chordsOf = (overrides: Overrides, id: string) => bindingsOf(overrides).chords.get(id)

/** Any command with any of a few chords, most of them other commands' own, so that they clash. */
const someChord = fc.constantFrom(
  'J',
  'K',
  'C',
  'Delete',
  'F2',
  'Mod+K',
  'Mod+J',
  'Alt+ArrowLeft',
  'Mod+Shift+9',
)
const someOverrides: fc.Arbitrary<Overrides> = fc.dictionary(
  fc.constantFrom(...commands.map(({ id }) => id)),
  fc.array(someChord, { maxLength: 4 }),
)

describe('bindings', () => {
  it('are the catalogue where nothing was changed', () => {
    const { chords, losses } = bindingsOf({})
    for (const { id, keys } of commands) expect(chords.get(id), id).toEqual(keys)
    expect(losses).toEqual([])
  })

  it('never let two commands share a chord in one place, and tell of every chord that was lost', () => {
    fc.assert(
      fc.property(someOverrides, overrides => {
        const { chords, byChord, losses } = bindingsOf(overrides)
        for (const bound of byChord.values()) {
          const places = bound.map(({ place }) => place)
          expect(new Set(places).size).toBe(places.length)
        }
        for (const { id, keys } of commands) {
          const lost = losses.filter(loss => loss.command.id === id).map(({ chord }) => chord)
          const wanted = new Set(overrides[id] ?? keys)
          expect(new Set([...chords.get(id)!, ...lost])).toEqual(wanted)
        }
        for (const { chord, to } of losses) expect(chords.get(to.id)).toContain(chord)
      }),
    )
  })

  it('let what the user gave go before what the catalogue gives', () => {
    const overrides = { 'segment.overlap': ['J'] }
    expect(chordsOf(overrides, 'segment.overlap')).toEqual(['J'])
    expect(chordsOf(overrides, 'segment.next')).toEqual([])
    expect(bindingsOf(overrides).losses).toEqual([
      { command: command('segment.next'), chord: 'J', to: command('segment.overlap') },
    ])
  })
})

describe('giving keys', () => {
  it('adds one, puts one in the place of another, and takes one off', () => {
    const more = assign({}, 'segment.next', 'Mod+J', null)
    expect(chordsOf(more, 'segment.next')).toEqual(['J', 'Mod+J'])
    expect(chordsOf(assign(more, 'segment.next', 'H', 'J'), 'segment.next')).toEqual(['H', 'Mod+J'])
    expect(release(more, 'segment.next', 'Mod+J')).toEqual({})
    expect(chordsOf(release({}, 'segment.next', 'J'), 'segment.next')).toEqual([])
  })

  it('keeps nothing that the catalogue says itself', () => {
    fc.assert(
      fc.property(someOverrides, fc.constantFrom(...commands), (overrides, { id, keys }) => {
        expect(withChords(overrides, id, keys)[id]).toBeUndefined()
      }),
    )
  })

  it('knows who has a key already: in the same place, or nearer', () => {
    const kinds = (id: string, chord: string) =>
      conflictsOf(bindingsOf({}), command(id), chord).map(({ other, kind }) => `${kind} ${other.id}`)
    expect(kinds('segment.next', 'O')).toEqual(['same segment.overlap'])
    expect(kinds('segment.next', 'Mod+E')).toEqual(['nearer export.shown'])
    expect(kinds('go.back', 'Alt+ArrowLeft')).toEqual(['nearer codes.out'])
    // the margin is a part of the text, and its keys go before
    expect(kinds('margin.remove', 'X')).toEqual(['nearer code.remove'])
    expect(kinds('code.again', 'X')).toEqual(['same code.remove', 'nearer margin.remove'])
    expect(kinds('codes.rename', 'J')).toEqual([])
    expect(kinds('segment.next', 'J')).toEqual([])
  })

  it('refuses what could not work', () => {
    expect(refusal(command('segment.next'), 'ArrowUp')).toMatch(/moves the focus or the caret/)
    expect(refusal(command('segment.next'), 'Mod+C')).toMatch(/belongs to the system/)
    expect(refusal(command('codes.rename'), 'R')).toMatch(/typing/)
    expect(refusal(command('row.open'), 'O')).toBeNull()
    expect(refusal(command('margin.remove'), 'W')).toBeNull()
    expect(refusal(command('segment.next'), 'Digit')).toMatch(/pinned codes/)
    expect(refusal(command('code.pinned'), 'Mod+P')).toMatch(/digits/)
    expect(refusal(command('segment.next'), 'Mod+J')).toBeNull()
    for (const one of commands)
      for (const chord of one.keys) {
        expect(isChord(chord), chord).toBe(true)
        expect(refusal(one, chord), one.id).toBeNull()
      }
  })
})

describe('stored keys', () => {
  it('are taken as they are, if they can be', () => {
    const overrides = { 'code.pick': ['Mod+J'], 'segment.overlap': [] }
    expect(checkedOverrides(overrides)).toEqual({ overrides, dropped: [] })
  })

  it('are left out and named, if they cannot', () => {
    const { overrides, dropped } = checkedOverrides({
      nope: ['A'],
      'code.pick': ['C', 'Escape', 5],
      'go.back': 3,
    })
    expect(overrides).toEqual({ 'code.pick': ['C'] })
    expect(dropped).toEqual(['keys of nope', 'a key of code.pick', 'keys of go.back'])
    expect(checkedOverrides('nonsense')).toEqual({ overrides: {}, dropped: ['keys'] })
  })
})

describe('presets', () => {
  it.each(Object.entries(PRESETS))(
    '%s: no ambiguous chord, nothing refused, nothing lost',
    (name, preset) => {
      expect(bindingsOf(preset).losses).toEqual([])
      expect(checkedOverrides(preset)).toEqual({ overrides: preset, dropped: [] })
      expect(presetOf(preset)).toBe(name)
    },
  )

  it('are not what one has changed oneself', () => {
    expect(presetOf(release(PRESETS.atlas, 'code.again', 'R'))).toBeNull()
  })
})
