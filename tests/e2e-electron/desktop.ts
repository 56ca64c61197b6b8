import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import type { DesktopHost } from '../../src/shared/desktop.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Electron's program, or null. The electron package is not asked: it would fetch one. */
function electronProgram(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const program = join(folder, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(program) ? program : null
}

export const program = electronProgram()

// as root, and only then, Chromium's own sandbox cannot be had
const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The desktop program with a home of its own. */
export class Desktop {
  readonly home = mkdtempSync(join(tmpdir(), 'postil-desktop-'))
  #running: ElectronApplication | null = null

  get environment(): Record<string, string> {
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && entry[0] !== 'ELECTRON_OVERRIDE_DIST_PATH',
    )
    const own = {
      HOME: this.home,
      USERPROFILE: this.home,
      APPDATA: this.home,
      XDG_CONFIG_HOME: join(this.home, 'config'),
    }
    return { ...Object.fromEntries(inherited), ...own }
  }

  sample(): string {
    const path = join(this.home, 'sample.postil')
    cpSync(join(root, 'resources', 'sample.postil'), path)
    return path
  }

  async start(...args: string[]): Promise<{ app: ElectronApplication; page: Page }> {
    if (program === null) throw new Error('Electron’s program is not here')
    this.#running = await electron.launch({
      executablePath: program,
      args: [...switches, root, ...args],
      env: this.environment,
      cwd: this.home,
    })
    return { app: this.#running, page: await this.#running.firstWindow() }
  }

  /** A second start beside the first; resolves when it has ended by itself. */
  startAgain(...args: string[]): Promise<number | null> {
    const second = spawn(program ?? '', [...switches, root, ...args], {
      env: this.environment,
      cwd: this.home,
    })
    return new Promise(resolve => second.on('exit', resolve))
  }

  async quit(): Promise<void> {
    await this.#running?.close()
    this.#running = null
  }

  async end(): Promise<void> {
    await this.quit()
    rmSync(this.home, { recursive: true, force: true })
  }
}

export const test = base.extend<{ desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this
  desktop: async ({}, use) => {
    const desktop = new Desktop()
    await use(desktop)
    await desktop.end()
  },
})

/** Asks the core through the page's own host. */
export async function ask<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  const reply = await page.evaluate(
    ([name, input]) => (window as unknown as { host: DesktopHost }).host.call(name, input),
    [name, input] as const,
  )
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as T
}
