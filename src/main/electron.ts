import type * as Electron from 'electron'

/** All that the shell uses of Electron, handed in by index.ts: so that a stand-in can be handed in by tests. */
export type ElectronPort = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'nativeTheme'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
>
