import type { Session } from 'electron'
import { createEvent, Events } from './events.ts'
import { createStorage } from './preload.ts'
import { strict } from './strict.ts'

type Answer = (granted: boolean) => void
type RequestHandler = (contents: unknown, permission: string, callback: Answer, details: object) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean
type Before = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void

/** One browser session: its permissions, its protocols, its requests, its storage. */
export class SessionModel {
  readonly partition: string
  readonly cache: boolean
  readonly storage = createStorage()
  readonly events = new Events('session', ['will-download'])
  spellChecker = true
  #request: RequestHandler | null = null
  #check: CheckHandler | null = null
  #device: ((details: object) => boolean) | null = null
  #before: Before | null = null
  readonly #protocols = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly api: Session

  constructor(partition: string, cache: boolean) {
    this.partition = partition
    this.cache = cache
    this.api = this.#createApi()
  }

  /** What a page gets that asks for a permission. Without a handler Electron grants everything. */
  request(permission: string): boolean {
    let granted = true
    this.#request?.(
      null,
      permission,
      answer => {
        granted = answer
      },
      {},
    )
    return granted
  }

  check(permission: string): boolean {
    return this.#check?.(null, permission, 'app://postil', {}) ?? true
  }

  /** Whether a device counts as permitted; without a handler those chosen before do. */
  device(deviceType: string): boolean {
    return this.#device?.({ deviceType, origin: 'app://postil', device: {} }) ?? true
  }

  /** A request of a page: cancelled (null), or answered by the handler of its scheme. */
  async fetch(url: string, method = 'GET'): Promise<Response | null> {
    if (this.isCancelled(url)) return null
    const handler = this.#protocols.get(new URL(url).protocol.slice(0, -1))
    if (!handler) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME ${url}`)
    return handler(new Request(url, { method }))
  }

  isCancelled(url: string): boolean {
    let isCancelled = false
    this.#before?.({ url }, ({ cancel = false }) => {
      isCancelled = cancel
    })
    return isCancelled
  }

  /** Whether a download goes ahead. */
  download(): boolean {
    const event = createEvent()
    this.events.emit('will-download', event, {}, {})
    return !event.defaultPrevented
  }

  #createApi(): Session {
    const model = {
      on: (event: string, listener: (...args: never[]) => void) => {
        this.events.on(event, listener)
        return this.api
      },
      setPermissionRequestHandler: (handler: unknown) => {
        this.#request = handler as RequestHandler
      },
      setPermissionCheckHandler: (handler: unknown) => {
        this.#check = handler as CheckHandler
      },
      setDevicePermissionHandler: (handler: unknown) => {
        this.#device = handler as (details: object) => boolean
      },
      setSpellCheckerEnabled: (enable: boolean) => {
        this.spellChecker = enable
      },
      isPersistent: () => this.partition === '' || this.partition.startsWith('persist:'),
      webRequest: strict('session.webRequest', {
        onBeforeRequest: (listener: unknown) => {
          this.#before = listener as Before
        },
      }) as unknown as Session['webRequest'],
      protocol: strict('session.protocol', {
        handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
          if (this.#protocols.has(scheme)) throw new Error('Failed to register protocol: already handled')
          this.#protocols.set(scheme, handler)
        },
      }) as unknown as Session['protocol'],
    } satisfies Pick<
      Session,
      | 'on'
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
      | 'isPersistent'
      | 'webRequest'
      | 'protocol'
    >
    return strict('session', model) as unknown as Session
  }
}
