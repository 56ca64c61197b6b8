import type { WebContents, WebFrameMain } from 'electron'
import { createEvent, Events } from './events.ts'
import type { Ipc } from './ipc.ts'
import { type Page, runPreload } from './preload.ts'
import type { SessionModel } from './session.ts'
import { strict } from './strict.ts'
import { overTheWire } from './wire.ts'

const EVENTS = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'did-finish-load',
  'context-menu',
  'render-process-gone',
]

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

export interface PageSettings {
  readonly preload: string | null
  readonly webviewTag: boolean
  /** preloads are run only where a test wants a page */
  readonly runsPreload: boolean
}

/** One page with its frames, and everything a hostile page could try. */
export class ContentsModel {
  readonly events = new Events('webContents', EVENTS)
  readonly session: SessionModel
  readonly sent: { channel: string; news: unknown }[] = []
  readonly mainFrame: WebFrameMain
  readonly api: WebContents
  url = ''
  page: Page | null = null
  isLoading = false
  isGone = false
  isCrashed = false
  reloads = 0
  readonly #settings: PageSettings
  readonly #ipc: Ipc
  #open: OpenHandler = () => ({ action: 'allow' })

  constructor(session: SessionModel, ipc: Ipc, settings: PageSettings) {
    this.session = session
    this.#ipc = ipc
    this.#settings = settings
    this.mainFrame = this.frame(() => this.url, null)
    this.api = this.#createApi()
  }

  /** A frame of this page; one that has gone throws when it is looked at. */
  frame(url: () => string, parent: WebFrameMain | null, isGone = () => false): WebFrameMain {
    const alive = <T>(value: T): T => {
      if (isGone()) throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      return value
    }
    return strict('webFrameMain', {
      get url() {
        return alive(url())
      },
      get parent() {
        return alive(parent)
      },
      isDestroyed: isGone,
    } satisfies Pick<WebFrameMain, 'url' | 'parent' | 'isDestroyed'>) as unknown as WebFrameMain
  }

  load(url: string): void {
    this.url = url
    this.isLoading = true
    const { preload, runsPreload } = this.#settings
    if (preload !== null && runsPreload) {
      const sender = () => ({ contents: this.api, frame: this.mainFrame })
      this.page = runPreload(preload, this.#ipc, sender, this.session.storage)
    }
  }

  finishLoading(): void {
    this.isLoading = false
    this.events.emit('did-finish-load')
  }

  /** The page tries to go elsewhere; whether it got there. */
  navigate(url: string, how: 'navigate' | 'redirect' | 'frame' = 'navigate'): boolean {
    const isMainFrame = how !== 'frame'
    const details = createEvent({ url, isMainFrame, isSameDocument: false })
    if (how === 'redirect') this.events.emit('will-redirect', details)
    else {
      this.events.emit('will-frame-navigate', details)
      if (isMainFrame && !details.defaultPrevented) this.events.emit('will-navigate', details)
    }
    if (details.defaultPrevented) return false
    if (isMainFrame) this.url = url
    return true
  }

  /** window.open, target=_blank, middle click: whether a window came of it. */
  openWindow(url: string): boolean {
    return this.#open({ url }).action === 'allow'
  }

  /** Whether a webview could be put into the page, were the tag switched on. */
  attachWebview(): boolean {
    const event = createEvent()
    this.events.emit('will-attach-webview', event, {}, { src: 'https://hostile.example' })
    return !event.defaultPrevented
  }

  /** The page's process ends. */
  crash(reason: string): void {
    if (this.isCrashed) return
    this.isCrashed = true
    this.events.emit('render-process-gone', createEvent(), { reason })
  }

  #createApi(): WebContents {
    const model = {
      on: (event: string, listener: (...args: never[]) => void) => {
        this.events.on(event, listener)
        return this.api
      },
      once: (event: string, listener: (...args: never[]) => void) => {
        this.events.once(event, listener)
        return this.api
      },
      send: (channel: string, ...args: unknown[]) => {
        if (this.isGone) throw new TypeError('Object has been destroyed')
        const news = overTheWire(args)
        this.sent.push({ channel, news: news[0] })
        this.page?.deliver(channel, news)
      },
      setWindowOpenHandler: (handler: unknown) => {
        this.#open = handler as OpenHandler
      },
      isLoadingMainFrame: () => this.isLoading,
      reload: () => {
        this.isCrashed = false
        this.reloads++
      },
      isCrashed: () => this.isCrashed,
      forcefullyCrashRenderer: () => this.crash('killed'),
    } satisfies Pick<
      WebContents,
      | 'on'
      | 'once'
      | 'send'
      | 'setWindowOpenHandler'
      | 'isLoadingMainFrame'
      | 'reload'
      | 'isCrashed'
      | 'forcefullyCrashRenderer'
    >
    return strict('webContents', model) as unknown as WebContents
  }
}
