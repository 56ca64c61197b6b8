import { type ReactNode, useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { createStore } from 'zustand/vanilla'
import { commands } from '../../shared/commands.ts'
import { foldText } from '../../shared/text/fold.ts'
import { keyLabel } from '../commands/bindings.ts'
import { canRun, deedOf } from '../commands/define.ts'
import { runCommand } from '../commands/run.ts'
import { useQuery } from '../data/use-query.ts'
import { chooseCode, listSegments, openDocument } from '../state/workspace.ts'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './palette.css'

export const palette = createStore<{ open: false | 'all' | 'documents' }>(() => ({ open: false }))

interface Found {
  readonly id: string
  readonly kind: 'Do' | 'Document' | 'Code'
  readonly label: string
  readonly hint: string
  readonly run: () => void
}

const MOST = 60

/** Find or do: commands, documents and codes in one list that narrows with every letter. */
export function Palette() {
  const open = useStore(palette, state => state.open)
  if (open === false) return null
  const close = () => palette.setState({ open: false })
  return (
    <ModalOverlay
      className="palette-overlay"
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && close()}
    >
      <Modal className="palette">
        <Dialog aria-label="Find or do" className="palette-body">
          <PaletteList only={open} onDone={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteList({ only, onDone }: { only: 'all' | 'documents'; onDone: () => void }) {
  const [query, setQuery] = useState('')
  const everything = useEverything(only)
  const found = useMemo(() => narrow(everything, query), [everything, query])
  function choose(id: string | number): void {
    onDone()
    found.find(entry => entry.id === id)?.run()
  }
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label="Find or do" autoFocus className="palette-field">
        <Icon name="search" />
        <Input placeholder={only === 'documents' ? 'Go to document…' : 'A command, a document, a code…'} />
      </SearchField>
      <Menu
        aria-label="Found"
        items={found}
        onAction={choose}
        className="palette-list"
        renderEmptyState={() => <Nothing query={query} />}
      >
        {entry => (
          <MenuItem id={entry.id} textValue={entry.label} className="palette-item">
            <span className="palette-kind">{entry.kind}</span>
            <span className="palette-label">{entry.label}</span>
            <kbd>{entry.hint}</kbd>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}

function Nothing({ query }: { query: string }): ReactNode {
  return <p className="palette-nothing">Nothing here is called “{query}”.</p>
}

/** All words of the query must occur; what begins with the query comes first. */
function narrow(entries: readonly Found[], query: string): Found[] {
  const folded = foldText(query.trim())
  const words = folded.split(/\s+/).filter(Boolean)
  const fitting = entries.filter(({ label }) => words.every(word => foldText(label).includes(word)))
  const rank = ({ label }: Found) => (foldText(label).startsWith(folded) ? 0 : 1)
  return fitting.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST)
}

function useEverything(only: 'all' | 'documents'): Found[] {
  const documents = useQuery('documents.list', {})
  const codes = useQuery('codes.list', {})
  return useMemo(() => {
    const toDocument = (documents ?? []).map(
      ({ id, name, codings }): Found => ({
        id,
        kind: 'Document',
        label: name,
        hint: `${codings} codings`,
        run: () => openDocument(id),
      }),
    )
    if (only === 'documents') return toDocument
    const toDo = commands
      .filter(({ id }) => id !== 'palette.open' && deedOf(id) !== undefined && canRun(id))
      .map(({ id, label }): Found => {
        return { id, kind: 'Do', label, hint: keyLabel(id) ?? '', run: () => void runCommand(id) }
      })
    const toCode = (codes ?? []).map(({ id, path, name, segments }): Found => {
      const run = () => {
        chooseCode(id)
        listSegments({ codeIds: [id], withSubcodes: true }, name)
      }
      return { id, kind: 'Code', label: path, hint: `${segments} segments`, run }
    })
    return [...toDo, ...toDocument, ...toCode]
  }, [documents, codes, only])
}
