import { Button as AriaButton } from 'react-aria-components'
import { commands } from '../../shared/commands.ts'
import { chordLabel } from '../commands/keys.ts'
import { runCommand } from '../commands/run.ts'
import { useQuery } from '../data/use-query.ts'
import { host } from '../host/index.ts'
import { type MiddleView, showView, workspace } from '../state/workspace.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { MenuBar } from './MenuBar.tsx'
import './header.css'

const keyOf = (id: string) => {
  const chord = commands.find(command => command.id === id)?.keys[0]
  return chord === undefined ? undefined : chordLabel(chord)
}

const VIEWS: readonly { view: MiddleView; label: string; icon: IconName; command: string }[] = [
  { view: 'text', label: 'Text', icon: 'text', command: 'focus.text' },
  { view: 'table', label: 'Code × document table', icon: 'table', command: 'analysis.frequency' },
  { view: 'memos', label: 'Memos', icon: 'memo', command: 'memos.show' },
  { view: 'history', label: 'History', icon: 'history', command: 'history.show' },
]

export function Header() {
  const info = useQuery('project.info', {})
  return (
    <header className="header">
      <span className="header-mark" aria-hidden="true" />
      {host().kind === 'web' ? <MenuBar /> : null}
      <h1 className="header-name">
        {info?.name ?? ''}
        {info?.readOnly ? <span className="header-read-only"> · can only be read</span> : null}
      </h1>
      <UndoRedo />
      <ViewSwitch />
      <AriaButton className="header-find" onPress={() => runCommand('palette.open')}>
        <Icon name="search" size={14} />
        <span>Find or do…</span>
        <kbd>{keyOf('palette.open')}</kbd>
      </AriaButton>
    </header>
  )
}

function UndoRedo() {
  const state = useQuery('history.state', {})
  return (
    <div className="header-group">
      <IconButton
        label={state?.undo ? `Undo ${state.undo}` : 'Nothing to undo'}
        shortcut={keyOf('history.undo')}
        isDisabled={!state?.undo}
        onPress={() => runCommand('history.undo')}
      >
        <Icon name="undo" />
      </IconButton>
      <IconButton
        label={state?.redo ? `Redo ${state.redo}` : 'Nothing to redo'}
        shortcut={keyOf('history.redo')}
        isDisabled={!state?.redo}
        onPress={() => runCommand('history.redo')}
      >
        <Icon name="redo" />
      </IconButton>
    </div>
  )
}

function ViewSwitch() {
  const current = useStore(workspace, state => state.view)
  return (
    <div className="header-group" role="toolbar" aria-label="What fills the middle">
      {VIEWS.map(({ view, label, icon, command }) => (
        <IconButton
          key={view}
          label={label}
          shortcut={keyOf(command)}
          aria-pressed={view === current}
          onPress={() => showView(view)}
        >
          <Icon name={icon} />
        </IconButton>
      ))}
    </div>
  )
}
