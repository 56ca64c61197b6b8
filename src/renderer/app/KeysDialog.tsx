import { createStore } from 'zustand/vanilla'
import { commands, MENUS, type Place } from '../../shared/commands.ts'
import { chordLabel } from '../commands/keys.ts'
import { useQuery } from '../data/use-query.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useStore } from '../ui/use-store.ts'
import './keys-dialog.css'

export const help = createStore<{ page: 'keys' | 'about' | null }>(() => ({ page: null }))

const WHERE: Record<Place, string> = {
  window: '',
  text: 'in the text',
  codes: 'in the codes',
  documents: 'in the documents',
  segments: 'in the segments',
}

/** The page of keys, made from the catalogue, and the page about Postil. */
export function KeysDialog() {
  const page = useStore(help, state => state.page)
  const close = () => help.setState({ page: null })
  if (page === null) return null
  if (page === 'about') return <About onClose={close} />
  return (
    <Dialog title="Keys" onClose={close} wide>
      <div className="keys">
        {MENUS.map(menu => (
          <section key={menu} className="keys-group">
            <h3>{menu}</h3>
            <dl>
              {commands
                .filter(command => command.menu === menu && command.keys.length > 0)
                .map(({ id, label, keys, place }) => (
                  <div key={id} className="keys-row">
                    <dt>
                      {label} <span className="keys-where">{WHERE[place]}</span>
                    </dt>
                    <dd>
                      {keys.map(chord => (
                        <kbd key={chord}>{chordLabel(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
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
