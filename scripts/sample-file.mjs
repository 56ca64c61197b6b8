import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

export const samplePath = join(root, 'resources', 'sample.postil')

/** Makes the sample project from its sources when it is missing or older than they are. */
export function ensureSample() {
  const folders = [join(root, 'resources', 'sample'), join(root, 'resources', 'sample', 'documents')]
  const sources = folders.flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  const newest = Math.max(...sources.map(path => statSync(path).mtimeMs))
  if (existsSync(samplePath) && statSync(samplePath).mtimeMs >= newest) return
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'sample.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}
