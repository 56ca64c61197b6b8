import { describe, expect, it } from 'vitest'
import { exportQuestion } from '../../../../src/renderer/panels/export/export-state.ts'
import { FrequencyView } from '../../../../src/renderer/panels/table/FrequencyView.tsx'
import {
  changeSpec,
  frequencySpec,
  tableLook,
} from '../../../../src/renderer/panels/table/frequency-state.ts'
import { workspace } from '../../../../src/renderer/state/workspace.ts'
import { click, press, show, testWindow, until } from '../window.tsx'

async function withTable() {
  const window = testWindow()
  frequencySpec.setState(frequencySpec.getInitialState(), true)
  tableLook.setState(tableLook.getInitialState(), true)
  const { client } = window
  const frame = await client.codes.create({ name: 'Frame', codable: false })
  const shared = await client.codes.create({ name: 'Shared', parentId: frame })
  const other = await client.codes.create({ name: 'Other' })
  const a = await window.document('Accord', 'One duty of all. Another.')
  const b = await window.document('Brief', 'One duty of all. Another.')
  await window.code(a, 'One duty', shared)
  await window.code(a, 'Another', shared, other)
  const page = await show(<FrequencyView />)
  await until(() => page.querySelector('[role="grid"]'))
  return { ...window, page, frame, shared, other, a, b }
}

/** The table as it is read: a line a row, cells divided by "|". */
const read = (page: Element) =>
  [...page.querySelectorAll('[role="row"]')].map(row =>
    [...row.children].map(cell => cell.textContent).join('|'),
  )
const named = (page: Element, name: string) => page.querySelector<HTMLElement>(`[aria-label="${name}"]`)!
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('FrequencyView', () => {
  it('says how a table comes about while nothing is coded', async () => {
    testWindow()
    frequencySpec.setState(frequencySpec.getInitialState(), true)
    const page = await show(<FrequencyView />)
    await until(() => page.textContent?.includes('No codings to count yet.'))
  })

  it('shows numbers, totals and the headings above', async () => {
    const { page } = await withTable()
    expect(read(page)).toEqual([
      'Code|Accord|Brief|Total',
      'Frame|||',
      'Shared|2|·|2',
      'Other|1|·|1',
      'Total|3|·|3',
    ])
  })

  it('shows zeros where they are asked for, and percent with two decimals', async () => {
    const { page } = await withTable()
    tableLook.setState({ zeros: true })
    await until(() => read(page)[2] === 'Shared|2|0|2')
    changeSpec({ figure: 'column-percent', hideEmptyRows: false })
    await until(() => read(page)[2] === 'Shared|66.67||66.67')
  })

  it('adds up sub-codes by the choice above it', async () => {
    const { page } = await withTable()
    changeSpec({ aggregate: true })
    await until(() => read(page)[1] === 'Frame|2|·|2')
  })

  it('leads from a number, a name and a column to their segments', async () => {
    const { page, shared, frame, a } = await withTable()
    await click(named(page, '2, Shared, Accord'))
    expect(workspace.getState().drawer).toEqual({
      scope: { codeIds: [shared], withSubcodes: false, documentIds: [a] },
      title: 'Shared · Accord',
    })
    await click(named(page, 'Segments of Frame'))
    expect(workspace.getState().drawer).toEqual({
      scope: { codeIds: [frame], withSubcodes: true },
      title: 'Frame',
    })
    await click(named(page, 'Accord'))
    expect(workspace.getState().drawer).toEqual({ scope: { documentIds: [a] }, title: 'Accord' })
  })

  it('has nothing to press where there is nothing', async () => {
    const { page } = await withTable()
    expect(named(page, '0, Shared, Brief').tagName).toBe('SPAN')
    expect(named(page, '2, Shared, Accord').tagName).toBe('BUTTON')
  })

  it('moves by arrows, with one cell in the tab order', async () => {
    const { page } = await withTable()
    const home = page.querySelector<HTMLElement>('[data-home]')!
    expect(home.getAttribute('aria-label')).toBe('Segments of Frame')
    home.focus()
    await press('ArrowDown')
    await press('ArrowRight')
    await until(() => focused() === '2, Shared, Accord')
    await press('End')
    await until(() => focused() === '2, Shared, Total')
    await press('Home', { ctrlKey: true })
    await until(() => focused() === 'All segments of the table')
    expect(page.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1)
  })

  it('says how it was counted, and exports its own question', async () => {
    const { page } = await withTable()
    expect(page.querySelector('details')?.textContent).toContain('Counted')
    await click([...page.querySelectorAll('button')].find(one => one.textContent === ' Export…')!)
    expect(exportQuestion.getState().wanted).toEqual({ kind: 'table', spec: frequencySpec.getState() })
    exportQuestion.setState({ wanted: null })
  })

  it('follows what is coded', async () => {
    const { page, b, code, other } = await withTable()
    await code(b, 'duty', other)
    await until(() => read(page)[3] === 'Other|1|1|2')
  })

  it('draws only the columns in view', async () => {
    const { page, document: add, code, other } = await withTable()
    for (let i = 0; i < 40; i++) await code(await add(`Note ${i}`, 'One duty'), 'duty', other)
    await until(() => named(page, '42, Other, Total') ?? named(page, '41, Other, Total'))
    expect(page.querySelector('[role="grid"]')?.getAttribute('aria-colcount')).toBe('44')
    expect(page.querySelectorAll('[role="columnheader"]').length).toBeLessThan(30)
  })
})
