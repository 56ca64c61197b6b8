import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Failure, fromFailureData } from '../shared/errors.ts'
import { readPort } from './listen.ts'
import { serveProject } from './serve.ts'

// postil's web host by itself. It opens no browser: whoever starts it reads the address from its one line.
const USAGE = 'web [FILE.postil] [--port N] [--sample] [--no-open] [--assets FOLDER]'

async function main(): Promise<void> {
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.close().then(() => process.exit(0)))
  console.log(`Postil is at ${host.url}`)
}

function usage(): void {
  console.error(USAGE)
  process.exitCode = 2
}

try {
  await main()
} catch (error) {
  if (error instanceof Failure) {
    console.error(error.message)
    process.exitCode = 1
  } else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) usage()
  else throw error
}
