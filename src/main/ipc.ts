import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Questions, Tidings } from '../shared/desktop.ts'
import { fail, type Reply, toFailureData } from '../shared/errors.ts'
import { isOwnPage } from './own-page.ts'

type Sent = Pick<IpcMainInvokeEvent | IpcMainEvent, 'sender' | 'senderFrame'>

/** Only the page of our own window, in its top frame, may ask anything. */
export function isTrusted({ sender, senderFrame }: Sent, own: WebContents | null): boolean {
  if (own === null || sender !== own) return false
  // a frame can have gone by the time its message is read
  if (senderFrame === null || senderFrame.isDestroyed()) return false
  return senderFrame.parent === null && isOwnPage(senderFrame.url)
}

export interface Doors {
  /** What is asked on a channel, and its answer. Inputs come from a page: they are checked, whatever their type says. */
  answer<Q extends keyof Questions>(channel: Q, work: (...given: unknown[]) => Promise<Reply>): void
  /** What is told on a channel. */
  hear<T extends keyof Tidings>(channel: T, work: (given: unknown) => void): void
  /** What is asked while the page waits; null for whoever may not ask. */
  answerAtOnce(channel: string, work: () => unknown): void
}

/** The one place where channels are opened: whoever sends is checked on every one of them, before anything is done. */
export function createDoors(ipcMain: Pick<IpcMain, 'handle' | 'on'>, own: () => WebContents | null): Doors {
  return {
    answer: (channel, work) => {
      ipcMain.handle(channel, async (event, ...given: unknown[]): Promise<Reply> => {
        try {
          if (!isTrusted(event, own())) throw fail('host-refused', { status: 403 })
          return await work(...given)
        } catch (error) {
          // an error's class would be lost on the way; a reply keeps its code
          return { ok: false, error: toFailureData(error) }
        }
      })
    },
    hear: (channel, work) => {
      ipcMain.on(channel, (event, given: unknown) => {
        if (isTrusted(event, own())) work(given)
      })
    },
    answerAtOnce: (channel, work) => {
      ipcMain.on(channel, event => {
        event.returnValue = isTrusted(event, own()) ? work() : null
      })
    },
  }
}
