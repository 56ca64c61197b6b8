import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enter, post, type TestHost, testHost } from './visitor.ts'

/** What an EventSource would hear. */
async function listen(host: TestHost, cookie: string) {
  const response = await fetch(`http://127.0.0.1:${host.port}/changes`, { headers: { Cookie: cookie } })
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    type: response.headers.get('content-type'),
    stop: () => reader.cancel(),
    /** reads on until an event of this kind is whole; gives its data */
    next: async (kind: string): Promise<unknown> => {
      for (;;) {
        const event = new RegExp(`event: ${kind}\ndata: (.*)\n\n`).exec(text)
        if (event) {
          text = text.slice(event.index + event[0].length)
          return JSON.parse(event[1]!)
        }
        const { value, done } = await reader.read()
        if (done) throw new Error(`the stream has ended after: ${text}`)
        text += decoder.decode(value, { stream: true })
      }
    },
  }
}

describe('the stream of changes', () => {
  it('tells every window which project is open, and each step', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const windows = [await listen(host, cookie), await listen(host, cookie)]
    const path = join(host.folder, 'study.postil')
    await post(host.port, cookie, '/host/create', { path, coder: 'Ada' })
    for (const { type, next } of windows) {
      expect(type).toBe('text/event-stream; charset=utf-8')
      expect(await next('project')).toEqual({ path, name: 'study' })
    }
    await post(host.port, cookie, '/call/codes.create', { name: 'Überraschung\n\nevent: project' })
    for (const { next } of windows)
      expect(await next('change')).toMatchObject({
        label: 'New code',
        tables: expect.arrayContaining(['code', 'step']),
      })
    await post(host.port, cookie, '/host/close', null)
    for (const { next } of windows) expect(await next('project')).toBeNull()
    for (const { stop } of windows) await stop()
  })

  it('goes on for the others when one window is closed', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const [gone, stays] = [await listen(host, cookie), await listen(host, cookie)]
    await gone.stop()
    for (const name of ['a', 'b']) {
      const path = join(host.folder, `${name}.postil`)
      await post(host.port, cookie, '/host/create', { path })
      expect(await stays.next('project')).toEqual({ path, name })
    }
    await stays.stop()
  })

  it('tells nothing of a project that was closed for another', async () => {
    const host = await testHost()
    const cookie = await enter(host)
    const window = await listen(host, cookie)
    for (const name of ['a', 'b']) {
      await post(host.port, cookie, '/host/create', { path: join(host.folder, `${name}.postil`) })
      await post(host.port, cookie, '/call/codes.create', { name: 'one' })
      await post(host.port, cookie, '/call/codes.create', { name: 'two' })
    }
    const steps = []
    for (let n = 0; n < 4; n++) steps.push(((await window.next('change')) as { step: number }).step)
    // each project counts its own steps
    expect(steps.slice(0, 2)).toEqual(steps.slice(2))
    await window.stop()
  })
})
