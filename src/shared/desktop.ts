import type { FileHandle } from './contract/common.ts'
import type { Host } from './host.ts'

/*
 * Electron's wire, written once for both its ends: src/preload asks, src/main answers.
 * Every answer is a `Reply`; what the main process is given is checked there like any input.
 */

/** Asked by `invoke`, answered with a `Reply`. */
export interface Questions {
  call: [name: string, input: unknown]
  'files.putPath': [path: string, name: string]
  'files.putBytes': [name: string, bytes: ArrayBuffer]
  'files.take': [handle: FileHandle, name: string]
  'files.read': [handle: FileHandle]
  'projects.current': []
  'projects.recents': []
  'projects.open': [path: string | undefined]
  'projects.create': [path: string | undefined, coder: string | undefined]
  'projects.openSample': []
  'projects.close': []
}

/** Told by `send`, without an answer. */
export interface Tidings {
  'window.show': [state: ShownState]
  'window.progress': [done: number | null]
  'window.keep': [entries: Readonly<Record<string, string>>]
}

/** Asked synchronously, once, before the page runs: what `window.keep` kept. */
export const KEPT = 'window.kept'

/** Told by the main process: what happened to the project, and what was chosen in a menu. */
export const NEWS = { change: 'change', project: 'project', command: 'command' } as const

/** What the frame around the page shows of the page's state. */
export interface ShownState {
  /** catalogue ids that cannot be run now: greyed in the menus */
  readonly disabled: readonly string[]
  /** catalogue ids of toggles that are on */
  readonly checked: readonly string[]
  readonly theme: 'system' | 'light' | 'dark'
  /** keys of the commands that do not have the catalogue's, by id */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

/** What the desktop has beyond every `Host`: menus of the system, a taskbar, a frame that is light or dark. */
export interface Desktop {
  /** a command of the catalogue was chosen in a menu of the system; returns how to stop listening */
  onCommand(listener: (id: string) => void): () => void
  show(state: ShownState): void
  /** how much of a long work is done, 0 to 1; null when there is none */
  progress(done: number | null): void
}

export interface DesktopHost extends Host {
  readonly kind: 'electron'
  readonly desktop: Desktop
}
