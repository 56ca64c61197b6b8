import { Button as AriaButton } from 'react-aria-components'
import { useKeyLabel } from '../commands/bindings.ts'
import { runCommand } from '../commands/run.ts'
import { useQuery } from '../data/use-query.ts'
import { host } from '../host/index.ts'
import { type MiddleView, showView, workspace } from '../state/workspace.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { MenuBar } from './MenuBar.tsx'
import './header.css'

const VIEWS: readonly { view: MiddleView; label: string; icon: IconName; command: string }[] = [
  { view: 'text', label: 'Text', icon: 'text', command: 'focus.text' },
  { view: 'table', label: 'Code × document table', icon: 'table', command: 'analysis.frequency' },
  { view: 'memos', label: 'Memos', icon: 'memo', command: 'memos.show' },
  { view: 'history', label: 'History', icon: 'history', command: 'history.show' },
]

export function Header() {
  const info = useQuery('project.info', {})
  const keyLabel = useKeyLabel()
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
        <kbd>{keyLabel('palette.open')}</kbd>
      </AriaButton>
    </header>
  )
}

function UndoRedo() {
  const state = useQuery('history.state', {})
  const keyLabel = useKeyLabel()
  return (
    <div className="header-group">
      <IconButton
        label={state?.undo ? `Undo ${state.undo}` : 'Nothing to undo'}
        shortcut={keyLabel('history.undo')}
        isDisabled={!state?.undo}
        onPress={() => runCommand('history.undo')}
      >
        <Icon name="undo" />
      </IconButton>
      <IconButton
        label={state?.redo ? `Redo ${state.redo}` : 'Nothing to redo'}
        shortcut={keyLabel('history.redo')}
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
  const keyLabel = useKeyLabel()
  return (
    <div className="header-group" role="toolbar" aria-label="What fills the middle">
      {VIEWS.map(({ view, label, icon, command }) => (
        <IconButton
          key={view}
          label={label}
          shortcut={keyLabel(command)}
          aria-pressed={view === current}
          onPress={() => showView(view)}
        >
          <Icon name={icon} />
        </IconButton>
      ))}
    </div>
  )
}
