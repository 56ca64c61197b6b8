import { readFile, realpathSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import type { CustomScheme } from 'electron'
import { ASSET_TYPES } from '../shared/asset-types.ts'
import { CSP } from '../shared/csp.ts'
import { HOST, SCHEME } from './own-page.ts'

export const PRIVILEGED: CustomScheme = {
  scheme: SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    allowServiceWorkers: false,
    corsEnabled: false,
    stream: false,
  },
}

/** On every answer, whatever it is. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  'Cache-Control': 'no-store',
}

// names as the bundler gives them: no dot first, no escapes, no separators of any system
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The file an address stands for, or null. Addresses are read strictly (plain names, a
 * known ending), and the file found must really lie in the folder, links resolved.
 */
export function resolveAddress(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, username, password, pathname } = new URL(address)
  if (protocol !== `${SCHEME}:` || host !== HOST || username !== '' || password !== '') return null
  // the text itself must be free of what a parser would tidy away
  const written = address.slice(`${SCHEME}://${HOST}`.length).replace(/[?#].*$/s, '')
  if (written !== pathname && !(written === '' && pathname === '/')) return null
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/')
  if (!segments.every(segment => SEGMENT.test(segment) && !RESERVED.test(segment) && !segment.endsWith('.')))
    return null
  const path = join(folder, ...segments)
  if (!Object.hasOwn(ASSET_TYPES, extname(path))) return null
  return reallyInside(path, folder) ? path : null
}

function reallyInside(path: string, folder: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep)
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

// fs.readFile and not fs/promises' file handles: inside an archive Electron gives the former only
const read = promisify(readFile)

/** Answers the page's requests for its own files; everything else is 404. */
export function createAppHandler(
  folder: string,
): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return answer(null, 405)
    const path = resolveAddress(url, folder)
    if (path === null) return answer(null, 404)
    try {
      const bytes = await read(path)
      const type = ASSET_TYPES[extname(path)] ?? 'application/octet-stream'
      return answer(method === 'HEAD' ? null : new Uint8Array(bytes), 200, { 'Content-Type': type })
    } catch (error) {
      if (isMissing(error)) return answer(null, 404)
      throw error
    }
  }
}

function answer(
  body: Uint8Array<ArrayBuffer> | null,
  status: number,
  more: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { ...HEADERS, ...more } })
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG'
}
