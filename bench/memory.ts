import { spawnSync } from 'node:child_process'
import type { Figure } from './figure.ts'

/**
 * The peak memory of a process that does nothing but hold the core of this project, after
 * it has answered the first screen and the table. The baseline is the same Node, empty.
 */
export async function coreMemory(path: string): Promise<Figure> {
  const core = new URL('../src/core/core.ts', import.meta.url).href
  const client = new URL('../src/shared/client.ts', import.meta.url).href
  const work = `
    import { openCore } from ${JSON.stringify(core)}
    import { createClient } from ${JSON.stringify(client)}
    const core = openCore({ path: ${JSON.stringify(path)} })
    const client = createClient(core)
    const documents = await client.documents.list()
    await client.codes.list()
    await client.analysis.frequency({})
    for (const { id } of documents.slice(0, 50)) {
      await client.documents.text({ documentId: id })
      await client.segments.ofDocument({ documentId: id })
    }
    await core.close()`
  return {
    figure: 'memory of the core at its peak',
    value: peak(work),
    unit: 'MB',
    goal: 500,
    baseline: peak(''),
    plain: 'Node with nothing loaded',
  }
}

function peak(work: string): number {
  // ru_maxrss would begin with this process's own; the kernel's high-water mark begins with the child
  const script = `${work}
    const { readFileSync, existsSync } = await import('node:fs')
    const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
    const mark = /VmHWM:\\s+(\\d+) kB/.exec(status)
    console.log(mark ? Number(mark[1]) / 1024 : process.memoryUsage().rss / 1024 / 1024)`
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr)
  return Number(result.stdout.trim().split('\n').at(-1))
}
