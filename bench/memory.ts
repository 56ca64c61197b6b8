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
  const script = `${work}\nconsole.log(process.resourceUsage().maxRSS / 1024)`
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr)
  return Number(result.stdout.trim().split('\n').at(-1))
}
