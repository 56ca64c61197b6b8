import { describe, expect, it } from 'vitest'
import { type ActivityState, createActivity } from '../../src/main/activity.ts'
import { fail, type Reply, toFailureData } from '../../src/shared/errors.ts'

const OK: Reply = { ok: true, value: null }
const failed = (code: 'disk-full' | 'not-found'): Reply => ({
  ok: false,
  error: toFailureData(fail(code, { path: '/a' })),
})

function watched(longAfter?: number) {
  const activity = createActivity(longAfter)
  const states: ActivityState[] = []
  activity.onState(state => states.push(state))
  return { activity, states }
}

describe('activity', () => {
  it('is idle when no change is under way, and queries are no changes', async () => {
    const { activity } = watched()
    await activity.idle()
    void activity.watch('codes.list', () => new Promise(() => undefined))
    await activity.idle()
  })

  it('is idle again when the last change is answered', async () => {
    const { activity } = watched()
    const [first, second] = [Promise.withResolvers<Reply>(), Promise.withResolvers<Reply>()]
    const order: string[] = []
    const one = activity.watch('codes.create', () => first.promise).then(() => order.push('first'))
    const two = activity.watch('codes.create', () => second.promise).then(() => order.push('second'))
    const idle = activity.idle().then(() => order.push('idle'))
    first.resolve(OK)
    await one
    second.resolve(OK)
    await Promise.all([two, idle])
    expect(order[0]).toBe('first')
    expect(order).toHaveLength(3)
  })

  it('is idle also after a call that broke', async () => {
    const { activity } = watched()
    await expect(activity.watch('codes.create', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
    await activity.idle()
  })

  it('tells of a change that takes long, and when it is over', async () => {
    const { activity, states } = watched(0)
    const change = Promise.withResolvers<Reply>()
    const answer = activity.watch('documents.import', () => change.promise)
    while (states.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
    change.resolve(OK)
    expect(await answer).toEqual(OK)
    expect(states).toEqual([
      { isLong: true, isUnsaved: false },
      { isLong: false, isUnsaved: false },
    ])
  })

  it('tells of a change that could not be saved, until one could', async () => {
    const { activity, states } = watched()
    await activity.watch('codes.create', async () => failed('disk-full'))
    await activity.watch('codes.create', async () => failed('disk-full'))
    await activity.watch('codes.create', async () => failed('not-found'))
    await activity.watch('codes.create', async () => OK)
    expect(states.map(({ isUnsaved }) => isUnsaved)).toEqual([true, false])
  })
})
