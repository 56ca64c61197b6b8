import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Failure, fromFailureData, type Reply } from '../shared/errors.ts'
import { serveProject } from './serve.ts'

// postil's web host by itself: node src/web/index.ts [FILE.postil] [--port N] [--sample] [--assets FOLDER]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    sample: { type: 'boolean', default: false },
    assets: { type: 'string' },
  },
})
// from the sources and from the bundle alike, the root of the program is two folders up
const root = fileURLToPath(new URL('../..', import.meta.url))

try {
  const host = await serveProject({
    assets: values.assets ?? join(root, 'out', 'renderer'),
    sampleFile: join(root, 'resources', 'sample.postil'),
    port: Number(values.port),
    env: process.env,
  })
  if (positionals[0] !== undefined) accept(await host.session.open(positionals[0]))
  else if (values.sample) accept(await host.session.openSample())
  console.log(`Postil is at ${host.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.close().then(() => process.exit(0)))
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exit(1)
}

function accept(reply: Reply): void {
  if (!reply.ok) throw fromFailureData(reply.error)
}
