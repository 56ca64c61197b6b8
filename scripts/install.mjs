import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.cache', 'postil-installed')

/**
 * Installs from the lock file when node_modules is missing or belongs to another lock file.
 * What is there already is brought up to date rather than thrown away: it may be in use.
 */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (installed === wanted && existsSync(pinnedNode())) return
  console.error('Installing what Postil needs (once)…')
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const how = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci']
  const [program, ...args] = [...npm, ...how, '--no-audit', '--no-fund', '--loglevel=error']
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && npm.length === 1,
  })
  if (result.status !== 0)
    throw new Error(
      'The installation did not succeed; its messages are above. Check the network and try again.',
    )
  if (!existsSync(pinnedNode())) {
    throw new Error(
      'The pinned Node did not arrive with the packages: its install script may be switched off. Run `npm ci --ignore-scripts=false`.',
    )
  }
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The Node of the dev dependency "node", whatever runs this script. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(root, 'node_modules', 'node', 'bin', name)
}
