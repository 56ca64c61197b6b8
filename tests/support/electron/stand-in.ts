import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindowConstructorOptions, CustomScheme, Protocol, Rectangle, Session } from 'electron'
import type { ElectronPort } from '../../../src/main/electron.ts'
import { AppModel } from './app.ts'
import { WindowModel, type WindowWorld } from './browser-window.ts'
import { createEvent } from './events.ts'
import { createIpc } from './ipc.ts'
import { createMenus } from './menu.ts'
import { SessionModel } from './session.ts'
import { createDialog, createNativeTheme, createScreen, createShellModel } from './small.ts'
import { strict } from './strict.ts'

export interface StandInSettings {
  /** a folder of the test's own; the user's folders lie in it */
  readonly home: string
  readonly isPackaged?: boolean
  readonly hasLock?: boolean
  readonly workAreas?: readonly Rectangle[]
  /** whether windows run the built preload */
  readonly runsPreload?: boolean
}

const SCREEN: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }

/**
 * A model of Electron, strict where Electron is lenient: what is not modelled throws. Each
 * behaviour and the document it copies stand in docs/electron-stand-in.md.
 */
export function createStandIn(settings: StandInSettings) {
  const { home, isPackaged = false, hasLock = true, workAreas = [SCREEN], runsPreload = false } = settings
  mkdirSync(join(home, 'documents'), { recursive: true })
  const windows: WindowModel[] = []
  const app = new AppModel({ home, isPackaged, hasLock, windows: () => windows })
  const isReady = () => app.isReady
  const ipc = createIpc()
  const sessions = createSessions(isReady)
  const schemes = createProtocol(isReady)
  const menu = createMenus()
  const dialog = createDialog()
  const shell = createShellModel()
  const theme = createNativeTheme()
  const world: WindowWorld = {
    ipc,
    runsPreload,
    isReady,
    sessionOf: session => sessions.modelOf(session),
    created: window => {
      windows.push(window)
      app.events.emit('web-contents-created', createEvent(), window.contents.api)
    },
    closed: window => {
      windows.splice(windows.indexOf(window), 1)
      if (windows.length === 0) app.allClosed()
    },
  }
  const electron = strict('electron', {
    app: app.api,
    BrowserWindow: windowClass(world),
    dialog: dialog.dialog,
    ipcMain: ipc.ipcMain as unknown as ElectronPort['ipcMain'],
    Menu: menu.menus,
    nativeTheme: theme.nativeTheme,
    protocol: schemes.protocol,
    screen: createScreen(workAreas, isReady),
    session: sessions.session,
    shell: shell.shell,
  } satisfies ElectronPort)
  return {
    electron,
    app,
    windows,
    ipc,
    menu: menu.state,
    dialog,
    opened: shell.opened,
    theme: theme.state,
    sessions: sessions.all,
    schemes: schemes.schemes,
  }
}
export type StandIn = ReturnType<typeof createStandIn>

function windowClass(world: WindowWorld): ElectronPort['BrowserWindow'] {
  // called with new, but what comes back is the strict face of the model
  return function make(options: BrowserWindowConstructorOptions) {
    return new WindowModel(options, world).api
  } as unknown as ElectronPort['BrowserWindow']
}

function createSessions(isReady: () => boolean) {
  const all = new Map<string, SessionModel>()
  function model(partition: string, cache = true): SessionModel {
    if (!isReady()) throw new Error('Session can only be received when app is ready')
    // options count only for the first who asks
    const known = all.get(partition) ?? new SessionModel(partition, cache)
    all.set(partition, known)
    return known
  }
  const session = strict('session', {
    fromPartition: (partition: string, options?: { cache: boolean }) => model(partition, options?.cache).api,
    get defaultSession() {
      return model('').api
    },
  } satisfies Pick<ElectronPort['session'], 'fromPartition' | 'defaultSession'>)
  return {
    all,
    session: session as unknown as ElectronPort['session'],
    modelOf: (api: Session | undefined) => [...all.values()].find(known => known.api === api) ?? model(''),
  }
}

function createProtocol(isReady: () => boolean) {
  const schemes: CustomScheme[] = []
  const protocol = strict('protocol', {
    registerSchemesAsPrivileged: (given: CustomScheme[]) => {
      if (isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      if (schemes.length > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once')
      schemes.push(...given)
    },
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>)
  return { schemes, protocol: protocol as unknown as Protocol }
}
