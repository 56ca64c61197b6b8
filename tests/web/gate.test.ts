import { describe, expect, it } from 'vitest'
import { ask, enter, post, say, testHost } from './visitor.ts'

const token = (url: string) => new URL(url).searchParams.get('token')!

describe('Host', () => {
  const right = (port: number) => [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `LocalHost:${port}`,
    `[::1]:${port}`,
  ]
  const wrong = (port: number) => [
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${port + 1}`,
    `localhost:${port}0`,
    `127.0.0.2:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `0x7f.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `[::]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `localhost.:${port}`,
    `localhost.evil.example:${port}`,
    `evil.example:${port}`,
    `evil.example`,
    `postil.localhost:${port}`,
    `127.0.0.1.nip.io:${port}`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}, evil.example`,
    `192.168.1.20:${port}`,
    'null',
  ]

  it('is one of the names of this machine', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    for (const name of right(host.port)) {
      const { status } = await ask(host.port, '/', { headers: { Host: name, Cookie: cookie } })
      expect({ name, status }).toEqual({ name, status: 200 })
    }
  })

  it('with any other name is misdirected, even with the cookie', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    for (const name of wrong(host.port)) {
      const { status, body } = await ask(host.port, '/', { headers: { Host: name, Cookie: cookie } })
      expect({ name, status }).toEqual({ name, status: 421 })
      expect(body).not.toContain('<title>')
    }
  })

  it('must be there', async () => {
    const { port } = await testHost()
    expect(await say(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await say(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
  })

  it('is not taken from an address written out in full', async () => {
    const { port } = await testHost()
    const heard = await say(
      port,
      `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    )
    expect(heard).toMatch(/^HTTP\/1\.1 421 /)
  })
})

describe('Origin and Sec-Fetch-Site', () => {
  const foreign = (port: number) => [
    'null',
    'http://evil.example',
    'https://evil.example',
    `http://evil.example:${port}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    'http://localhost',
    `http://localhost.evil.example:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1:${port}@evil.example`,
    'file://',
    'chrome-extension://abcdefgh',
    '',
  ]

  it('of another page are refused, whatever else is right', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host), 'Content-Type': 'application/json' }
    for (const origin of foreign(host.port)) {
      const { status } = await ask(host.port, '/host/current', {
        method: 'POST',
        headers: { ...headers, Origin: origin },
        body: 'null',
      })
      expect({ origin, status }).toEqual({ origin, status: 403 })
    }
    for (const site of ['cross-site', 'same-site', 'nonsense']) {
      const { status } = await ask(host.port, '/changes', { headers: { ...headers, 'Sec-Fetch-Site': site } })
      expect({ site, status }).toEqual({ site, status: 403 })
    }
  })

  it('of this host’s own page are let through', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host), 'Content-Type': 'application/json' }
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const { status } = await ask(host.port, '/host/current', {
        method: 'POST',
        headers: { ...headers, Origin: `http://${name}:${host.port}`, 'Sec-Fetch-Site': 'same-origin' },
        body: 'null',
      })
      expect({ name, status }).toEqual({ name, status: 200 })
    }
  })

  it('are never answered with leave to read (no CORS), and no preflight is granted', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const preflight = await ask(host.port, '/call/codes.list', {
      method: 'OPTIONS',
      headers: { Cookie: cookie, 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(405)
    const answers = [preflight, await post(host.port, cookie, '/host/current', null)]
    for (const { headers } of answers)
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the one-time token', () => {
  it('becomes a cookie that no script reads and no other site sends, and leaves the address', async () => {
    const { url, port } = await testHost()
    const { status, headers, body } = await ask(port, `/?token=${token(url)}`)
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(body).toBe('')
    expect(headers['set-cookie']).toHaveLength(1)
    expect(headers['set-cookie']![0]).toMatch(
      /^postil-[0-9a-f]{16}=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
    expect(headers['set-cookie']![0]).not.toContain(token(url))
  })

  it('has 256 bits, and is another one at each start', async () => {
    const [a, b] = [await testHost(), await testHost()]
    expect(token(a.url)).toMatch(/^[0-9a-f]{64}$/)
    expect(token(a.url)).not.toBe(token(b.url))
  })

  it('is good once: whoever comes second is refused', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const again = await ask(host.port, `/?token=${token(host.url)}`)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    const inTheSameBrowser = await ask(host.port, `/?token=${token(host.url)}`, {
      headers: { Cookie: cookie },
    })
    expect(inTheSameBrowser.status).toBe(303)
    expect(inTheSameBrowser.headers['set-cookie']).toBeUndefined()
  })

  it('is not used up by wrong ones, by other addresses, methods, or another site’s link', async () => {
    const { url, port } = await testHost()
    const right = token(url)
    const wrong = [
      '',
      'x',
      right.slice(1),
      `${right}0`,
      right.toUpperCase(),
      right.replace(/./, c => (c === '0' ? '1' : '0')),
    ]
    for (const given of wrong) {
      const { status } = await ask(port, `/?token=${given}`)
      expect({ given, status }).toEqual({ given, status: 401 })
    }
    expect((await ask(port, `/index.html?token=${right}`)).status).toBe(401)
    expect((await ask(port, `/changes?token=${right}`)).status).toBe(401)
    expect((await ask(port, `/?token=${right}`, { method: 'HEAD' })).status).toBe(401)
    expect((await ask(port, `/?token=${right}`, { method: 'POST' })).status).toBe(401)
    const fromElsewhere = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await ask(port, `/?token=${right}`, { headers: fromElsewhere })).status).toBe(403)
    expect((await ask(port, `/?token=${right}`)).status).toBe(303)
  })
})

describe('the cookie', () => {
  const routes = [
    ['GET', '/'],
    ['HEAD', '/'],
    ['GET', '/assets/index-a1.js'],
    ['GET', '/changes'],
    ['GET', `/files/${'0'.repeat(32)}`],
    ['PUT', '/files?name=a.txt'],
    ['POST', '/call/project.info'],
    ['POST', '/host/recents'],
    ['GET', '/nowhere'],
  ] as const

  it('is needed on every route', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const [name, secret] = cookie.split('=') as [string, string]
    const worthless = [
      '',
      `${name}=`,
      `${name}=${'0'.repeat(64)}`,
      `${name}=${secret.slice(0, -1)}`,
      `${name}=${secret}x`,
      `postil-0000000000000000=${secret}`,
      `x${cookie}`,
      `${name.toUpperCase()}=${secret}`,
    ]
    for (const [method, path] of routes)
      for (const given of worthless) {
        const { status } = await ask(host.port, path, {
          method,
          headers: given === '' ? {} : { Cookie: given },
        })
        expect({ path, given, status }).toEqual({ path, given, status: 401 })
      }
  })

  it('is found among others', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const { status } = await ask(host.port, '/', { headers: { Cookie: `a=b; ${cookie};c=d` } })
    expect(status).toBe(200)
  })

  it('of one host is worth nothing at another on this machine', async () => {
    const [a, b] = [await testHost(), await testHost()]
    const cookies = [await enter(a), await enter(b)]
    expect(cookies[0]!.split('=')[0]).not.toBe(cookies[1]!.split('=')[0])
    expect((await ask(b.port, '/', { headers: { Cookie: cookies[0]! } })).status).toBe(401)
  })
})
