import { useDeferredValue, useEffect, useState } from 'react'
import { bindings } from '../commands/bindings.ts'
import { chordLabel } from '../commands/chords.ts'
import { listed } from '../commands/listing.ts'
import { type PresetName, presetOf } from '../commands/presets.ts'
import { prefer, preferences } from '../state/preferences.ts'
import { Button } from '../ui/button.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { useStore } from '../ui/use-store.ts'
import { OneOf, OnOff } from './controls.tsx'
import { KeyRow } from './KeyRow.tsx'
import { choosePreset, rekeying, stopRekeying, takeBackPreset } from './rekeying.ts'
import './keys-settings.css'

/** Every command of the catalogue, and the keys it has: others, more, or none, as one likes. */
export function KeysSettings() {
  const letterKeys = useStore(preferences, state => state.letterKeys)
  const overrides = useStore(preferences, state => state.keys)
  const preset = presetOf(overrides)
  useEffect(() => stopRekeying, [])
  return (
    <>
      <OnOff
        label="Single letters are commands"
        about={`In the text, in its margin and in the list of segments: C codes, X takes a code off… Off: letters do nothing, and all is done by menus and by keys with ${chordLabel('Mod')}, Alt or F1–F12.`}
        value={letterKeys}
        onChange={on => prefer({ letterKeys: on })}
      />
      <OneOf<PresetName | 'own'>
        label="Keys"
        options={
          {
            postil: 'Postil',
            atlas: 'Like ATLAS.ti',
            ...(preset === null ? { own: 'My own' } : {}),
          } as Record<PresetName | 'own', string>
        }
        value={preset ?? 'own'}
        onChange={name => name !== 'own' && choosePreset(name)}
        about={`Like ATLAS.ti: ${chordLabel('Mod+J')} and ${chordLabel('Mod+K')} open the codes, ${chordLabel('Mod+L')} codes again with the last one.`}
      />
      <KeyList />
    </>
  )
}

function Said() {
  const said = useStore(rekeying, state => state.said)
  const before = useStore(rekeying, state => state.before)
  return (
    <p className="keys-said" role="status">
      {said}
      {before === null ? null : (
        <Button look="plain" onPress={takeBackPreset}>
          Take that back
        </Button>
      )}
    </p>
  )
}

function KeyList() {
  const [query, setQuery] = useState('')
  const now = useStore(bindings, state => state)
  const groups = listed(useDeferredValue(query), now)
  return (
    <>
      <div className="keys-filter">
        <FilterField
          label="Filter by command, key or place"
          placeholder="A command, a key, a place…"
          value={query}
          onChange={setQuery}
        />
        <Said />
      </div>
      {groups.length === 0 ? (
        <p className="keys-nothing">No command and no key is called “{query}”.</p>
      ) : null}
      {groups.map(({ title, commands }) => (
        <section key={title} className="keys-section" aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {commands.map(command => (
              <KeyRow key={command.id} command={command} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
