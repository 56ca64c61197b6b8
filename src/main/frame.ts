import type { BrowserWindow, Session } from 'electron'
import type { ElectronPort } from './electron.ts'
import type { JsonFile } from './json-file.ts'
import { PAGE } from './own-page.ts'
import { openWindow } from './window.ts'
import { placeWindow, readPlace, type WindowPlace } from './window-place.ts'

export interface FrameSettings {
  readonly preload: string
  readonly icon: string | null
  readonly session: Session
  /** where the window's place is kept between two starts */
  readonly placeFile: JsonFile
  /** what else there is to do on a window just made */
  equip(window: BrowserWindow): void
}

/** The one window. There may be none for a while on a Mac, where the program outlives its window. */
export interface Frame {
  current(): BrowserWindow | null
  /** brings the window to the front, and makes it if there is none */
  show(): BrowserWindow
  /** what the page asks about when it begins, so that it may miss it while it is being loaded */
  tell(channel: string, news: unknown): void
  /** what the page must not miss: it waits for a page that is being loaded */
  send(channel: string, news: unknown): void
}

type Ports = Pick<ElectronPort, 'app' | 'BrowserWindow' | 'screen' | 'nativeTheme'>

export function createFrame(electron: Ports, settings: FrameSettings): Frame {
  let window: BrowserWindow | null = null

  function make(): BrowserWindow {
    const { app, screen, nativeTheme } = electron
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
    const stored = readPlace(settings.placeFile.read())
    const made = openWindow(electron.BrowserWindow, {
      preload: settings.preload,
      session: settings.session,
      icon: settings.icon,
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
      geometry: placeWindow(stored, areas, screen.getPrimaryDisplay().workArea),
    })
    made.on('close', () => settings.placeFile.write(placeOf(made)))
    made.on('closed', () => {
      window = null
    })
    settings.equip(made)
    return made
  }

  function show(): BrowserWindow {
    if (window === null) {
      window = make()
      // the page asks as soon as it runs, and only the page of the current window is answered
      window
        .loadURL(PAGE)
        .catch((error: unknown) => console.error(`The page could not be loaded: ${String(error)}`))
      return window
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  function send(channel: string, news: unknown): void {
    const contents = window?.webContents
    if (!contents) return
    if (contents.isLoadingMainFrame()) contents.once('did-finish-load', () => contents.send(channel, news))
    else contents.send(channel, news)
  }

  return {
    current: () => window,
    show,
    tell: (channel, news) => window?.webContents.send(channel, news),
    send,
  }
}

const placeOf = (window: BrowserWindow): WindowPlace => ({
  bounds: window.getNormalBounds(),
  isMaximized: window.isMaximized(),
})
