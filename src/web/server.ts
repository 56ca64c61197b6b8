import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Session } from '../core/session/session.ts'
import { type Assets, serveAsset } from './assets.ts'
import { createCalls } from './calls.ts'
import { createChanges } from './changes.ts'
import { receiveFile, sendFile } from './files.ts'
import { createGate, type Gate } from './gate.ts'
import { LIMITS, type Limits } from './limits.ts'
import { listen, listenOnIpv6 } from './listen.ts'
import { Refused, refuseRaw, sendFailure, setHeaders } from './respond.ts'

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
 * A Reply comes with status 200; any other status is the door's own refusal, and its body says so as a Reply too.
 */
export interface WebHostOptions {
  readonly session: Session
  readonly assets: Assets
  /** 0: any free port */
  readonly port: number
  /** for tests */
  readonly limits?: Partial<Limits>
}

export interface WebHost {
  /** the address to open once, with its one-time token */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export async function startWebHost({ session, assets, port, ...options }: WebHostOptions): Promise<WebHost> {
  const limits: Limits = { ...LIMITS, ...options.limits }
  const token = randomBytes(32).toString('hex')
  const changes = createChanges(session)
  // who is allowed in depends on the port, which is only known once it is taken
  let gate: Gate | undefined
  const route = createRoutes({ session, assets, limits, changes }, () => gate)
  const servers = [0.75, 0.25].map(share => createDoor(route, limits, Math.floor(limits.sockets * share)))
  const [server, server6] = servers as [Server, Server]
  const taken = await listen(server, port)
  const both = await listenOnIpv6(server6, taken)
  gate = createGate(taken, token)
  return {
    url: `http://127.0.0.1:${taken}/?token=${token}`,
    port: taken,
    close: async () => {
      changes.end()
      await Promise.all([shut(server), ...(both ? [shut(server6)] : [])])
    },
  }
}

interface Surroundings {
  readonly session: Session
  readonly assets: Assets
  readonly limits: Limits
  readonly changes: ReturnType<typeof createChanges>
}

function createRoutes(
  { session, assets, limits, changes }: Surroundings,
  gate: () => Gate | undefined,
): Handle {
  const calls = createCalls(session, limits.call)
  return async (request, response) => {
    const guard = gate()
    if (!guard) throw new Refused(503)
    const url = guard.check(request)
    if (guard.letIn(request, response, url)) return
    const [, first = '', second = '', ...more] = url.pathname.split('/')
    const key = `${request.method} ${more.length === 0 ? first : ''}`
    if (key === 'POST call') return calls.procedure(request, response, second)
    if (key === 'POST host') return calls.host(request, response, second)
    if (key === 'PUT files' && second === '')
      return receiveFile(request, response, session.freight, url.searchParams.get('name'), limits.file)
    if (key === 'GET files') return sendFile(response, session.freight, second, url.searchParams.get('name'))
    if (key === 'GET changes' && second === '') return changes.open(response)
    if (request.method === 'GET' || request.method === 'HEAD')
      return serveAsset(response, assets, url.pathname)
    throw new Refused(405)
  }
}

function createDoor(handle: Handle, limits: Limits, sockets: number): Server {
  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.watch,
    // the gate says no to a missing Host itself, with its own headers
    requireHostHeader: false,
  })
  server.maxConnections = sockets
  const answer = (request: IncomingMessage, response: ServerResponse, work: Handle) => {
    setHeaders(response)
    work(request, response).catch((error: unknown) => sendFailure(request, response, error))
  }
  server.on('request', (request, response) => answer(request, response, handle))
  server.on('checkExpectation', (request, response) => {
    answer(request, response, async () => {
      throw new Refused(417)
    })
  })
  server.on('clientError', refuseRaw)
  return server
}

async function shut(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await closed
}
