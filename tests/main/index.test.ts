import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { standIn } from '../support/electron/index.ts'
import { end, root } from '../support/electron/running.ts'

describe('src/main/index.ts', () => {
  it('starts the shell with Electron, and with this machine’s surroundings', async () => {
    vi.stubEnv('XDG_CONFIG_HOME', standIn.electron.app.getPath('home'))
    vi.stubEnv('APPDATA', standIn.electron.app.getPath('home'))
    onTestFinished(async () => {
      vi.unstubAllEnvs()
      await end(standIn)
      rmSync(standIn.electron.app.getPath('home'), { recursive: true })
    })
    await import('../../src/main/index.ts')
    expect(standIn.app.isSandboxed).toBe(true)
    await standIn.app.becomeReady()
    expect(standIn.windows).toHaveLength(1)
    expect(standIn.windows[0]!.options.webPreferences?.preload).toBe(
      join(root, 'out', 'preload', 'preload.cjs'),
    )
  })
})

describe('the electron package', () => {
  it('is never loaded by a test: it would fetch its binary', async () => {
    const { app } = await import('electron')
    expect(app).toBe(standIn.electron.app)
    const { resolve, cache } = createRequire(import.meta.url)
    expect(Object.keys(cache)).not.toContain(resolve('electron/index.js'))
    const loaded = Object.keys(cache).filter(path => /[\\/]node_modules[\\/]electron[\\/]/.test(path))
    expect(loaded).toEqual([])
  })

  it('would not fetch anything even then', () => {
    expect(process.env['ELECTRON_OVERRIDE_DIST_PATH']).toBe('/nonexistent/electron')
  })

  it('is the version whose types the stand-in is checked with', () => {
    const manifest = (path: string) =>
      JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>
    const wanted = manifest('package.json')['devDependencies'] as Record<string, string>
    expect(manifest('node_modules/electron/package.json')['version']).toBe(wanted['electron'])
  })
})
