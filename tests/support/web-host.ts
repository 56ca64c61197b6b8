import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createRecents } from '../../src/core/session/recents.ts'
import { createSession, type Session } from '../../src/core/session/session.ts'
import type { Reply } from '../../src/shared/errors.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { startWebHost, type WebHost } from '../../src/web/server.ts'
import { temporaryFolder } from './temporary.ts'

export interface TestHost extends WebHost {
  readonly session: Session
  readonly origin: string
  /** as the browser that has the cookie */
  readonly cookie: string
  fetch(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown): Promise<Reply>
}

/** A web host with a window of two files, and the cookie that its one-time address gives. */
export async function webHost(): Promise<TestHost> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Postil</title>')
  writeFileSync(join(folder, 'app.js'), 'export {}')
  const assets = loadAssets(folder)
  const session = createSession({
    recents: createRecents(join(folder, 'recent.json')),
    sampleFile: join(folder, 'none.postil'),
    sampleFolder: folder,
  })
  const host = await startWebHost({ session, assets, port: 0 })
  onTestFinished(async () => {
    await host.close()
    await session.end()
  })
  const origin = `http://127.0.0.1:${host.port}`
  const first = await fetch(host.url, { redirect: 'manual' })
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!
  const withCookie = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } })
  const post = async (path: string, body: unknown) => {
    const response = await withCookie(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Reply
  }
  return { ...host, session, origin, cookie, fetch: withCookie, post }
}

/** A request with headers that `fetch` would not send; gives the status. */
export function rawStatus(
  port: number,
  options: { path?: string; method?: string; headers?: Record<string, string> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/', ...options, setHost: false }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}
