import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Change } from '../../shared/client.ts'
import { type Reply, toFailureData } from '../../shared/errors.ts'
import type { OpenProject, RecentProject } from '../../shared/host.ts'
import { FreightRoom } from '../freight.ts'
import { spawnCore } from '../thread/spawn.ts'
import { createHolder } from './holder.ts'
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

export function createSession(options: SessionOptions): Session {
  const { recents, sampleFile, sampleFolder } = options
  const freight = new FreightRoom()
  const holder = createHolder(options.open ?? spawnCore, freight)
  const changes = createNews<Change>()
  const projects = createNews<OpenProject | null>()

  const swap = (path: string, create: boolean, coder?: string): Promise<OpenProject> =>
    holder.swap(
      { path: resolve(path.replace(/^~(?=$|[\\/])/, homedir())), create, coder },
      ({ core, project }) => {
        core.onChange(changes.tell)
        recents.add(project)
        projects.tell(project)
      },
    )

  return {
    freight,
    current: holder.project,
    recents: () => recents.list().map(project => ({ ...project, missing: !existsSync(project.path) })),
    call: (name, input) => replied(() => holder.call(name, input)),
    open: (path, coder) => replied(() => swap(path, false, coder)),
    create: (path, coder) => replied(() => swap(path, true, coder)),
    openSample: () => replied(async () => swap(copySample(sampleFile, sampleFolder), false)),
    close: async () => {
      await holder.shut()
      projects.tell(null)
    },
    onChange: changes.listen,
    onProject: projects.listen,
    end: async () => {
      await holder.shut()
      freight.clear()
    },
  }
}

async function replied(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error: toFailureData(error) }
  }
}

function createNews<T>() {
  const listeners = new Set<(news: T) => void>()
  return {
    tell: (news: T): void => {
      for (const listener of listeners) listener(news)
    },
    listen: (listener: (news: T) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
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
