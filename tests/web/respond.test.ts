import { describe, expect, it } from 'vitest'
import { CSP } from '../../src/shared/csp.ts'
import { type Answer, ask, enter, say, testHost } from './visitor.ts'

const WANTED = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': expect.stringContaining('camera=(), microphone=()'),
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

describe('the headers', () => {
  it('are on every answer, whatever it is', async () => {
    const host = await testHost()
    const { port, url } = host
    const first = await ask(port, new URL(url).pathname + new URL(url).search)
    const cookie = first.headers['set-cookie']![0]!.split(';')[0]!
    const headers = { Cookie: cookie }
    const json = { ...headers, 'Content-Type': 'application/json' }
    const { handle } = host.session.freight.fresh('a.txt')
    const kept = host.session.freight.keep('b.csv', 'text/csv', Buffer.from('a;b'))
    const answers: Record<string, [number, Answer]> = {
      token: [303, first],
      'token again': [401, await ask(port, new URL(url).search.replace('?', '/?'))],
      'no cookie': [401, await ask(port, '/')],
      page: [200, await ask(port, '/', { headers })],
      script: [200, await ask(port, '/assets/index-a1.js', { headers })],
      call: [200, await ask(port, '/call/project.info', { method: 'POST', headers: json, body: '{}' })],
      host: [200, await ask(port, '/host/current', { method: 'POST', headers: json, body: 'null' })],
      'host verb unknown': [
        404,
        await ask(port, '/host/quit', { method: 'POST', headers: json, body: 'null' }),
      ],
      upload: [200, await ask(port, '/files?name=a.txt', { method: 'PUT', headers, body: 'a' })],
      'upload without a name': [400, await ask(port, '/files', { method: 'PUT', headers, body: 'a' })],
      download: [200, await ask(port, `/files/${kept.file}`, { headers })],
      'download of what has not come': [404, await ask(port, `/files/${handle}`, { headers })],
      'not there': [404, await ask(port, '/nowhere', { headers })],
      'wrong method': [405, await ask(port, '/', { method: 'DELETE', headers })],
      'wrong type': [415, await ask(port, '/call/project.info', { method: 'POST', headers, body: '{}' })],
      'not JSON': [400, await ask(port, '/call/project.info', { method: 'POST', headers: json, body: '{' })],
      'wrong host': [421, await ask(port, '/', { headers: { ...headers, Host: 'evil.example' } })],
      'wrong origin': [403, await ask(port, '/', { headers: { ...headers, Origin: 'http://evil.example' } })],
      'wrong expectation': [417, await ask(port, '/', { headers: { ...headers, Expect: 'miracles' } })],
    }
    for (const [what, [status, answer]] of Object.entries(answers)) {
      expect({ what, status: answer.status }).toEqual({ what, status })
      expect({ what, ...answer.headers }).toMatchObject({ what, ...WANTED })
      expect({ what, powered: answer.headers['x-powered-by'] ?? answer.headers['server'] }).toEqual({ what })
    }
  })

  it('are on the answer to what is not even HTTP', async () => {
    const { port } = await testHost()
    const long = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`
    for (const [words, status] of [
      ['HELLO\r\n\r\n', 400],
      ['GET / HTTP/9.9\r\n\r\n', 400],
      [long, 431],
    ] as const) {
      const heard = await say(port, words)
      expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      expect(heard).toContain(`Content-Security-Policy: ${CSP}\r\n`)
      expect(heard).toContain('X-Frame-Options: DENY\r\n')
    }
  })

  it('come with a refusal that says in words what it means', async () => {
    const host = await testHost()
    const { body, headers } = await ask(host.port, '/nowhere', { headers: { Cookie: await enter(host) } })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({
      ok: false,
      error: { code: 'host-refused', details: { status: 404 } },
    })
  })
})
