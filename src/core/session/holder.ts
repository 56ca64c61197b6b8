import { fail } from '../../shared/errors.ts'
import type { OpenProject } from '../../shared/host.ts'
import type { Core } from '../core.ts'
import type { FreightRoom } from '../freight.ts'
import type { spawnCore } from '../thread/spawn.ts'

export interface Wanted {
  readonly path: string
  readonly create: boolean
  readonly coder?: string | undefined
}

interface Running {
  readonly core: Core
  readonly project: OpenProject
}

/** Holds at most one core. Opening and closing wait for one another, so that two requests never leave two cores. */
export function createHolder(openCore: typeof spawnCore, freight: FreightRoom) {
  let now: Running | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** A core that answers; the one before stays open until then, and if this fails. */
  async function start({ path, create, coder }: Wanted): Promise<Running> {
    const core = await openCore({ path, create, freight, ...(coder === undefined ? {} : { coder }) })
    try {
      const { name } = (await core.call('project.info', {})) as { name: string }
      return { core, project: { path, name } }
    } catch (error) {
      await core.close()
      throw error
    }
  }

  async function shut(): Promise<void> {
    const before = now
    now = null
    await before?.core.close()
  }

  async function swap(wanted: Wanted, opened: (running: Running) => void): Promise<OpenProject> {
    if (now?.project.path === wanted.path && !wanted.create) return now.project
    const next = await start(wanted)
    await shut()
    now = next
    opened(next)
    return next.project
  }

  return {
    project: (): OpenProject | null => now?.project ?? null,
    call: async (name: string, input: unknown): Promise<unknown> => {
      if (!now) throw fail('no-project')
      return now.core.call(name, input)
    },
    /** `opened` is told of the new core; not if this project is open already */
    swap: (wanted: Wanted, opened: (running: Running) => void) => inTurn(() => swap(wanted, opened)),
    shut: () => inTurn(shut),
  }
}
