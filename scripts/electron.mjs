import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const FETCH_TIMEOUT = 90_000

/** Path of Electron's program, or null. Never runs anything. */
export function electronProgram() {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** Tries once to fetch Electron's binary by its own installer; null where it cannot be had. */
export function fetchElectron() {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: FETCH_TIMEOUT })
  return electronProgram()
}
