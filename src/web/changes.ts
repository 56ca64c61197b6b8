import type { ServerResponse } from 'node:http'
import type { Session } from '../core/session/session.ts'

const HEARTBEAT = 20_000

/** The event stream of every open window: what changed, and which project is open. */
export function createChanges(session: Session) {
  const open = new Set<ServerResponse>()
  const send = (event: string, data: unknown) => {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    for (const response of open) response.write(text)
  }
  const stops = [
    session.onChange(change => send('change', change)),
    session.onProject(project => send('project', project)),
  ]
  // a comment now and then keeps idle connections from being taken for dead
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(': here\n\n')
  }, HEARTBEAT)
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
