import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import { start } from './start.ts'

// The one module that has Electron itself; everything else is handed what it uses.
// From the sources and from the bundle alike, the root of the program is two folders up.
const root = fileURLToPath(new URL('../..', import.meta.url))

start(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell },
  {
    argv: process.argv,
    cwd: process.cwd(),
    platform: process.platform,
    env: process.env,
    root,
    resources: app.isPackaged ? process.resourcesPath : join(root, 'resources'),
  },
)
