import { afterEach, describe, expect, it } from 'vitest'
import type { Bar } from '../../../../src/renderer/reader/margin/bars.ts'
import { pressInMargin } from '../../../../src/renderer/reader/margin/margin-keys.ts'
import { createModel } from '../../../../src/renderer/reader/model.ts'
import { coding } from '../../../../src/renderer/state/coding.ts'
import { prefer } from '../../../../src/renderer/state/preferences.ts'
import { said, show, testWindow, until } from '../../panels/window.tsx'
import { paragraphs } from '../structures.ts'

const TEXT = 'One duty of all states.'

afterEach(() => prefer({ letterKeys: true, keys: {} }))

/** Two bars of one segment each, as they would be drawn. */
async function margin() {
  const { client, document: add, code } = testWindow()
  coding.setState(coding.getInitialState(), true)
  const documentId = await add('Text', TEXT)
  const codeId = await client.codes.create({ name: 'Duty' })
  await code(documentId, 'One duty', codeId)
  await code(documentId, 'all states', codeId)
  const segments = await client.segments.ofDocument({ documentId })
  const bars = segments.map((segment, index): Bar => {
    const codingId = segment.codings[0]!.id
    const place = { top: index * 20, bottom: index * 20 + 18, lane: 0, label: null }
    return { id: codingId, segment, codingId, code: null, coder: null, ...place }
  })
  const model = createModel(documentId, 'Text', TEXT, paragraphs(TEXT))
  const homes: string[] = []
  const picture = { bars, overflows: [], pitch: 8 }
  const page = await show(
    <aside onKeyDown={event => pressInMargin(event, model, picture, id => homes.push(id))}>
      {bars.map(({ id }) => (
        <button key={id} type="button" data-bar={id} />
      ))}
    </aside>,
  )
  /** Presses a key on the first bar; whether it was the margin's. */
  const press = (key: string, held: KeyboardEventInit = {}): boolean => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
    page.querySelector('[data-bar]')!.dispatchEvent(event)
    return event.defaultPrevented
  }
  const left = async () => (await client.segments.list({})).rows.map(({ quote }) => quote)
  return { press, left, bars, homes }
}

describe('keys on a bar', () => {
  it('go to the other bars, and select', async () => {
    const { press, bars, homes } = await margin()
    expect(press('ArrowDown')).toBe(true)
    expect(homes).toEqual([bars[1]!.id])
    expect(coding.getState().segmentId).toBe(bars[1]!.segment.id)
    expect(press('Enter')).toBe(true)
    expect(coding.getState().segmentId).toBe(bars[0]!.segment.id)
    expect(press('ArrowDown', { altKey: true })).toBe(false)
  })

  it('take the code of the bar off, by a letter only while letters are commands', async () => {
    const { press, left } = await margin()
    prefer({ letterKeys: false })
    expect(press('x')).toBe(false)
    prefer({ letterKeys: true })
    expect(press('x')).toBe(true)
    await expect.poll(left).toEqual(['all states'])
    await until(() => said().some(words => words.includes('taken off 1:1')))
  })

  it('are those that the user gave them', async () => {
    const { press, left } = await margin()
    prefer({ keys: { 'margin.remove': ['Mod+D'] } })
    expect([press('x'), press('Delete')]).toEqual([false, false])
    expect(press('d', { ctrlKey: true })).toBe(true)
    await expect.poll(left).toEqual(['all states'])
  })
})
