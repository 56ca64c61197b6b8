import type { Host } from '../../shared/host.ts'
import { createWebHost } from './web.ts'

declare global {
  interface Window {
    /** put there by Electron's preload; absent in a browser */
    readonly host?: Host
  }
}

let current: Host | undefined

/** The machine this window runs on. */
export function host(): Host {
  if (!current) current = window.host ?? createWebHost()
  return current
}
