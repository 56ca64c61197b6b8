import type { Session } from 'electron'
import { HOST, SCHEME } from './own-page.ts'

export type GuardedSession = Pick<
  Session,
  | 'on'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** Postil needs no permission of the browser, so none is ever given; Electron's own default would give them all. */
export function denyPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** No byte leaves: the page's requests reach its own files, and nothing is downloaded or looked up for it. */
export function keepOffline(session: GuardedSession, devTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocal(url, devTools) }))
  session.on('will-download', event => event.preventDefault())
  // its dictionaries would be fetched from a server
  session.setSpellCheckerEnabled(false)
}

export function isLocal(address: string, devTools: boolean): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (protocol === `${SCHEME}:`) return host === HOST
  if (protocol === 'blob:') return address.startsWith(`blob:${SCHEME}://${HOST}/`)
  return protocol === 'data:' || (devTools && protocol === 'devtools:')
}
