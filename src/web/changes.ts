import type { ServerResponse } from 'node:http'
import type { Session } from '../core/session/session.ts'

const HEARTBEAT = 20_000
/** A window that has not read so many bytes is asleep: it is let go, and comes back by itself when it wakes. */
const MOST_UNREAD = 1024 * 1024

/** The event stream of every open window: what changed, and which project is open. */
export function createChanges(session: Session) {
  const open = new Set<ServerResponse>()
  const sendAll = (text: string) => {
    for (const response of open) {
      if (response.writableLength > MOST_UNREAD) response.destroy()
      else response.write(text)
    }
  }
  const tell = (event: string, data: unknown) => sendAll(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const stops = [
    session.onChange(change => tell('change', change)),
    session.onProject(project => tell('project', project)),
  ]
  // a comment now and then keeps idle connections from being taken for dead
  const heartbeat = setInterval(() => sendAll(': here\n\n'), HEARTBEAT)
  heartbeat.unref()

  return {
    open(response: ServerResponse): void {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
      })
      response.write('retry: 1000\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    end(): void {
      clearInterval(heartbeat)
      for (const stop of stops) stop()
      for (const response of open) response.end()
    },
  }
}
