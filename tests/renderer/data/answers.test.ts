import { describe, expect, it, vi } from 'vitest'
import { createAnswers } from '../../../src/renderer/data/answers.ts'
import type { Change, Transport } from '../../../src/shared/client.ts'
import { fail } from '../../../src/shared/errors.ts'

/** A core of which the test says when and what it answers. */
function slowCore() {
  const asked: { name: string; answer(value: unknown): void; refuse(error: Error): void }[] = []
  let tell: (change: Change) => void = () => undefined
  const transport: Transport = {
    call: name =>
      new Promise((resolve, reject) => {
        asked.push({ name, answer: resolve, refuse: reject })
      }),
    onChange: listener => {
      tell = listener
      return () => undefined
    },
  }
  const change = (...tables: Change['tables'][number][]) => tell({ step: 1, label: 'x', tables, rows: [] })
  return { transport, asked, change }
}
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('the answers of the core', () => {
  it('are asked once for all who look, and forgotten with the last of them', async () => {
    const { transport, asked } = slowCore()
    const { store, watch } = createAnswers(transport)
    const stops = [watch('a', 'codes.list', {}), watch('a', 'codes.list', {})]
    expect(asked).toHaveLength(1)
    asked[0]!.answer('codes')
    await settled()
    expect(store.getState()).toEqual({ a: { value: 'codes' } })
    stops[0]!()
    expect(store.getState()).toHaveProperty('a')
    stops[1]!()
    expect(store.getState()).toEqual({})
  })

  it('are asked again only where a table they were read from has changed, the narrow ones first', async () => {
    const { transport, asked, change } = slowCore()
    const { watch } = createAnswers(transport)
    watch('info', 'project.info', {})
    watch('history', 'history.state', {})
    watch('segments', 'segments.ofDocument', {})
    watch('memos', 'memos.list', {})
    asked.length = 0
    change('segment', 'coding', 'step')
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    expect(asked.map(({ name }) => name)).toEqual(['segments.since', 'history.state', 'project.info'])
  })

  it('keep the old value until the new one is there, and drop one that was overtaken', async () => {
    const { transport, asked, change } = slowCore()
    const { store, watch } = createAnswers(transport)
    watch('a', 'codes.list', {})
    asked[0]!.answer(1)
    await settled()
    change('code')
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    change('code')
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    expect(store.getState()['a']).toEqual({ value: 1 })
    asked[2]!.answer(3)
    await settled()
    asked[1]!.answer(2)
    await settled()
    expect(store.getState()['a']).toEqual({ value: 3 })
  })

  it('are asked once for several codings in a row', async () => {
    const { transport, asked, change } = slowCore()
    const { watch } = createAnswers(transport)
    watch('a', 'codes.list', {})
    watch('b', 'history.state', {})
    asked.length = 0
    change('coding', 'code')
    change('coding', 'code', 'step')
    change('coding', 'code')
    expect(asked).toEqual([])
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0))
    expect(asked.map(({ name }) => name)).toEqual(['history.state', 'codes.list'])
  })

  it('wait while a deed is done that shows by itself what it does', async () => {
    const { transport, asked, change } = slowCore()
    const { watch, hold } = createAnswers(transport)
    watch('a', 'codes.list', {})
    watch('b', 'segments.ofDocument', {})
    asked.length = 0
    const deed = Promise.withResolvers<void>()
    hold(deed.promise)
    change('segment', 'coding', 'code')
    await new Promise(resolve => setTimeout(resolve, 80))
    expect(asked).toEqual([])
    deed.resolve()
    await settled()
    expect(asked).toEqual([])
    await vi.waitFor(() => expect(asked).toHaveLength(2))
  })

  it('are asked again after a deed that failed', async () => {
    const { transport, asked, change } = slowCore()
    const { watch, hold } = createAnswers(transport)
    watch('b', 'segments.ofDocument', {})
    asked.length = 0
    hold(Promise.reject(new Error('no')))
    change('segment', 'coding')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
  })

  it('that say the same again are the same', async () => {
    const { transport, asked, change } = slowCore()
    const { store, watch } = createAnswers(transport)
    watch('a', 'codes.list', {})
    asked[0]!.answer([{ id: 'x', segments: 1 }])
    await settled()
    const before = store.getState()['a']
    change('code')
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    asked[1]!.answer([{ id: 'x', segments: 1 }])
    await settled()
    expect(store.getState()['a']).toBe(before)
  })

  it('may be failures, in words', async () => {
    const { transport, asked } = slowCore()
    const { store, watch } = createAnswers(transport)
    watch('a', 'codes.list', {})
    asked[0]!.refuse(fail('not-found', { what: 'code' }))
    await vi.waitFor(() => expect(store.getState()['a']?.error?.code).toBe('not-found'))
  })
})
