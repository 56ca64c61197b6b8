import { commands } from '../../shared/commands.ts'
import type { Desktop, ShownState } from '../../shared/desktop.ts'
import { chordsOf } from '../commands/bindings.ts'
import { canRun, deedOf, onDeeds } from '../commands/define.ts'
import { runCommand } from '../commands/run.ts'
import { coding } from '../state/coding.ts'
import { preferences } from '../state/preferences.ts'
import { workspace } from '../state/workspace.ts'

/** Where the system draws the menus: does what is chosen there, and keeps them in step with this window. */
export function followDesktop(desktop: Desktop): () => void {
  let last = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    const state = stateNow()
    const text = JSON.stringify(state)
    if (text !== last) desktop.show(state)
    last = text
  }
  // a moment later, when panels have said what their commands do now
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(tell, 100)
  }
  const stops = [
    desktop.onCommand(choose),
    onDeeds(soon),
    ...[workspace, preferences, coding].map(store => store.subscribe(soon)),
    ...(['focusin', 'selectionchange', 'pointerup', 'keyup'] as const).map(event => {
      document.addEventListener(event, soon)
      return () => document.removeEventListener(event, soon)
    }),
  ]
  soon()
  return () => {
    clearTimeout(waiting)
    for (const stop of stops) stop()
  }
}

const stateNow = (): ShownState => ({
  disabled: commands.filter(({ id }) => !canRun(id)).map(({ id }) => id),
  checked: commands.filter(({ id }) => deedOf(id)?.checked?.() === true).map(({ id }) => id),
  theme: preferences.getState().theme,
  keys: changedKeys(),
})

/** What the menus cannot read off the catalogue. */
const changedKeys = () =>
  Object.fromEntries(
    commands
      .filter(({ id, keys }) => chordsOf(id).join(' ') !== keys.join(' '))
      .map(({ id }) => [id, chordsOf(id)]),
  )

/** In a text field, undo and redo are the field's own. */
function choose(id: string): void {
  const field = document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false
  if (field && id === 'history.undo') document.execCommand('undo')
  else if (field && id === 'history.redo') document.execCommand('redo')
  else runCommand(id)
}
