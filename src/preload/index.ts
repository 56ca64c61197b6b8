import { contextBridge, ipcRenderer } from 'electron'
import { createDesktopHost } from './desktop-host.ts'
import { keepPreferences, type Page } from './preferences.ts'

declare const window: Page

// Runs in the sandbox before the page: gives it `window.host`, and nothing else.
keepPreferences(ipcRenderer, window)
contextBridge.exposeInMainWorld('host', createDesktopHost())
