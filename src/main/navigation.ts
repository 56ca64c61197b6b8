import type { Shell, WebContents } from 'electron'
import { isOwnPage } from './own-page.ts'

/** Pages outside that a link of ours may open in the user's browser. Nothing links outside today, so nothing is here. */
export const OUTSIDE: readonly string[] = []

export interface OutsidePorts {
  readonly shell: Pick<Shell, 'openExternal'>
  /** asks before anything is opened outside */
  confirm(address: string): Promise<boolean>
  readonly allowed?: readonly string[]
}

/** Opens an address in the user's browser if it is on the list, letter by letter, and the user agrees. */
export async function openOutside(address: string, ports: OutsidePorts): Promise<boolean> {
  const { shell, confirm, allowed = OUTSIDE } = ports
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return false
  if (!allowed.includes(address) || !(await confirm(address))) return false
  await shell.openExternal(address)
  return true
}

/** Keeps a page where it is: no navigation, no redirect, no frame, no new window, no webview. */
export function guardNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  outside: (address: string) => void,
): void {
  const keep = (details: { url: string; preventDefault(): void }) => {
    if (!isOwnPage(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', keep)
  contents.on('will-redirect', keep)
  contents.on('will-frame-navigate', details => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    outside(url)
    return { action: 'deny' }
  })
}
