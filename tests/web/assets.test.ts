import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../src/web/assets.ts'
import { traversals } from '../support/electron/traversals.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { ask, enter, SECRET, say, testHost, testWindow } from './visitor.ts'

describe('the files of the window', () => {
  it('are read once, each with its type, and index.html is also the root', () => {
    const assets = loadAssets(testWindow(temporaryFolder()))
    const types = Object.fromEntries([...assets].map(([address, { type }]) => [address, type]))
    expect(types).toEqual({
      '/': 'text/html; charset=utf-8',
      '/index.html': 'text/html; charset=utf-8',
      '/icon.svg': 'image/svg+xml',
      '/assets/index-a1.js': 'text/javascript; charset=utf-8',
      '/assets/inter-a1.woff2': 'font/woff2',
    })
  })

  it('come whole to whoever has the cookie', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host) }
    const page = await ask(host.port, '/', { headers })
    expect(page.body).toContain('<title>Postil</title>')
    expect(page.headers['content-length']).toBe(String(page.body.length))
    const head = await ask(host.port, '/', { method: 'HEAD', headers })
    expect(head.status).toBe(200)
    expect(head.body).toBe('')
    expect((await ask(host.port, '/nowhere.html', { headers })).status).toBe(404)
  })

  it('of the real window load under the policy: no inline script or style in its page', async () => {
    const host = await testHost()
    const { headers } = await ask(host.port, '/', { headers: { Cookie: await enter(host) } })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  })
})

describe('ways out of the folder', () => {
  const own = [
    '/assets/../../secret.html',
    '/assets/../../renderer-secret/secret.html',
    '/../renderer-secret/secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.json',
    '/files/../../../secret.html',
    '/files/..%2f..%2fsecret.html',
    '/files/%2e%2e%2fsecret.html',
    '/files/secret.html',
    '/files//etc/passwd',
    '/files/C:%5CWindows%5Cwin.ini',
    '/call/../secret.html',
    '/host/../secret.html',
    '//secret.html',
    '/\\secret.html',
    '/assets\\..\\..\\secret.html',
    '/index.html/../../secret.json',
    '/?/../secret.html',
    '/;/../secret.html',
    '/__proto__',
    '/constructor',
    '/toString',
  ]
  const paths = [...traversals.map(address => address.replace(/^app:\/\/[^/]*/, '')), ...own]

  it(`lead nowhere: ${paths.length} of them`, async () => {
    expect(paths.length).toBeGreaterThan(500)
    const host = await testHost()
    const cookie = await enter(host)
    for (const path of paths) {
      // as raw bytes: a client library would tidy the path before it sends it
      const heard = await say(
        host.port,
        Buffer.from(
          `GET ${path.startsWith('/') ? path : `/${path}`} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
        ).toString('latin1'),
      )
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(heard ?? '')?.[1]
      expect({ path, status }).toEqual({ path, status: expect.stringMatching(/^(200|400|404)$/) })
      if (status === '200')
        expect({ path, heard }).toEqual({ path, heard: expect.stringContaining('<title>Postil</title>') })
      expect({ path, heard }).not.toEqual({
        path,
        heard: expect.stringMatching(new RegExp(`${SECRET}|root:`)),
      })
    }
  })
})
