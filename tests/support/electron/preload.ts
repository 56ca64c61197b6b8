import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import vm from 'node:vm'
import type { WebUtils } from 'electron'
import { createContextBridge } from './context-bridge.ts'
import type { Ipc, Sender } from './ipc.ts'
import { strict } from './strict.ts'

const paths = new WeakMap<Blob, string>()

/** A file as it comes from a file dialog or a drop: only Electron knows its path. */
export function fileOnDisk(path: string): File {
  const file = new File([readFileSync(path)], basename(path))
  paths.set(file, path)
  return file
}

const webUtils = strict('webUtils', {
  getPathForFile: (file: File) => {
    if (!(file instanceof Blob))
      throw new TypeError('getPathForFile expected to receive a File object but one was not provided')
    return paths.get(file) ?? ''
  },
} satisfies Pick<WebUtils, 'getPathForFile'>)

/** localStorage of one session: pages that come later find what was put there. */
export function createStorage() {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (at: number) => [...entries.keys()][at] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, String(value)),
  }
}

/** A page after its preload ran. */
export interface Page {
  /** `window` as the page sees it */
  readonly world: Record<string, unknown>
  /** an event of the window, such as "blur" */
  fire(event: string): void
  /** a message of the main process */
  deliver(channel: string, args: unknown[]): void
}

/**
 * Runs a built preload as the sandbox does: a plain script, not a module, whose `require`
 * knows four names (docs/tutorial/sandbox.md, lib/sandboxed_renderer/preload.ts).
 */
export function runPreload(
  path: string,
  ipc: Ipc,
  sender: () => Sender,
  localStorage = createStorage(),
): Page {
  const world: Record<string, unknown> = {}
  const { ipcRenderer, deliver } = ipc.createRenderer(sender)
  const contextBridge = createContextBridge(world, ipcRenderer)
  const modules: Readonly<Record<string, unknown>> = {
    electron: strict('electron (in a preload)', { contextBridge, ipcRenderer, webUtils }),
    events: null,
    timers: null,
    url: null,
  }
  const sandboxRequire = (name: string): unknown => {
    const plain = name.replace(/^node:|\/(?:common|renderer)$/g, '')
    if (!Object.hasOwn(modules, plain)) throw new Error(`module not found: ${name}`)
    return modules[plain] ?? process.getBuiltinModule(plain)
  }
  const listeners = new Map<string, (() => void)[]>()
  const isolated: Record<string, unknown> = {
    localStorage,
    Blob,
    File,
    addEventListener: (event: string, listener: () => void) =>
      listeners.set(event, [...(listeners.get(event) ?? []), listener]),
  }
  isolated['window'] = isolated
  const parameters = ['require', 'process', 'exports', 'module']
  const script = vm.compileFunction(readFileSync(path, 'utf8'), parameters, {
    filename: path,
    parsingContext: vm.createContext(isolated),
  })
  const module = { exports: {} }
  script(sandboxRequire, { platform: process.platform, sandboxed: true }, module.exports, module)
  return {
    world,
    deliver,
    fire: event => {
      for (const listener of listeners.get(event) ?? []) listener()
    },
  }
}
