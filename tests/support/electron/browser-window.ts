import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Session } from 'electron'
import { createEvent, Events } from './events.ts'
import type { Ipc } from './ipc.ts'
import type { SessionModel } from './session.ts'
import { strict } from './strict.ts'
import { ContentsModel } from './web-contents.ts'

const EVENTS = ['ready-to-show', 'close', 'closed', 'page-title-updated', 'unresponsive']

export interface WindowWorld {
  readonly ipc: Ipc
  readonly runsPreload: boolean
  isReady(): boolean
  sessionOf(session: Session | undefined): SessionModel
  created(window: WindowModel): void
  closed(window: WindowModel): void
}

/** One window: what it was made with, and what is done with it. */
export class WindowModel {
  readonly options: BrowserWindowConstructorOptions
  readonly contents: ContentsModel
  readonly events = new Events('BrowserWindow', EVENTS)
  readonly api: BrowserWindow
  bounds: Rectangle
  title: string
  isMaximized = false
  isMinimized = false
  isShown = false
  isDestroyed = false
  focusCount = 0
  representedFilename = ''
  isEdited = false
  progress: { value: number; mode: string | undefined } = { value: -1, mode: undefined }
  readonly #world: WindowWorld

  constructor(options: BrowserWindowConstructorOptions, world: WindowWorld) {
    if (!world.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#world = world
    this.options = options
    this.title = options.title ?? 'Electron'
    const { x = 100, y = 100, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    const preferences = options.webPreferences ?? {}
    this.contents = new ContentsModel(world.sessionOf(preferences.session), world.ipc, {
      preload: preferences.preload ?? null,
      webviewTag: preferences.webviewTag ?? false,
      runsPreload: world.runsPreload,
    })
    this.isShown = options.show ?? true
    this.api = this.#createApi()
    world.created(this)
  }

  /** The page has come, as it does a while after loadURL. */
  finishLoading(): void {
    this.contents.finishLoading()
    this.events.emit('ready-to-show')
  }

  /** The user, or the program, closes the window: whether it really went. */
  close(): boolean {
    if (this.isDestroyed) return true
    const event = createEvent()
    this.contents.page?.fire('beforeunload')
    this.events.emit('close', event)
    if (event.defaultPrevented) return false
    this.destroy()
    return true
  }

  destroy(): void {
    if (this.isDestroyed) return
    this.isDestroyed = true
    this.contents.isGone = true
    this.events.emit('closed')
    this.#world.closed(this)
  }

  #createApi(): BrowserWindow {
    const model = {
      webContents: this.contents.api,
      on: (event: string, listener: (...args: never[]) => void) => {
        this.events.on(event, listener)
        return this.api
      },
      once: (event: string, listener: (...args: never[]) => void) => {
        this.events.once(event, listener)
        return this.api
      },
      loadURL: async (url: string) => this.contents.load(url),
      show: () => {
        this.isShown = true
      },
      focus: () => void this.focusCount++,
      restore: () => {
        this.isMinimized = false
      },
      maximize: () => {
        this.isMaximized = true
      },
      isMinimized: () => this.isMinimized,
      isMaximized: () => this.isMaximized,
      isDestroyed: () => this.isDestroyed,
      getNormalBounds: () => this.bounds,
      setTitle: (title: string) => {
        this.title = title
      },
      setRepresentedFilename: (path: string) => {
        this.representedFilename = path
      },
      setDocumentEdited: (edited: boolean) => {
        this.isEdited = edited
      },
      setProgressBar: (value: number, options?: { mode: string }) => {
        this.progress = { value, mode: options?.mode }
      },
    } satisfies Pick<
      BrowserWindow,
      | 'on'
      | 'once'
      | 'loadURL'
      | 'show'
      | 'focus'
      | 'restore'
      | 'maximize'
      | 'isMinimized'
      | 'isMaximized'
      | 'isDestroyed'
      | 'getNormalBounds'
      | 'setTitle'
      | 'setRepresentedFilename'
      | 'setDocumentEdited'
      | 'setProgressBar'
      | 'webContents'
    >
    return strict('BrowserWindow', model) as unknown as BrowserWindow
  }
}
