import type { IpcRenderer } from 'electron'
import { KEPT, type Tidings } from '../shared/desktop.ts'

/** What this needs of the page's window. */
export interface Page {
  readonly localStorage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem'>
  addEventListener(type: 'blur' | 'beforeunload', listener: () => void): void
}

const CHANNEL = 'window.keep' satisfies keyof Tidings

/**
 * The session lives in memory only, so that nothing of a study is ever left in a browser's
 * cache. Theme, widths and the like, which the page keeps in localStorage, are therefore
 * put there before it runs, and handed to the main process whenever the window is left.
 */
export function keepPreferences(ipc: Pick<IpcRenderer, 'send' | 'sendSync'>, page: Page): void {
  const kept = ipc.sendSync(KEPT) as Readonly<Record<string, string>> | null
  for (const [key, value] of Object.entries(kept ?? {})) page.localStorage.setItem(key, value)
  let last = JSON.stringify(entriesOf(page.localStorage))
  const keep = () => {
    const entries = entriesOf(page.localStorage)
    const text = JSON.stringify(entries)
    if (text === last) return
    last = text
    ipc.send(CHANNEL, entries)
  }
  page.addEventListener('blur', keep)
  page.addEventListener('beforeunload', keep)
}

function entriesOf(storage: Page['localStorage']): Record<string, string> {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter(key => key !== null)
  return Object.fromEntries(keys.sort().map(key => [key, storage.getItem(key) ?? '']))
}
