import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createWebHost } from '../../../src/renderer/host/web.ts'
import { FileHandle } from '../../../src/shared/contract/common.ts'

const HANDLE = FileHandle.parse('0123456789abcdef'.repeat(2))

/** The host with a wire that answers so. */
function hostWith(answer: (path: string) => Promise<Response>) {
  vi.stubGlobal('EventSource', class {})
  vi.stubGlobal('fetch', answer)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return createWebHost()
}

describe('the web host', () => {
  it('reads the bytes of a file by its handle', async () => {
    const asked: string[] = []
    const host = hostWith(async path => {
      asked.push(path)
      return new Response(Uint8Array.of(37, 80, 68, 70))
    })
    expect([...(await host.read(HANDLE))]).toEqual([37, 80, 68, 70])
    expect(asked).toEqual([`/files/${HANDLE}`])
  })

  it('says why it cannot', async () => {
    const refusing = hostWith(async () => new Response('', { status: 404 }))
    await expect(refusing.read(HANDLE)).rejects.toMatchObject({ code: 'host-refused' })
    const gone = hostWith(async () => Promise.reject(new TypeError('network')))
    await expect(gone.read(HANDLE)).rejects.toMatchObject({ code: 'host-gone' })
  })
})
