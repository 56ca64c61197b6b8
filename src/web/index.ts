import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Failure, fromFailureData } from '../shared/errors.ts'
import { readPort } from './listen.ts'
import { serveProject } from './serve.ts'

// postil's web host by itself. It opens no browser: whoever starts it reads the address from its one line.
const USAGE = 'web [FILE.postil] [--port N] [--sample] [--no-open] [--assets FOLDER]'

/** Serves until it is told to stop; or gives the exit status of what went wrong. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      sample: { type: 'boolean', default: false },
      'no-open': { type: 'boolean' },
      assets: { type: 'string' },
    },
  })
  const port = readPort(values.port)
  if (port === null || positionals.length > 1) return usage()
  // from the sources and from the bundle alike, the root of the program is two folders up
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const host = await serveProject({
    assets: values.assets ?? join(root, 'out', 'renderer'),
    sampleFile: join(root, 'resources', 'sample.postil'),
    port,
    env: process.env,
  })
  const [path] = positionals
  const reply =
    path !== undefined
      ? await host.session.open(path)
      : values.sample
        ? await host.session.openSample()
        : null
  if (reply && !reply.ok) {
    await host.close()
    throw fromFailureData(reply.error)
  }
  const interrupted = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  console.log(`Postil is at ${host.url}`)
  await interrupted
  await host.close()
  return 0
}

function usage(): number {
  console.error(USAGE)
  return 2
}

function explain(error: unknown): number {
  if (error instanceof Failure) console.error(error.message)
  else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) return usage()
  else console.error(error)
  return 1
}

// no thread that is still there may keep the terminal waiting
process.exit(await main().catch(explain))
