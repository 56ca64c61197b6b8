import type { ServerResponse } from 'node:http'
import { CSP } from '../shared/csp.ts'
import type { Reply } from '../shared/errors.ts'

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

/** On every answer, whatever it is. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
}

export function sendJson(response: ServerResponse, reply: Reply, status = 200): void {
  const body = Buffer.from(JSON.stringify(reply))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  })
  response.end(body)
}
