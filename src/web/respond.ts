import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { CSP } from '../shared/csp.ts'
import { fail, type Reply, toFailureData } from '../shared/errors.ts'

/** Not an answer of the core but of the door: a status, and as little as possible besides. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
}

/** How long a refused sender may go on sending to nobody, so that it gets to read the refusal. */
const LINGER = 2000

/** On every answer, whatever it is. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
}

export function sendJson(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(JSON.stringify(reply))
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  })
  response.end(body)
}

/** The end of a request that went wrong. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const status = error instanceof Refused ? error.status : 500
  const data = toFailureData(error instanceof Refused ? fail('host-refused', { status }) : error)
  const body = Buffer.from(JSON.stringify({ ok: false, error: data }))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    Connection: 'close',
  })
  response.write(body)
  endAfter(request, response)
}

/** Ending cuts the connection, and with it an answer not yet read; so what is still being sent is read, to no use. */
function endAfter(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) {
    response.end()
    return
  }
  const timer = setTimeout(() => response.end(), LINGER)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  request.once('end', end).once('close', end)
  request.resume()
}

/** What is not even HTTP, or too slow: the same headers, written by hand. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const headers = Object.entries({ ...HEADERS, 'Content-Length': '0', Connection: 'close' })
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map(([k, v]) => `${k}: ${v}`)]
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy())
}
