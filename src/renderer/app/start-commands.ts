import { useEffect } from 'react'
import { provide } from '../commands/define.ts'
import { openSettings } from '../settings/settings-state.ts'
import { newProject, openProject, openSample } from './projects.ts'

/** What can be done with and without an open project. */
export function useStartCommands(): void {
  useEffect(
    () =>
      provide({
        'project.new': { run: () => newProject() },
        'project.open': { run: () => openProject() },
        'project.sample': { run: () => openSample() },
        'settings.open': { run: () => openSettings() },
      }),
    [],
  )
}
