import { createStore } from 'zustand/vanilla'
import { createClient, type PostilClient, type Transport } from '../../shared/client.ts'
import { fromFailureData } from '../../shared/errors.ts'
import type { Host } from '../../shared/host.ts'
import { type Answers, createAnswers } from './answers.ts'

/** One open project in this window. A new one is made whenever another project is opened. */
export interface Session {
  readonly path: string
  readonly client: PostilClient
  readonly transport: Transport
  readonly answers: Answers
}

export function createSession(host: Host, path: string): Session {
  const transport: Transport = {
    call: async (name, input) => {
      const reply = await host.call(name, input)
      if (reply.ok) return reply.value
      throw fromFailureData(reply.error)
    },
    onChange: listener => host.onChange(listener),
  }
  return { path, transport, client: createClient(transport), answers: createAnswers(transport) }
}

/** The session of the project that is open, or null on the start screen. */
export const sessionStore = createStore<{ session: Session | null }>(() => ({ session: null }))

/** For commands and handlers, which only run while a project is open. */
export function client(): PostilClient {
  const { session } = sessionStore.getState()
  if (!session) throw new Error('no project is open')
  return session.client
}

/** Does what shows by itself what it has done: what else is to be asked waits for the frame that shows it. */
export function shownAtOnce<T>(deed: Promise<T>): Promise<T> {
  sessionStore.getState().session?.answers.hold(deed)
  return deed
}
