import { describe, expect, it } from 'vitest'
import { provide } from '../../../../src/renderer/commands/define.ts'
import { HistoryView } from '../../../../src/renderer/panels/history/HistoryView.tsx'
import {
  describeStep,
  groupByDay,
  undoneSteps,
} from '../../../../src/renderer/panels/history/history-words.ts'
import type { HistoryStep } from '../../../../src/shared/contract/history.ts'
import { click, show, testWindow, until } from '../window.tsx'

const step = (id: number, undoes: number | null = null, more: Partial<HistoryStep> = {}): HistoryStep => ({
  id,
  at: '2026-03-02T12:00:00',
  actor: 'Ada',
  procedure: 'codes.create',
  label: 'New code',
  undoes,
  changes: 1,
  ...more,
})

describe('a step in words', () => {
  it('says what was undone and redone', () => {
    const label = 'Merge codes'
    expect(describeStep(step(1, null, { label }))).toBe('Merge codes')
    expect(describeStep(step(2, 1, { label, procedure: 'history.undo' }))).toBe('Undid “Merge codes”')
    expect(describeStep(step(3, 2, { label, procedure: 'history.redo' }))).toBe('Redid “Merge codes”')
  })
})

describe('undone steps', () => {
  const undone = (...steps: HistoryStep[]) => [...undoneSteps(steps.toReversed())].toSorted()

  it('are those whose undoing stands', () => {
    expect(undone(step(1), step(2), step(3, 2))).toEqual([2])
    expect(undone(step(1), step(2), step(3, 2), step(4, 1))).toEqual([1, 2])
  })

  it('are not those that were redone', () => {
    expect(undone(step(1), step(2, 1), step(3, 2))).toEqual([2])
  })

  it('are again those whose redoing was undone', () => {
    expect(undone(step(1), step(2, 1), step(3, 2), step(4, 3))).toEqual([1, 3])
  })
})

describe('days', () => {
  it('keep the order they come in', () => {
    const days = groupByDay([
      step(3, null, { at: '2026-03-04T12:00:00' }),
      step(2),
      step(1, null, { at: '2026-03-02T11:00:00' }),
    ])
    expect(days.map(([day]) => day)).toEqual([
      expect.stringContaining('4 March 2026'),
      expect.stringContaining('2 March 2026'),
    ])
    expect(days.map(([, steps]) => steps.map(({ id }) => id))).toEqual([[3], [2, 1]])
  })
})

describe('HistoryView', () => {
  it('lists steps newest first, and strikes what was undone', async () => {
    const { client } = testWindow()
    await client.codes.create({ name: 'A' })
    await client.coders.use({ name: 'Bea' })
    await client.codes.create({ name: 'B' })
    await client.history.undo()
    const page = await show(<HistoryView />)
    const lines = () => [...page.querySelectorAll('li')].map(one => one.textContent?.slice(8))
    await until(() => lines().length === 4)
    expect(lines()).toEqual([
      'BeaUndid “New code”1 change',
      'BeaUndone since: New code1 change',
      'AdaChange coder1 change',
      'AdaNew code1 change',
    ])
    expect(page.querySelectorAll('.history-undone')).toHaveLength(1)
  })

  it('undoes and redoes by buttons that say what', async () => {
    const { client } = testWindow()
    const take = provide({ 'history.undo': { run: () => client.history.undo() } })
    await client.codes.create({ name: 'A' })
    const page = await show(<HistoryView />)
    const texts = () => [...page.querySelectorAll('button')].map(one => one.textContent?.trim())
    await until(() => texts().join() === 'Undo “New code”,Nothing to redo')
    await click(page.querySelector('button')!)
    await until(() => texts().join() === 'Nothing to undo,Redo “New code”')
    take()
  })

  it('shows earlier steps when asked, without losing the later ones', async () => {
    const { client } = testWindow()
    for (let i = 0; i < 205; i++) await client.codes.create({ name: `Code ${i}` })
    const page = await show(<HistoryView />)
    await until(() => page.querySelectorAll('li').length === 200)
    const more = [...page.querySelectorAll('button')].at(-1)!
    expect(more.textContent).toBe('Show earlier steps (5 more)')
    await click(more)
    await until(() => page.querySelectorAll('li').length === 205)
  })
})
