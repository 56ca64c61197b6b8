import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Change } from '../../shared/client.ts'
import { fail, type Reply, toFailureData } from '../../shared/errors.ts'
import type { OpenProject, RecentProject } from '../../shared/host.ts'
import type { Core } from '../core.ts'
import { FreightRoom } from '../freight.ts'
import { spawnCore } from '../thread/spawn.ts'
import type { Recents } from './recents.ts'
import { copySample } from './sample.ts'

export interface SessionOptions {
  readonly recents: Recents
  /** the sample project as shipped; it is never opened itself */
  readonly sampleFile: string
  /** where the user's copy of the sample goes */
  readonly sampleFolder: string
  /** for tests: how a core is opened */
  readonly open?: typeof spawnCore
}

/**
 * Which project is open on this machine, for the doors that have windows. There is at
 * most one core; opening another project closes the one before. Nothing here throws:
 * every answer is a `Reply`.
 */
export interface Session {
  readonly freight: FreightRoom
  current(): OpenProject | null
  recents(): readonly RecentProject[]
  call(name: string, input: unknown): Promise<Reply>
  open(path: string, coder?: string): Promise<Reply>
  create(path: string, coder?: string): Promise<Reply>
  openSample(): Promise<Reply>
  close(): Promise<void>
  onChange(listener: (change: Change) => void): () => void
  onProject(listener: (project: OpenProject | null) => void): () => void
  /** closes the project and clears the freight room; for the end of the program */
  end(): Promise<void>
}

interface Running {
  readonly core: Core
  readonly project: OpenProject
}

export function createSession({
  recents,
  sampleFile,
  sampleFolder,
  open: openCore = spawnCore,
}: SessionOptions): Session {
  const freight = new FreightRoom()
  const changeListeners = new Set<(change: Change) => void>()
  const projectListeners = new Set<(project: OpenProject | null) => void>()
  let now: Running | null = null
  // opening and closing wait for one another, so that two requests never leave two cores
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const tell = (project: OpenProject | null) => {
    for (const listener of projectListeners) listener(project)
  }

  async function swap(path: string, create: boolean, coder?: string): Promise<OpenProject> {
    const place = resolve(path.replace(/^~(?=$|[\\/])/, homedir()))
    if (now?.project.path === place && !create) return now.project
    const next = await start(place, create, coder)
    await shut()
    now = next
    recents.add(now.project)
    tell(now.project)
    return now.project
  }

  /** A core that answers; the one before stays open until then, and if this fails. */
  async function start(path: string, create: boolean, coder?: string): Promise<Running> {
    const core = await openCore({ path, create, freight, ...(coder === undefined ? {} : { coder }) })
    try {
      const { name } = (await core.call('project.info', {})) as { name: string }
      core.onChange(change => {
        for (const listener of changeListeners) listener(change)
      })
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

  const replied = async (work: () => Promise<unknown>): Promise<Reply> => {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, error: toFailureData(error) }
    }
  }

  return {
    freight,
    current: () => now?.project ?? null,
    recents: () => recents.list().map(project => ({ ...project, missing: !existsSync(project.path) })),
    call: (name, input) =>
      replied(async () => {
        if (!now) throw fail('no-project')
        return now.core.call(name, input)
      }),
    open: (path, coder) => replied(() => inTurn(() => swap(path, false, coder))),
    create: (path, coder) => replied(() => inTurn(() => swap(path, true, coder))),
    openSample: () => replied(() => inTurn(() => swap(copySample(sampleFile, sampleFolder), false))),
    close: () =>
      inTurn(async () => {
        await shut()
        tell(null)
      }),
    onChange: listener => {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    onProject: listener => {
      projectListeners.add(listener)
      return () => projectListeners.delete(listener)
    },
    end: () =>
      inTurn(async () => {
        await shut()
        freight.clear()
      }),
  }
}

/** Where user files of this program go on each system. */
export function configFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform = process.platform,
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Postil')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Postil')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'postil')
}
