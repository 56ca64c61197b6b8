import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Session } from '../core/session/session.ts'
import { fail, toFailureData } from '../shared/errors.ts'
import { type Assets, serveAsset } from './assets.ts'
import { createCalls } from './calls.ts'
import { createChanges } from './changes.ts'
import { receiveFile, sendFile } from './files.ts'
import { createGate } from './gate.ts'
import { Refused, sendJson, setHeaders } from './respond.ts'

/*
 * The wire, as the window speaks it (src/renderer/host/web.ts):
 *   GET  /?token=T               the one-time token becomes a cookie, then /
 *   GET  /, /assets/...          the window itself
 *   POST /call/<noun.verb>       JSON in, Reply out: {ok: true, value} | {ok: false, error}
 *   GET  /changes                server-sent events "change" (Change) and "project" (OpenProject | null)
 *   PUT  /files?name=N           bytes in, Reply with a file handle out
 *   GET  /files/<handle>?name=N  bytes out, as a download
 *   POST /host/<verb>            current, recents, open {path}, create {path, coder?}, openSample, close: Reply out
 * Everything but the first needs the cookie. Nothing is addressed by path: routes are a table, files are handles.
 */
export interface WebHostOptions {
  readonly session: Session
  readonly assets: Assets
  /** 0: any free port */
  readonly port: number
}

export interface WebHost {
  /** the address to open once, with its one-time token */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const MOST_SOCKETS = 64
const HEADERS_TIMEOUT = 10_000
const REQUEST_TIMEOUT = 300_000

export async function startWebHost({ session, assets, port: wanted }: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('hex')
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT })
  server.maxConnections = MOST_SOCKETS
  const port = await listen(server, wanted)
  const gate = createGate(port, token)
  const changes = createChanges(session)
  const calls = createCalls(session)

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = gate.check(request)
    if (gate.letIn(request, response, url)) return
    const [, first = '', second = '', ...more] = url.pathname.split('/')
    const key = `${request.method} ${more.length === 0 ? first : ''}`
    if (key === 'POST call') return calls.procedure(request, response, second)
    if (key === 'POST host') return calls.host(request, response, second)
    if (key === 'PUT files' && second === '')
      return receiveFile(request, response, session.freight, url.searchParams.get('name'))
    if (key === 'GET files') return sendFile(response, session.freight, second, url.searchParams.get('name'))
    if (key === 'GET changes' && second === '') return changes.open(response)
    if (request.method === 'GET' || request.method === 'HEAD')
      return serveAsset(response, assets, url.pathname)
    throw new Refused(405)
  }

  server.on('request', (request, response) => {
    setHeaders(response)
    route(request, response).catch((error: unknown) => answerFailure(response, error))
  })
  return { url: `http://127.0.0.1:${port}/?token=${token}`, port, close: () => closeAll(server, changes) }
}

function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const status = error instanceof Refused ? error.status : 500
  const data = toFailureData(error instanceof Refused ? fail('host-refused', { status }) : error)
  sendJson(response, { ok: false, error: data }, status)
  // a refused upload is not read to its end
  if (status !== 200) response.once('finish', () => response.socket?.destroySoon())
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function closeAll(server: Server, changes: { end(): void }): Promise<void> {
  changes.end()
  const closed = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await closed
}
