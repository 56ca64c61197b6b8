import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { openCore } from '../../src/core/core.ts'
import { createRecents } from '../../src/core/session/recents.ts'
import { createSession, type Session } from '../../src/core/session/session.ts'
import { loadAssets } from '../../src/web/assets.ts'
import type { Limits } from '../../src/web/limits.ts'
import { startWebHost, type WebHost } from '../../src/web/server.ts'
import { temporaryFolder } from '../support/temporary.ts'

export interface TestHost extends WebHost {
  readonly session: Session
  readonly folder: string
}

/** A real server with a built window of four files, and a session whose core runs in this thread. */
export async function testHost(limits: Partial<Limits> = {}): Promise<TestHost> {
  const folder = temporaryFolder()
  const session = createSession({
    recents: createRecents(join(folder, 'recent.json')),
    sampleFile: join(folder, 'no-sample.postil'),
    sampleFolder: folder,
    open: async options => openCore(options),
  })
  const host = await startWebHost({ session, assets: loadAssets(testWindow(folder)), port: 0, limits })
  onTestFinished(async () => {
    await host.close()
    await session.end()
  })
  return { ...host, session, folder }
}

export const SECRET = 'what no visitor may read'

/** Files of a window, with a secret beside the folder and one step above it. */
export function testWindow(folder: string): string {
  const window = join(folder, 'out', 'renderer')
  mkdirSync(join(window, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'out', 'renderer-secret'))
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Postil</title>')
  writeFileSync(join(window, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(window, 'assets', 'index-a1.js'), 'export {}')
  writeFileSync(join(window, 'assets', 'inter-a1.woff2'), 'wOF2')
  for (const place of ['secret.html', 'out/secret.json', 'out/renderer-secret/secret.html'])
    writeFileSync(join(folder, place), SECRET)
  return window
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly host?: string
}

/** One request with exactly these headers (and Host, unless it is given). */
export function ask(port: number, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, host = '127.0.0.1' } = asked
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host, port, path, method, headers, agent: false }, async response => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Writes these bytes to the port as they are, and reads until the other side ends; `null` if it does not in time. */
export function say(port: number, words: string, patience = 5000): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    let heard = ''
    const timer = setTimeout(() => {
      resolve(null)
      socket.destroy()
    }, patience)
    socket.on('data', chunk => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(heard)
    })
  })
}

/** Goes through the one-time token; gives the cookie a browser would keep. */
export async function enter({ url, port }: WebHost): Promise<string> {
  const { pathname, search } = new URL(url)
  const { headers } = await ask(port, pathname + search)
  const cookie = headers['set-cookie']?.[0]?.split(';')[0]
  if (cookie === undefined) throw new Error('the host gave no cookie')
  return cookie
}

/** A call with everything that it needs. */
export const post = (port: number, cookie: string, path: string, input: unknown): Promise<Answer> =>
  ask(port, path, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  })
