import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CSP } from '../../src/shared/csp.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { rawStatus, webHost } from '../support/web-host.ts'

describe('who may speak to the host', () => {
  it('only by its own names', async () => {
    const { port, cookie } = await webHost()
    const own = [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]
    for (const host of own) expect(await rawStatus(port, { headers: { host, cookie } }), host).toBe(200)
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.2:${port}`,
      `127.1:${port}`,
      `[::]:${port}`,
      `2130706433:${port}`,
      `localhost.:${port}`,
      `user@127.0.0.1:${port}`,
      ` 127.0.0.1:${port}x`,
      `127.0.0.1:0${port}`,
      `169.254.169.254:${port}`,
      '',
    ]
    for (const host of foreign)
      expect(await rawStatus(port, { headers: { host, cookie } }), host).toBeGreaterThanOrEqual(400)
    expect(await rawStatus(port, { headers: { host: 'evil.example', cookie } })).toBe(421)
  })

  it('only from its own pages', async () => {
    const { port, cookie } = await webHost()
    const host = `127.0.0.1:${port}`
    const origins = [
      'http://evil.example',
      'null',
      `https://${host}`,
      `http://127.0.0.1:${port + 1}`,
      `http://${host}.evil.example`,
      'file://',
      `http://${host}/`,
      'chrome-extension://x',
      `http://user@${host}`,
    ]
    for (const origin of origins)
      expect(await rawStatus(port, { headers: { host, cookie, origin } }), origin).toBe(403)
    for (const site of ['cross-site', 'same-site'])
      expect(await rawStatus(port, { headers: { host, cookie, 'sec-fetch-site': site } }), site).toBe(403)
    expect(
      await rawStatus(port, {
        headers: { host, cookie, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' },
      }),
    ).toBe(200)
  })

  it('only with the cookie, which the one-time token gives once', async () => {
    const { url, origin, port } = await webHost()
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(401)
    expect((await fetch(`${origin}/?token=${'0'.repeat(64)}`, { redirect: 'manual' })).status).toBe(401)
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/app.js'],
      ['GET', '/changes'],
      ['POST', '/call/project.info'],
      ['POST', '/host/current'],
      ['PUT', '/files?name=a'],
      ['GET', `/files/${'0'.repeat(32)}`],
    ] as const) {
      expect(
        await rawStatus(port, { method, path, headers: { host: `127.0.0.1:${port}` } }),
        `${method} ${path}`,
      ).toBe(401)
    }
  })

  it('with a cookie that scripts and other sites do not get', async () => {
    const host = await webHost()
    const again = await webHost()
    expect(host.cookie.split('=')[0]).not.toBe(again.cookie.split('=')[0])
    const { startWebHost } = await import('../../src/web/server.ts')
    const third = await startWebHost({ session: host.session, assets: new Map(), port: 0 })
    const set = (await fetch(third.url, { redirect: 'manual' })).headers.get('set-cookie')
    await third.close()
    expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  })
})

describe('what the host answers', () => {
  it('has the same guards on every answer', async () => {
    const host = await webHost()
    const answers = await Promise.all([
      host.fetch('/'),
      host.fetch('/app.js'),
      host.fetch('/nothing'),
      host.fetch('/call/project.info', { method: 'POST' }),
      fetch(`${host.origin}/`),
    ])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(CSP)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBe(null)
    }
  })

  it('is never a file that was not loaded at the start', async () => {
    const { port, cookie } = await webHost()
    const up = [
      '..',
      '%2e%2e',
      '.%2e',
      '..%2f',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '%252e%252e',
      '....//',
      '..%00',
      '..;',
      '..%c0%af',
    ]
    const targets = [
      'etc/passwd',
      'package.json',
      'windows/win.ini',
      'index.html%00.js',
      'C:/boot.ini',
      'con',
      'a.js::$DATA',
      '//evil.example/x',
    ]
    const paths = up
      .flatMap(step => targets.map(target => `/${step}/${step}/${target}`))
      .concat([
        '/files/../../etc/passwd',
        `/files/${'0'.repeat(31)}`,
        '/assets/../../etc/passwd',
        '//etc/passwd',
        '/./../x',
      ])
    expect(paths.length).toBeGreaterThan(100)
    for (const path of paths) {
      expect(
        await rawStatus(port, { path, headers: { host: `127.0.0.1:${port}`, cookie } }),
        path,
      ).toBeGreaterThanOrEqual(400)
    }
  })

  it('takes JSON only, of two megabytes at the most', async () => {
    const host = await webHost()
    const post = (headers: Record<string, string>, body: string) =>
      host.fetch('/call/project.info', { method: 'POST', headers, body })
    expect((await post({ 'content-type': 'text/plain' }, '{}')).status).toBe(415)
    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1')).status).toBe(415)
    expect((await post({ 'content-type': 'application/json' }, '{')).status).toBe(400)
    const large = await post(
      { 'content-type': 'application/json' },
      `"${'x'.repeat(3 * 1024 * 1024)}"`,
    ).catch(() => null)
    // the connection may be cut while the body is still being sent
    expect(large === null ? 413 : large.status).toBe(413)
    expect((await host.fetch('/', { method: 'DELETE' })).status).toBe(405)
  })

  it('gives back the bytes that were put in, under any name', async () => {
    const host = await webHost()
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251)
    const name = 'Déclaration „été“ 移民.pdf'
    const put = (await (
      await host.fetch(`/files?name=${encodeURIComponent(`../../${name}`)}`, { method: 'PUT', body: bytes })
    ).json()) as { value: string }
    const got = await host.fetch(`/files/${put.value}`)
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes)
    expect(got.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    )
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
  })

  it('tells every window what changed and which project is open', async () => {
    const host = await webHost()
    const stream = (await host.fetch('/changes')).body!.getReader()
    const heard = async (wanted: string) => {
      let text = ''
      while (!text.includes(wanted)) text += new TextDecoder().decode((await stream.read()).value)
      return text
    }
    await host.post('/host/create', { path: join(temporaryFolder(), 'a.postil') })
    expect(await heard('event: project')).toContain('a.postil')
    await host.post('/call/codes.create', { name: 'X' })
    expect(await heard('event: change')).toContain('"label":"New code"')
    await stream.cancel()
  })

  it('keeps the project that is open when another cannot be opened', async () => {
    const host = await webHost()
    const path = join(temporaryFolder(), 'a.postil')
    await host.post('/host/create', { path })
    expect(await host.post('/host/open', { path: '/nonexistent.postil' })).toMatchObject({
      ok: false,
      error: { code: 'project-missing' },
    })
    expect(await host.post('/host/current', null)).toMatchObject({ ok: true, value: { path } })
    expect(await host.post('/host/open', {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    await host.post('/host/close', null)
    expect(await host.post('/call/project.info', {})).toMatchObject({
      ok: false,
      error: { code: 'no-project' },
    })
  })
})
