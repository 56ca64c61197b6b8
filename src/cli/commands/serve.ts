import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, fromFailureData } from '../../shared/errors.ts'
import { readPort } from '../../web/listen.ts'
import { serveProject } from '../../web/serve.ts'
import { parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { print } from '../output.ts'

/** Serves until it is interrupted; then the project is closed in order. */
export async function run(argv: readonly string[]): Promise<number> {
  const { words, options } = parseWords(argv, { options: ['port'] })
  const [project] = takeWords(words, ['STUDY.postil'], findCommand('serve')!.usage)
  const port = readPort(options['port'] ?? '0')
  if (port === null) throw new Usage(`“${options['port']}” is not a port.`)
  const root = programRoot()
  const host = await serveProject({
    assets: join(root, 'out', 'renderer'),
    sampleFile: join(root, 'resources', 'sample.postil'),
    port,
    env: process.env,
  })
  try {
    const reply = await host.session.open(project!, options['coder'])
    if (!reply.ok) throw fromFailureData(reply.error)
    const interrupted = new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
    })
    await print(`Postil is at ${host.url}\n`)
    await interrupted
  } finally {
    await host.close()
  }
  return 0
}

/** The folder with `out` and `resources`: three up from the source, two up from the bundle. */
function programRoot(): string {
  const candidates = ['../../..', '../..'].map(up => fileURLToPath(new URL(up, import.meta.url)))
  const root = candidates.find(folder => existsSync(join(folder, 'out', 'renderer', 'index.html')))
  if (root === undefined) throw fail('window-missing')
  return root
}
