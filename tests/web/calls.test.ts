import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, enter, post, say, type TestHost, testHost } from './visitor.ts'

const reply = (body: string) => JSON.parse(body) as { ok: boolean; value?: unknown; error?: { code: string } }

async function openHost(): Promise<{ host: TestHost; cookie: string }> {
  const host = await testHost()
  const cookie = await enter(host)
  await post(host.port, cookie, '/host/create', { path: join(host.folder, 'study.postil'), coder: 'Ada' })
  return { host, cookie }
}

describe('a call', () => {
  it('is JSON in, a reply out', async () => {
    const { host, cookie } = await openHost()
    const made = await post(host.port, cookie, '/call/codes.create', { name: 'Vertrauen' })
    expect(made.status).toBe(200)
    expect(reply(made.body)).toMatchObject({ ok: true, value: expect.any(String) })
    const again = await post(host.port, cookie, '/call/codes.create', { name: 'Vertrauen' })
    expect(again.status).toBe(200)
    expect(reply(again.body)).toMatchObject({ ok: false, error: { code: 'code-name-taken' } })
  })

  it('without a body or with null is one without an input', async () => {
    const { host, cookie } = await openHost()
    for (const body of ['', 'null']) {
      const { body: answer } = await ask(host.port, '/call/codes.list', {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json; charset=utf-8' },
        body,
      })
      expect(reply(answer)).toEqual({ ok: true, value: [] })
    }
  })

  it('of a name that is none is told so, whatever the name', async () => {
    const { host, cookie } = await openHost()
    const names = [
      'codes',
      'codes.',
      '.list',
      'codes.list.x',
      '__proto__.list',
      'codes.__proto__',
      'constructor.name',
      'codes.toString',
      'x'.repeat(2000),
      '%F0%9F%99%82',
    ]
    for (const name of names) {
      const { body } = await post(host.port, cookie, `/call/${name}`, {})
      expect({ name, ...reply(body) }).toMatchObject({
        name,
        ok: false,
        error: { code: 'no-such-procedure' },
      })
    }
    expect((await post(host.port, cookie, '/call/%E0%A4%A', {})).status).toBe(400)
  })

  it('cannot reach what objects inherit', async () => {
    const { host, cookie } = await openHost()
    const poison = [
      '{"__proto__": {"name": "x"}}',
      '{"constructor": {"prototype": {"name": "x"}}}',
      '{"name": "x", "__proto__": {"polluted": true}}',
    ]
    for (const body of poison) {
      const answer = await ask(host.port, '/call/codes.create', {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json' },
        body,
      })
      expect({ body, status: answer.status }).toEqual({ body, status: 200 })
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    for (const verb of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect((await post(host.port, cookie, `/host/${verb}`, null)).status).toBe(404)
  })

  it('is refused unless it is JSON: no form of another site can send that', async () => {
    const { host, cookie } = await openHost()
    for (const type of [
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'text/json',
    ]) {
      const { status } = await ask(host.port, '/call/codes.list', {
        method: 'POST',
        headers: { Cookie: cookie, ...(type === '' ? {} : { 'Content-Type': type }) },
        body: '{}',
      })
      expect({ type, status }).toEqual({ type, status: 415 })
    }
    for (const body of ['{', 'undefined', "{'a': 1}", '{"a": 1}}', '\u0000']) {
      const { status } = await ask(host.port, '/call/codes.list', {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json' },
        body,
      })
      expect({ body, status }).toEqual({ body, status: 400 })
    }
  })
})

describe('a call that is too large', () => {
  const head = (port: number, cookie: string, length: string) =>
    `POST /call/codes.list HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n${length}\r\n\r\n`

  it('is refused by its announced length, before it is sent', async () => {
    const { host, cookie } = await openHost()
    const heard = await say(host.port, head(host.port, cookie, `Content-Length: ${2 * 1024 * 1024 + 1}`))
    expect(heard).toMatch(/^HTTP\/1\.1 413 .*"host-refused"/s)
  })

  it('is refused as soon as it is, where no length was announced; and the sender gets to read it', async () => {
    const { host, cookie } = await openHost()
    const megabyte = `100000\r\n${' '.repeat(1024 * 1024)}\r\n`
    const socket = connect(host.port, '127.0.0.1')
    socket.write(head(host.port, cookie, 'Transfer-Encoding: chunked') + megabyte.repeat(3))
    const [heard] = (await once(socket, 'data')) as [Buffer]
    expect(String(heard)).toMatch(/^HTTP\/1\.1 413 .*"host-refused"/s)
    // a sender that is still at it is not cut off: it would never see the answer
    const ended = once(socket, 'close')
    socket.end(`${megabyte}0\r\n\r\n`)
    expect(await ended).toEqual([false])
  })

  it('is not one of two megabytes', async () => {
    const { host, cookie } = await openHost()
    const body = `"${'x'.repeat(2 * 1024 * 1024 - 2)}"`
    const { status } = await ask(host.port, '/call/codes.list', {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      body,
    })
    expect(status).toBe(200)
  })
})

describe('what the window asks of the host', () => {
  it('opens, tells, keeps and closes projects', async () => {
    const { host, cookie } = await openHost()
    const verb = async (name: string, input: unknown = null) =>
      reply((await post(host.port, cookie, `/host/${name}`, input)).body)
    const path = join(host.folder, 'study.postil')
    expect(await verb('current')).toEqual({ ok: true, value: { path, name: 'study' } })
    const other = join(host.folder, 'other.postil')
    expect(await verb('create', { path: ` ${other} ` })).toEqual({
      ok: true,
      value: { path: other, name: 'other' },
    })
    expect(await verb('open', { path: '/nowhere/none.postil' })).toMatchObject({
      ok: false,
      error: { code: 'project-missing' },
    })
    // what could not be opened has not closed what was open
    expect(await verb('current')).toEqual({ ok: true, value: { path: other, name: 'other' } })
    expect(await verb('open', { path })).toEqual({ ok: true, value: { path, name: 'study' } })
    expect(await verb('recents')).toEqual({
      ok: true,
      value: [
        { path, name: 'study', missing: false },
        { path: other, name: 'other', missing: false },
      ],
    })
    expect(await verb('close')).toEqual({ ok: true, value: null })
    expect(await verb('current')).toEqual({ ok: true, value: null })
    const { body } = await post(host.port, cookie, '/call/project.info', null)
    expect(reply(body)).toMatchObject({ ok: false, error: { code: 'no-project' } })
  })

  it('needs a path where a path is needed', async () => {
    const { host, cookie } = await openHost()
    for (const input of [
      null,
      {},
      [],
      'study.postil',
      { path: '' },
      { path: '  ' },
      { path: 7 },
      { path: 'a\u0000b' },
    ])
      for (const verb of ['open', 'create']) {
        const { body } = await post(host.port, cookie, `/host/${verb}`, input)
        expect({ input, ...reply(body) }).toMatchObject({ input, ok: false, error: { code: 'bad-input' } })
      }
  })
})
