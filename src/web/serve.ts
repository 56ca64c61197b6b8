import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createRecents } from '../core/session/recents.ts'
import { configFolder, createSession, type Session } from '../core/session/session.ts'
import { fail } from '../shared/errors.ts'
import { loadAssets } from './assets.ts'
import { startWebHost, type WebHost } from './server.ts'

export interface ServeOptions {
  /** the folder of the built window */
  readonly assets: string
  readonly sampleFile: string
  readonly port: number
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The web host with a session of its own; closing it closes the project. */
export async function serveProject({
  assets,
  sampleFile,
  port,
  env,
}: ServeOptions): Promise<WebHost & { session: Session }> {
  if (!existsSync(join(assets, 'index.html'))) throw fail('window-missing')
  const session = createSession({
    recents: createRecents(join(configFolder(env), 'recent.json')),
    sampleFile,
    sampleFolder: join(homedir(), 'Postil'),
  })
  const host = await startWebHost({ session, assets: loadAssets(assets), port }).catch(async error => {
    await session.end()
    throw error
  })
  return {
    ...host,
    session,
    close: async () => {
      await host.close()
      await session.end()
    },
  }
}
