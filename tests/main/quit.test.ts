import { describe, expect, it, vi } from 'vitest'
import { waitBeforeQuit } from '../../src/main/quit.ts'
import { AppModel } from '../support/electron/app.ts'
import { temporaryFolder } from '../support/temporary.ts'

function program(work: { idle?: () => Promise<void>; end?: () => Promise<void>; deadline?: number } = {}) {
  const app = new AppModel({ home: temporaryFolder(), isPackaged: false, hasLock: true, windows: () => [] })
  const { idle = async () => undefined, end = vi.fn(async () => undefined), deadline } = work
  waitBeforeQuit({ app: app.api, idle, end, ...(deadline === undefined ? {} : { deadline }) })
  return { app, end }
}

describe('quitting', () => {
  it('waits until the change under way is in the file and the file is closed', async () => {
    const change = Promise.withResolvers<void>()
    const closed = Promise.withResolvers<void>()
    const end = vi.fn(() => closed.promise)
    const { app } = program({ idle: () => change.promise, end })
    app.quit()
    await Promise.resolve()
    expect([app.exitCode, end.mock.calls.length]).toEqual([null, 0])
    change.resolve()
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce())
    expect(app.exitCode).toBeNull()
    closed.resolve()
    await vi.waitFor(() => expect(app.exitCode).toBe(0))
  })

  it('begins once, however often it is asked for', async () => {
    const { app, end } = program()
    app.quit()
    app.quit()
    app.quit()
    await vi.waitFor(() => expect(app.exitCode).toBe(0))
    expect(end).toHaveBeenCalledOnce()
  })

  it('does not wait for ever', async () => {
    const { app, end } = program({ idle: () => new Promise(() => undefined), deadline: 1 })
    app.quit()
    await vi.waitFor(() => expect(app.exitCode).toBe(0))
    expect(end).not.toHaveBeenCalled()
  })

  it('happens also when the project cannot be closed as it should', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { app } = program({ end: async () => Promise.reject(new Error('disk gone')) })
    app.quit()
    await vi.waitFor(() => expect(app.exitCode).toBe(1))
    expect(said.mock.calls.join()).toContain('disk gone')
    said.mockRestore()
  })
})
