import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { openCore } from '../../../src/core/core.ts'
import { start } from '../../../src/main/start.ts'
import type { DesktopHost } from '../../../src/shared/desktop.ts'
import { temporaryFolder } from '../temporary.ts'
import { createEvent } from './events.ts'
import { createStandIn, type StandIn, type StandInSettings } from './stand-in.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const builtPreload = join(root, 'out', 'preload', 'preload.cjs')

/** Tests that need the built preload run after `npm run build`, as `npm test` does. */
export const isBuilt = existsSync(builtPreload)

export interface RunningSettings extends Partial<Omit<StandInSettings, 'home'>> {
  readonly home?: string
  readonly args?: readonly string[]
  readonly platform?: NodeJS.Platform
  /** a file that the system hands over while the program is still starting */
  readonly openBeforeReady?: string
}

export interface Running extends StandIn {
  readonly home: string
  /** the page's `window.host`; only with `runsPreload` */
  host(): DesktopHost
}

/** The whole shell on a stand-in, started and ready, in a folder of its own; it ends with the test. */
export async function running(settings: RunningSettings = {}): Promise<Running> {
  const { home = temporaryFolder(), args = [], platform = 'linux', openBeforeReady, ...more } = settings
  const standIn = createStandIn({ home, ...more })
  const program = standIn.electron.app.isPackaged ? ['postil'] : ['electron', root]
  start(standIn.electron, {
    argv: [...program, ...args],
    cwd: home,
    platform,
    env: { XDG_CONFIG_HOME: join(home, 'config'), APPDATA: join(home, 'config') },
    root,
    resources: join(root, 'resources'),
  })
  if (openBeforeReady !== undefined) standIn.app.events.emit('open-file', createEvent(), openBeforeReady)
  await standIn.app.becomeReady()
  for (const window of standIn.windows) window.finishLoading()
  onTestFinished(() => end(standIn))
  return {
    ...standIn,
    home,
    host: () => standIn.windows[0]?.contents.page?.world['host'] as DesktopHost,
  }
}

/** Quits as a user does, and waits for it. */
export async function end({ app }: Pick<StandIn, 'app'>): Promise<void> {
  app.quit()
  while (app.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5))
}

/** A project file with nothing in it. */
export async function projectFile(folder: string, name = 'study.postil'): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  const core = openCore({ path, create: true, coder: 'Ada' })
  await core.close()
  core.freight.clear()
  return path
}

/** Waits until something is so. The test's own time limit is the only clock. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 2))
}
