import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fail } from '../shared/errors.ts'

/** Listens on 127.0.0.1 and gives the port (0: any that is free). No other machine can reach this address. */
export async function listen(server: Server, port: number): Promise<number> {
  try {
    await bind(server, port, '127.0.0.1')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'EADDRINUSE' || code === 'EACCES' ? fail('port-taken', { port }) : error
  }
  return (server.address() as AddressInfo).port
}

/** The same port on ::1, where "localhost" may lead; false where that address is missing or taken. */
export async function listenOnIpv6(server: Server, port: number): Promise<boolean> {
  try {
    await bind(server, port, '::1')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === 'listen') return false
    throw error
  }
}

function bind(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, ipv6Only: host.includes(':') }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What was given as a port: a whole number up to 65,535 (0: any); null if it is none. */
export function readPort(text: string): number | null {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}
