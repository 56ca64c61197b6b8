import { createStore } from 'zustand/vanilla'
import { fromFailureData, type Reply } from '../../shared/errors.ts'
import { host } from '../host/index.ts'
import { attempt } from '../state/messages.ts'

/** In a browser there is no file dialog of the system: the path is typed. Null: not asking. */
export const pathQuestion = createStore<{ asking: 'new' | 'open' | null }>(() => ({ asking: null }))

/** Opens a project; without a path the machine's own dialog asks, or the window does. */
export async function openProject(path?: string): Promise<void> {
  if (path === undefined && host().kind === 'web') return pathQuestion.setState({ asking: 'open' })
  await settle(host().projects.open(path))
}

export async function newProject(path?: string): Promise<void> {
  if (path === undefined && host().kind === 'web') return pathQuestion.setState({ asking: 'new' })
  await settle(host().projects.create(path))
}

export async function openSample(): Promise<void> {
  await settle(host().projects.openSample())
}

async function settle(opening: Promise<Reply>): Promise<void> {
  await attempt(async () => {
    const reply = await opening
    if (!reply.ok) throw fromFailureData(reply.error)
    pathQuestion.setState({ asking: null })
  })
}
