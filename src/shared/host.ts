import type { Change } from './client.ts'
import type { FileHandle } from './contract/common.ts'
import type { Desktop } from './desktop.ts'
import type { Reply } from './errors.ts'

/** What a window has of a chosen or dropped file: a DOM `File` is one. */
export interface BrowserFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface RecentProject {
  readonly path: string
  readonly name: string
  /** the file is not there any more */
  readonly missing: boolean
}

export interface OpenProject {
  readonly path: string
  readonly name: string
}

/**
 * What a machine offers a window: the wire to the core, bytes in and out, and which
 * project is open. Electron's preload and the web host's client both are one of these;
 * the window knows nothing else of the machine. Every answer is plain data.
 */
export interface Host {
  readonly kind: 'electron' | 'web'

  /** "noun.verb" of the contract; answers for the project that is open */
  call(name: string, input: unknown): Promise<Reply>
  /** returns how to stop listening */
  onChange(listener: (change: Change) => void): () => void

  /** puts a chosen or dropped file into the freight room */
  put(file: BrowserFile): Promise<FileHandle>
  /** hands a file of the freight room to the user: a save dialog, or a download */
  take(handle: FileHandle, name: string): Promise<'saved' | 'cancelled'>
  /** the bytes of a file of the freight room, for the window to show; the file stays there */
  read(handle: FileHandle): Promise<Uint8Array>

  readonly projects: HostProjects
  /** another project was opened (by this window, the menu, a double click), or it was closed: null */
  onProject(listener: (project: OpenProject | null) => void): () => void

  /** menus of the system and the frame of the window; absent in a browser, where the window draws its own */
  readonly desktop?: Desktop
}

/** The value of an ok `Reply` is an `OpenProject`, or null where the user thought better of it in a dialog. */
export interface HostProjects {
  current(): Promise<OpenProject | null>
  recents(): Promise<readonly RecentProject[]>
  /** without a path Electron asks by its dialog; in a browser the window asks and gives the path */
  open(path?: string): Promise<Reply>
  create(path?: string, coder?: string): Promise<Reply>
  /** opens a fresh copy of the sample project */
  openSample(): Promise<Reply>
  close(): Promise<void>
}
