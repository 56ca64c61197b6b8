import { join } from 'node:path'
import type { Session as BrowserSession, BrowserWindow } from 'electron'
import { createRecents } from '../core/session/recents.ts'
import { createSession, type Session } from '../core/session/session.ts'
import { NEWS } from '../shared/desktop.ts'
import { createActivity } from './activity.ts'
import { createAppHandler } from './app-protocol.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { createDialogs, type Dialogs } from './dialogs.ts'
import type { ElectronPort } from './electron.ts'
import { createFiles } from './files.ts'
import { createFrame, type Frame } from './frame.ts'
import { openDoors } from './host-verbs.ts'
import { createDoors } from './ipc.ts'
import { jsonFile } from './json-file.ts'
import { createMenuBar } from './menu-bar.ts'
import { createMenus } from './menus.ts'
import { guardNavigation, openOutside } from './navigation.ts'
import { SCHEME } from './own-page.ts'
import { denyPermissions, keepOffline } from './permissions.ts'
import { waitBeforeQuit } from './quit.ts'
import { watchOver } from './recovery.ts'
import { createTheme } from './theme.ts'
import { createTitle } from './title.ts'

/** Where and how this start happens. */
export interface Surroundings {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** the folder with out/ and resources/ in it */
  readonly root: string
  /** the folder with the sample project in it: inside an archive no database can be opened */
  readonly resources: string
}

export interface Shell {
  /** brings the window to the front, or makes it */
  show(): void
  /** opens a project from outside the page: an argument, a double click, a menu */
  open(path: string): Promise<void>
  closeProject(): Promise<void>
}

/** Everything that is there once Electron is ready, put together. */
export function createShell(electron: ElectronPort, surroundings: Surroundings): Shell {
  const { app, dialog, ipcMain, nativeTheme } = electron
  const { platform } = surroundings
  const file = (name: string) => jsonFile(join(app.getPath('userData'), name))
  const session = openSession(electron, surroundings)
  const activity = createActivity()
  const theme = createTheme(nativeTheme, file('theme.json'))
  const dialogs = createDialogs({
    dialog,
    window: () => frame.current(),
    documents: app.getPath('documents'),
  })
  const frame: Frame = createFrame(electron, {
    preload: join(surroundings.root, 'out', 'preload', 'preload.cjs'),
    icon: platform === 'linux' ? join(surroundings.root, 'resources', 'icon.png') : null,
    session: openBrowser(electron, surroundings.root),
    placeFile: file('window.json'),
    equip: window => {
      equip(electron, window, dialogs)
      title.refresh()
    },
  })
  const title = createTitle({ session, activity, platform, window: () => frame.current() })
  let opening: Promise<void> = Promise.resolve()

  /** What cannot be opened is told; the page then shows what is open still, or the start screen. */
  function open(path: string): Promise<void> {
    opening = session.open(path).then(reply => {
      if (!reply.ok) void dialogs.tell(reply.error.message)
    })
    frame.show()
    return opening
  }

  guardPages(electron, dialogs)
  const menus = connectMenus(electron, { session, frame, platform, theme: theme.theme, open })
  openDoors(
    createDoors(ipcMain, () => frame.current()?.webContents ?? null),
    {
      session,
      activity,
      dialogs,
      files: createFiles(session.freight, dialogs),
      kept: file('preferences.json'),
      opened: () => opening,
      show: state => {
        theme.set(state.theme)
        menus.tell(state)
      },
      progress: title.progress,
    },
  )
  session.onChange(change => frame.tell(NEWS.change, change))
  session.onProject(project => {
    frame.tell(NEWS.project, project)
    if (project !== null) app.addRecentDocument(project.path)
  })
  waitBeforeQuit({ app, idle: activity.idle, end: () => session.end() })
  return { show: () => void frame.show(), open, closeProject: () => session.close() }
}

function openSession({ app }: ElectronPort, { resources }: Surroundings): Session {
  return createSession({
    recents: createRecents(join(app.getPath('userData'), 'recent.json')),
    sampleFile: join(resources, 'sample.postil'),
    sampleFolder: join(app.getPath('home'), 'Postil'),
  })
}

/** The browser's side of things: in memory only, asking for nothing, reaching nothing but the window's own files. */
function openBrowser({ app, session }: ElectronPort, root: string): BrowserSession {
  const browser = session.fromPartition('postil', { cache: false })
  for (const each of [browser, session.defaultSession]) {
    denyPermissions(each)
    keepOffline(each, !app.isPackaged)
  }
  browser.protocol.handle(SCHEME, createAppHandler(join(root, 'out', 'renderer')))
  return browser
}

/** On every page there will ever be, the developer tools included. */
function guardPages({ app, shell }: ElectronPort, dialogs: Dialogs): void {
  const confirm = (address: string) =>
    dialogs.confirm(
      'Open this page in your browser?',
      `${address}\nPostil itself makes no connection.`,
      'Open',
    )
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, address => void openOutside(address, { shell, confirm }))
  })
}

function equip({ app, Menu }: ElectronPort, window: BrowserWindow, dialogs: Dialogs): void {
  watchOver(window, dialogs, () => app.quit())
  window.webContents.on('context-menu', (_event, about) => {
    const template = contextMenuTemplate(about)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}

interface MenuSurroundings {
  readonly session: Session
  readonly frame: Frame
  readonly platform: NodeJS.Platform
  readonly theme: 'system' | 'light' | 'dark'
  open(path: string): Promise<void>
}

function connectMenus({ app, Menu }: ElectronPort, surroundings: MenuSurroundings) {
  const { session, frame, platform, theme, open } = surroundings
  const show = createMenuBar(Menu, {
    run: id => {
      frame.show()
      frame.send(NEWS.command, id)
      // a toggle has switched itself; whether it really did is for the page to say
      menus.refresh()
    },
    open: path => void open(path),
  })
  const menus = createMenus({ session, platform, theme, devTools: !app.isPackaged, show })
  menus.refresh()
  return menus
}
