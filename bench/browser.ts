import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { chromiumArguments, findChromium } from '../scripts/chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** another build of the pages, to be compared with the one in out/ */
const assets = process.env['POSTIL_BENCH_ASSETS']

/** A browser for the built program; null (and why is said) where there is none. */
export async function launchBrowser(): Promise<Browser | null> {
  const program = findChromium().path
  if (program === null || !existsSync(join(assets ?? join(root, 'out', 'renderer'), 'index.html'))) {
    console.error('not run: the window, because there is no Chromium or it is not built (npm run build)')
    return null
  }
  return chromium.launch({ executablePath: program, args: chromiumArguments })
}

export interface RunningHost {
  readonly url: string
  stop(): Promise<void>
}

export async function startHost(path?: string): Promise<RunningHost> {
  const given = [
    ...(path === undefined ? [] : [path]),
    '--port',
    '0',
    ...(assets === undefined ? [] : ['--assets', assets]),
  ]
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'web.js'), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /http:\/\/\S+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.on('exit', code => reject(new Error(`the host ended with ${code}`)))
  })
  const stop = () =>
    new Promise<void>(resolve => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { url, stop }
}
