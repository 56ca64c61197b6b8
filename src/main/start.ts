import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { configFolder } from '../core/session/session.ts'
import { PRIVILEGED } from './app-protocol.ts'
import { readArguments, receivedProject } from './arguments.ts'
import type { ElectronPort } from './electron.ts'
import { createShell, type Shell, type Surroundings } from './shell.ts'
import { removeSwitches } from './switches.ts'

/** As in electron-builder.js: Windows groups windows and recent files by it. */
const APP_ID = 'org.postil.desktop'

/**
 * The life of the program. There is one instance on a machine for one user: a second start
 * hands its file to the first and ends, so that no project ever has two writers.
 */
export function start(electron: ElectronPort, surroundings: Surroundings): void {
  const { app } = electron
  beforeReady(electron, surroundings)
  const given = readArguments(surroundings.argv, surroundings.cwd, app.isPackaged)
  if (!app.requestSingleInstanceLock({ ...given })) {
    app.quit()
    return
  }
  let shell: Shell | null = null
  let wanted = given.project
  const open = (path: string) => {
    if (shell) void shell.open(path)
    else wanted = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const project = receivedProject(data)
    if (project === null) shell?.show()
    else open(project)
  })
  app.on('activate', () => shell?.show())
  app.on('window-all-closed', () => {
    if (surroundings.platform === 'darwin') void shell?.closeProject()
    else app.quit()
  })
  void app.whenReady().then(() => {
    shell = createShell(electron, surroundings)
    if (wanted === null) shell.show()
    else void shell.open(wanted)
  })
}

/** What Electron takes only before it is ready. */
function beforeReady({ app, protocol }: ElectronPort, { platform, env }: Surroundings): void {
  app.enableSandbox()
  if (app.isPackaged) removeSwitches(app.commandLine)
  if (platform === 'win32') app.setAppUserModelId(APP_ID)
  protocol.registerSchemesAsPrivileged([PRIVILEGED])
  // one place for all doors, so that the web host knows the same recent projects
  const folder = configFolder(env, platform)
  const browser = join(folder, 'browser')
  mkdirSync(browser, { recursive: true })
  app.setPath('userData', folder)
  app.setPath('sessionData', browser)
}
