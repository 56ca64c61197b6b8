import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnCore } from '../../src/core/thread/spawn.ts'
import { createClient } from '../../src/shared/client.ts'

export const NAMES = { long: 'long pdf', short: 'short pdf' } as const

/** A project with a long PDF and a short one. */
export async function makeProject(
  files: readonly [long: string, short: string],
): Promise<{ folder: string; path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'postil-bench-pdf-'))
  const path = join(folder, 'pdf.postil')
  const core = await spawnCore({ path, create: true, coder: 'Bench' })
  const client = createClient(core)
  for (const [index, name] of [NAMES.long, NAMES.short].entries()) {
    await client.documents.import({ file: core.freight.register(files[index]!), name })
  }
  await core.close()
  return { folder, path }
}
