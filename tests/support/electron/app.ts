import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { createEvent, Events } from './events.ts'
import { strict } from './strict.ts'
import { overTheWire } from './wire.ts'

const EVENTS = [
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'activate',
  'open-file',
  'second-instance',
  'web-contents-created',
]

export interface AppWorld {
  /** the user's folders lie below this one */
  readonly home: string
  readonly isPackaged: boolean
  /** false: another instance has the lock */
  readonly hasLock: boolean
  windows(): readonly { close(): boolean; destroy(): void }[]
}

/** The life of the program: ready, its windows, its end. */
export class AppModel {
  readonly events = new Events('app', EVENTS)
  readonly api: App
  readonly recent: string[] = []
  readonly removedSwitches: string[] = []
  readonly paths = new Map<string, string>()
  lockData: unknown
  isSandboxed = false
  appUserModelId = ''
  isReady = false
  /** null while the program runs */
  exitCode: number | null = null
  readonly #world: AppWorld
  readonly #ready = Promise.withResolvers<void>()
  #isQuitting = false

  constructor(world: AppWorld) {
    this.#world = world
    for (const name of ['home', 'appData', 'userData', 'sessionData', 'documents'])
      this.paths.set(name, name === 'home' ? world.home : join(world.home, name))
    this.api = this.#createApi()
  }

  async becomeReady(): Promise<void> {
    this.isReady = true
    this.#ready.resolve()
    await this.#ready.promise
    // those who waited for it go first
    await new Promise(resolve => setImmediate(resolve))
  }

  quit(): void {
    if (this.exitCode !== null) return
    const event = createEvent()
    this.events.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    const haveClosed = [...this.#world.windows()].every(window => window.close())
    this.#isQuitting = false
    if (haveClosed) this.#end()
  }

  /** Called when the last window has gone. */
  allClosed(): void {
    if (this.#isQuitting || this.exitCode !== null) return
    if (this.events.count('window-all-closed') === 0) this.quit()
    else this.events.emit('window-all-closed')
  }

  #end(): void {
    const event = createEvent()
    this.events.emit('will-quit', event)
    if (event.defaultPrevented) return
    this.exitCode = 0
    this.events.emit('quit', createEvent(), 0)
  }

  #beforeReady(name: string): void {
    if (this.isReady) throw new Error(`${name} can only be called before app is ready`)
  }

  #createApi(): App {
    const model = {
      isPackaged: this.#world.isPackaged,
      commandLine: strict('app.commandLine', {
        removeSwitch: (name: string) => {
          this.#beforeReady('app.commandLine.removeSwitch()')
          this.removedSwitches.push(name)
        },
      }) as unknown as App['commandLine'],
      on: (event: string, listener: (...args: never[]) => void) => {
        this.events.on(event, listener)
        return this.api
      },
      whenReady: () => this.#ready.promise,
      enableSandbox: () => {
        this.#beforeReady('app.enableSandbox()')
        this.isSandboxed = true
      },
      requestSingleInstanceLock: (data?: Record<string, unknown>) => {
        this.lockData = overTheWire(data)
        return this.#world.hasLock
      },
      quit: () => this.quit(),
      exit: (code = 0) => {
        for (const window of [...this.#world.windows()]) window.destroy()
        this.exitCode = code
      },
      getPath: (name: string) => {
        const path = this.paths.get(name)
        if (path === undefined) throw new Error(`Failed to get '${name}' path`)
        return path
      },
      setPath: (name: string, path: string) => {
        if (!this.paths.has(name) || !existsSync(path)) throw new Error(`Failed to set path '${name}'`)
        if (name === 'sessionData') this.#beforeReady('app.setPath() of sessionData')
        this.paths.set(name, path)
      },
      addRecentDocument: (path: string) => void this.recent.push(path),
      setAppUserModelId: (id: string) => {
        this.appUserModelId = id
      },
    } satisfies Pick<
      App,
      | 'isPackaged'
      | 'commandLine'
      | 'on'
      | 'whenReady'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'quit'
      | 'exit'
      | 'getPath'
      | 'setPath'
      | 'addRecentDocument'
      | 'setAppUserModelId'
    >
    return strict('app', model) as unknown as App
  }
}
