/** Where the window lives: a scheme of its own, so that nothing is ever loaded from a file address or a server. */
export const SCHEME = 'app'
export const HOST = 'postil'
export const PAGE = `${SCHEME}://${HOST}/index.html`

/** Whether an address is this program's own page, by its parts and never by how it begins. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password, pathname } = new URL(address)
  return (
    protocol === `${SCHEME}:` &&
    host === HOST &&
    username === '' &&
    password === '' &&
    (pathname === '/index.html' || pathname === '/')
  )
}
