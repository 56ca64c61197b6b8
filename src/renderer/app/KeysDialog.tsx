import { useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { bindings } from '../commands/bindings.ts'
import { chordLabel } from '../commands/chords.ts'
import { listed } from '../commands/listing.ts'
import { WHERE } from '../commands/overrides.ts'
import { useQuery } from '../data/use-query.ts'
import { openSettings } from '../settings/settings-state.ts'
import { preferences } from '../state/preferences.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { useStore } from '../ui/use-store.ts'
import './keys-dialog.css'

export const help = createStore<{ page: 'keys' | 'about' | null }>(() => ({ page: null }))

/** The page of keys, made from the catalogue and from what the user made of it, and the page about Postil. */
export function KeysDialog() {
  const page = useStore(help, state => state.page)
  const close = () => help.setState({ page: null })
  if (page === null) return null
  return page === 'about' ? <About onClose={close} /> : <Keys onClose={close} />
}

function Keys({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  const letterKeys = useStore(preferences, state => state.letterKeys)
  const change = () => {
    onClose()
    openSettings('keys')
  }
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div className="keys-tools">
        <FilterField
          label="Filter by command, key or place"
          placeholder="A command, a key, a place…"
          value={query}
          onChange={setQuery}
        />
        <Button onPress={change}>Change keys…</Button>
      </div>
      {letterKeys ? null : <p className="keys-off">Single letters are switched off in the settings.</p>}
      <KeyTable query={query} />
    </Dialog>
  )
}

function KeyTable({ query }: { query: string }) {
  const now = useStore(bindings, state => state)
  const groups = listed(query, now)
    .map(({ title, commands }) => ({
      title,
      bound: commands.filter(({ id }) => now.chords.get(id)!.length > 0),
    }))
    .filter(({ bound }) => bound.length > 0)
  if (groups.length === 0) return <p role="status">No command with a key is called “{query}”.</p>
  return (
    <section className="keys-scroll" aria-label="Commands and their keys">
      <div className="keys">
        {groups.map(({ title, bound }) => (
          <section key={title} className="keys-group">
            <h3>{title}</h3>
            <dl>
              {bound.map(({ id, label, place }) => (
                <div key={id} className="keys-row">
                  <dt>
                    {label} <span className="keys-where">{WHERE[place]}</span>
                  </dt>
                  <dd>
                    {now.chords.get(id)!.map(chord => (
                      <kbd key={chord}>{chordLabel(chord)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  )
}

function About({ onClose }: { onClose: () => void }) {
  const info = useQuery('project.info', {})
  return (
    <Dialog title="Postil" onClose={onClose}>
      <p>Version {info?.version}. Free software under the MIT licence.</p>
      <p>
        A postil is a note in a margin. Postil keeps a whole study in one file on your own disk and sends
        nothing anywhere.
      </p>
      <p>This project: {info?.path}</p>
    </Dialog>
  )
}
