import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refused } from './respond.ts'

/**
 * Who may speak to the host: only pages that this host served, in the browser that was
 * given the one-time token. Host is checked against DNS rebinding, Origin and
 * Sec-Fetch-Site against other sites' requests, the cookie against everyone else.
 */
export interface Gate {
  /** Refuses what does not come from this host's own page; gives the parsed address. */
  check(request: IncomingMessage): URL
  /** Deals with the token; true if the answer has been given. Throws 401 for whoever has neither token nor cookie. */
  letIn(request: IncomingMessage, response: ServerResponse, url: URL): boolean
}

export function createGate(port: number, token: string): Gate {
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map(name => `${name}:${port}`))
  const origins = new Set([...hosts].map(host => `http://${host}`))
  // cookies do not know ports: the name keeps two hosts on one machine apart
  const cookieName = `postil-${randomBytes(8).toString('hex')}`
  const secret = randomBytes(32).toString('hex')
  let tokenLeft: string | null = token

  function check(request: IncomingMessage): URL {
    const { host, origin } = request.headers
    if (host === undefined || !hosts.has(host.toLowerCase())) throw new Refused(421)
    if (origin !== undefined && !origins.has(origin.toLowerCase())) throw new Refused(403)
    const site = request.headers['sec-fetch-site']
    // the first visit comes from outside every page ("none"); all else from this one
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused(403)
    if (!URL.canParse(request.url ?? '', `http://${host}`)) throw new Refused(400)
    return new URL(request.url ?? '', `http://${host}`)
  }

  function letIn(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    const given = url.searchParams.get('token')
    if (request.method === 'GET' && url.pathname === '/' && given !== null) {
      // the same address once more in the same browser: it is in already
      if (hasCookie(request)) return redirect(response)
      if (tokenLeft === null || !same(given, tokenLeft)) throw new Refused(401)
      tokenLeft = null
      response.setHeader('Set-Cookie', `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`)
      return redirect(response)
    }
    if (!hasCookie(request)) throw new Refused(401)
    return false
  }

  function hasCookie(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/)
    return cookies.some(
      cookie => cookie.startsWith(`${cookieName}=`) && same(cookie.slice(cookieName.length + 1), secret),
    )
  }

  return { check, letIn }
}

/** The token leaves the address bar and the history at once. */
function redirect(response: ServerResponse): true {
  response.writeHead(303, { Location: '/' }).end()
  return true
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
