import type { IpcMain, IpcRenderer, WebContents, WebFrameMain } from 'electron'
import { strict } from './strict.ts'
import { overTheWire } from './wire.ts'

/** Who sends: a page's frame, or one that has gone (null). */
export interface Sender {
  readonly contents: WebContents
  readonly frame: WebFrameMain | null
}

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Listener = (event: Electron.IpcMainEvent, ...args: unknown[]) => void

/** Both ends of the wire between a page's preload and the main process. */
export function createIpc() {
  const handlers = new Map<string, Handler>()
  const listeners = new Map<string, Listener[]>()

  const ipcMain = strict('ipcMain', {
    handle: (channel: string, handler: Handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      if (typeof handler !== 'function')
        throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
      handlers.set(channel, handler)
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return main()
    },
  } satisfies Pick<IpcMain, 'handle' | 'on'>)

  function main(): IpcMain {
    return ipcMain as unknown as IpcMain
  }

  const eventFrom = ({ contents, frame }: Sender) => ({
    type: 'frame' as const,
    sender: contents,
    senderFrame: frame,
    processId: 1,
    frameId: 1,
  })

  async function invoke(sender: Sender, channel: string, args: unknown[]): Promise<unknown> {
    const sent = overTheWire(args)
    const handler = handlers.get(channel)
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      // the reply is cloned inside: a value that cannot be is an error of the handler
      return overTheWire(await handler(eventFrom(sender) as unknown as Electron.IpcMainInvokeEvent, ...sent))
    } catch (error) {
      // class, code and stack stay behind: the text is all that crosses
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
    }
  }

  function send(sender: Sender, channel: string, args: unknown[]): unknown {
    const sent = overTheWire(args)
    let answer: unknown
    const event = Object.defineProperty(eventFrom(sender), 'returnValue', {
      set: (value: unknown) => {
        answer = overTheWire(value)
      },
    }) as unknown as Electron.IpcMainEvent
    for (const listener of listeners.get(channel) ?? []) listener(event, ...sent)
    return answer
  }

  /** `ipcRenderer` of one page. */
  function createRenderer(sender: () => Sender) {
    const heard = new Map<string, ((...args: unknown[]) => void)[]>()
    const ipcRenderer = strict('ipcRenderer', {
      invoke: (channel: string, ...args: unknown[]) => invoke(sender(), channel, args),
      send: (channel: string, ...args: unknown[]) => void send(sender(), channel, args),
      sendSync: (channel: string, ...args: unknown[]) => {
        // without a listener the page would wait for ever
        if (!listeners.has(channel)) throw new Error(`sendSync() with '${channel}' channel without listeners`)
        return send(sender(), channel, args)
      },
      on: (channel: string, listener: (...args: never[]) => void) => {
        heard.set(channel, [...(heard.get(channel) ?? []), listener as (...args: unknown[]) => void])
        return renderer()
      },
    } satisfies Pick<IpcRenderer, 'invoke' | 'send' | 'sendSync' | 'on'>)
    function renderer(): IpcRenderer {
      return ipcRenderer as unknown as IpcRenderer
    }
    const deliver = (channel: string, args: unknown[]) => {
      for (const listener of heard.get(channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args)
    }
    return { ipcRenderer, deliver }
  }

  return {
    ipcMain,
    invoke,
    send,
    createRenderer,
    channels: () => ({ asked: [...handlers.keys()], told: [...listeners.keys()] }),
  }
}
export type Ipc = ReturnType<typeof createIpc>
