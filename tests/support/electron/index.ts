import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStandIn } from './stand-in.ts'

// What `import … from 'electron'` means in tests (vitest.config.ts): one stand-in a module
// graph. src/main/index.ts is the only module of the shell that imports it.

/** For the test of src/main/index.ts itself. */
export const standIn = createStandIn({ home: mkdtempSync(join(tmpdir(), 'postil-electron-')) })

export const { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } =
  standIn.electron
