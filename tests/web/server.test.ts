import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startWebHost } from '../../src/web/server.ts'
import { ask, enter, post, say, testHost } from './visitor.ts'

const hasIpv6 = Object.values(networkInterfaces()).some(list =>
  list?.some(({ address }) => address === '::1'),
)

/** A connection that stays open until the test is over, and tells when the other side ends it. */
async function openSocket(port: number, words = ''): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk.toString('latin1')
  })
  const ended = new Promise<string>((resolve, reject) => {
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? undefined : reject(error),
    )
    socket.on('close', () => resolve(heard))
  })
  await once(socket, 'connect')
  if (words !== '') socket.write(words)
  return { socket, ended }
}

describe('where the host is to be found', () => {
  it('is on this machine alone', async () => {
    const { port, url } = await testHost()
    expect(url.startsWith(`http://127.0.0.1:${port}/?token=`)).toBe(true)
    const others = Object.values(networkInterfaces())
      .flatMap(list => list ?? [])
      .filter(({ internal, scopeid }) => !internal && !scopeid)
    for (const { address } of others)
      await expect(ask(port, '/', { host: address }), address).rejects.toThrow('ECONNREFUSED')
  })

  it.skipIf(!hasIpv6)('is on ::1 too, since “localhost” may lead there', async () => {
    const host = await testHost()
    const headers = { Cookie: await enter(host), Host: `localhost:${host.port}` }
    expect((await ask(host.port, '/', { host: '::1', headers })).status).toBe(200)
  })

  it('is at the port that was asked for, and nowhere if that is taken', async () => {
    const { port, session } = await testHost()
    const second = startWebHost({ session, assets: new Map(), port })
    await expect(second).rejects.toMatchObject({ code: 'port-taken', details: { port } })
  })
})

describe('the host has patience, but not for ever', () => {
  const impatient = { headers: 300, request: 600, watch: 100 }

  it('with one that sends its headers drop by drop', async () => {
    const { port } = await testHost(impatient)
    const { socket, ended } = await openSocket(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)
    const drops = setInterval(() => socket.write('X: y\r\n'), 50)
    onTestFinished(() => clearInterval(drops))
    expect(await ended).toMatch(/^HTTP\/1\.1 408 .*Content-Security-Policy/s)
  })

  it('with one that sends its body drop by drop', async () => {
    const host = await testHost(impatient)
    const cookie = await enter(host)
    for (const first of ['POST /call/project.info', 'PUT /files?name=a.txt']) {
      const { socket, ended } = await openSocket(
        host.port,
        `${first} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`,
      )
      const drops = setInterval(() => socket.write(' '), 50)
      onTestFinished(() => clearInterval(drops))
      expect(await ended).not.toMatch(/ 200 /)
    }
  })

  it('with one that says nothing at all', async () => {
    const { port } = await testHost(impatient)
    const { ended } = await openSocket(port)
    expect(await ended).not.toMatch(/ 200 /)
  })

  it('and answers others meanwhile', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    for (let n = 0; n < 20; n++) await openSocket(host.port, 'GET / HTTP/1.1\r\nHost: 127')
    expect((await post(host.port, cookie, '/host/current', null)).status).toBe(200)
  })
})

describe('the host takes only so many connections', () => {
  it('ends those that are too many, and takes new ones when others have gone', async () => {
    const host = await testHost({ sockets: 4 })
    const cookie = await enter(host)
    const held = [await openSocket(host.port), await openSocket(host.port), await openSocket(host.port)]
    const tooMany = await openSocket(host.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`)
    expect(await tooMany.ended).toBe('')
    held[0]!.socket.destroy()
    await held[0]!.ended
    await expect
      .poll(
        async () => (await ask(host.port, '/', { headers: { Cookie: cookie } }).catch(() => null))?.status,
      )
      .toBe(200)
  })
})

describe('the end of the host', () => {
  it('comes at once, whoever is connected, and leaves the port', async () => {
    const { session } = await testHost()
    const host = await startWebHost({ session, assets: new Map(), port: 0 })
    const cookie = await enter(host)
    const idle = await openSocket(host.port)
    const listening = say(
      host.port,
      `GET /changes HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\n\r\n`,
    )
    const asking = await openSocket(host.port, 'GET / HTTP/1.1\r\nHost: 127')
    await expect.poll(() => ask(host.port, '/').then(({ status }) => status)).toBe(401)
    await host.close()
    expect(await idle.ended).toBe('')
    await asking.ended
    expect(await listening).toContain('text/event-stream')
    await expect(ask(host.port, '/')).rejects.toThrow('ECONNREFUSED')
  })
})
