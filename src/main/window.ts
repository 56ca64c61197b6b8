import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { SMALLEST, type WindowGeometry } from './window-place.ts'

export interface WindowSettings {
  readonly preload: string
  readonly session: Session
  readonly isPackaged: boolean
  readonly isDark: boolean
  readonly geometry: WindowGeometry
  /** the picture in the taskbar, on Linux; elsewhere the program itself carries it */
  readonly icon: string | null
}

/** --desk of tokens.css: no flash of another colour before the page is there. */
export const BACKGROUND = { light: '#efece4', dark: '#131418' }

/** Every option that bears on safety is written out, also where it is Electron's default: a default can change. */
export function windowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { preload, session, isPackaged, isDark, geometry, icon } = settings
  return {
    ...geometry.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Postil',
    backgroundColor: isDark ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: false,
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
      spellcheck: false,
      devTools: !isPackaged,
      defaultEncoding: 'utf-8',
    },
  }
}

/** Makes the window, still without its page, and shows it once there is something to see. */
export function openWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  settings: WindowSettings,
): BrowserWindow {
  const window = new Window(windowOptions(settings))
  if (settings.geometry.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // the title says which project is open (title.ts), not what the page is called
  window.on('page-title-updated', event => event.preventDefault())
  return window
}
