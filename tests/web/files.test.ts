import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Answer, ask, enter, say, type TestHost, testHost } from './visitor.ts'

async function put(host: TestHost, cookie: string, name: string, body: string | Uint8Array): Promise<Answer> {
  return ask(host.port, `/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { Cookie: cookie },
    body,
  })
}

const handleOf = ({ body }: Answer) => (JSON.parse(body) as { value: string }).value
const waiting = ({ session }: TestHost) =>
  existsSync(session.freight.folder) ? readdirSync(session.freight.folder) : []

describe('a file that is put in', () => {
  it('comes out as it went in, byte for byte', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const bytes = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 31) % 256)
    const handle = handleOf(await put(host, cookie, 'Interview 1.docx', bytes))
    expect(handle).toMatch(/^[0-9a-f]{32}$/)
    const response = await fetch(`http://127.0.0.1:${host.port}/files/${handle}`, {
      headers: { Cookie: cookie },
    })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('keeps the last part of its name, and nothing that no name holds', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const names = {
      'gespräch 1.txt': 'gespräch 1.txt',
      '../../etc/passwd': 'passwd',
      'C:\\Users\\ada\\a.txt': 'a.txt',
      'a\u0000b\r\nc.txt': 'abc.txt',
      '/': 'file',
      '..': '..',
    }
    for (const [given, kept] of Object.entries(names)) {
      const handle = handleOf(await put(host, cookie, given, 'x'))
      expect({ given, name: host.session.freight.resolve(handle).name }).toEqual({ given, name: kept })
    }
  })

  it('needs a name, and a reasonable one', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host) }
    for (const query of ['', '?', '?name=', '?name=%20', `?name=${'x'.repeat(1001)}`, '?nom=a'])
      expect((await ask(host.port, `/files${query}`, { method: 'PUT', headers, body: 'x' })).status).toBe(400)
    expect(waiting(host)).toEqual([])
  })

  it('of more bytes than any document may have is refused, and none of it is kept', async () => {
    const host = await testHost({ file: 1000 })
    const cookie = await enter(host)
    expect((await put(host, cookie, 'fits.txt', 'x'.repeat(1000))).status).toBe(200)
    const before = waiting(host)
    expect((await put(host, cookie, 'large.txt', 'x'.repeat(1001))).status).toBe(413)
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`
    const unannounced = await say(
      host.port,
      `PUT /files?name=large.txt HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
    )
    expect(unannounced).toMatch(/^HTTP\/1\.1 413 .*"host-refused"/s)
    expect(waiting(host)).toEqual(before)
  })

  it('and breaks off on the way is forgotten', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const socket = connect(host.port, '127.0.0.1')
    socket.write(
      `PUT /files?name=half.txt HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(5000)}`,
    )
    await expect.poll(() => waiting(host).length).toBe(2)
    socket.destroy()
    await expect.poll(() => waiting(host)).toEqual([])
  })
})

describe('a file that is taken out', () => {
  it('comes under the name asked for, in every browser', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host) }
    const { file } = host.session.freight.keep('table.csv', 'text/csv', Buffer.from('a,b'))
    const shown = async (name: string | null) => {
      const query = name === null ? '' : `?name=${encodeURIComponent(name)}`
      return (await ask(host.port, `/files/${file}${query}`, { headers })).headers['content-disposition']
    }
    expect(await shown(null)).toBe(`attachment; filename="table.csv"; filename*=UTF-8''table.csv`)
    expect(await shown('Häufigkeit (1).csv')).toBe(
      `attachment; filename="H_ufigkeit (1).csv"; filename*=UTF-8''H%C3%A4ufigkeit%20%281%29.csv`,
    )
    expect(await shown('"; filename="evil.exe')).toBe(
      `attachment; filename="__ filename=_evil.exe"; filename*=UTF-8''%22%3B%20filename%3D%22evil.exe`.replace(
        '__ ',
        '_; ',
      ),
    )
    expect(await shown('a\r\nSet-Cookie: x=y')).toBe(
      `attachment; filename="aSet-Cookie: x=y"; filename*=UTF-8''aSet-Cookie%3A%20x%3Dy`,
    )
    expect(await shown('../../x.csv')).toBe(`attachment; filename="x.csv"; filename*=UTF-8''x.csv`)
  })

  it('is one that is here', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host) }
    for (const handle of [
      '0'.repeat(32),
      '0'.repeat(31),
      'A'.repeat(32),
      '..%2f..',
      `${'0'.repeat(32)}.json`,
      'a%00b',
    ])
      expect({ handle, status: (await ask(host.port, `/files/${handle}`, { headers })).status }).toEqual({
        handle,
        status: 404,
      })
  })
})
