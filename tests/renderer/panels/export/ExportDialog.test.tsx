import { beforeEach, describe, expect, it } from 'vitest'
import { canRun } from '../../../../src/renderer/commands/define.ts'
import { runCommand } from '../../../../src/renderer/commands/run.ts'
import { ExportDialog } from '../../../../src/renderer/panels/export/ExportDialog.tsx'
import { exportQuestion } from '../../../../src/renderer/panels/export/export-state.ts'
import { frequencySpec } from '../../../../src/renderer/panels/table/frequency-state.ts'
import { listSegments, showView } from '../../../../src/renderer/state/workspace.ts'
import { fail } from '../../../../src/shared/errors.ts'
import { click, said, show, testWindow, until } from '../window.tsx'

beforeEach(() => exportQuestion.setState(exportQuestion.getInitialState(), true))

async function withDialog() {
  const window = testWindow()
  const codeId = await window.client.codes.create({ name: 'Duty' })
  const documentId = await window.document('Accord', 'One duty of all sides.')
  await window.code(documentId, 'duty', codeId)
  await show(<ExportDialog />)
  await until(() => canRun('export.shown'))
  const asked: unknown[] = []
  window.answer((name, input) => {
    if (name.startsWith('exchange.')) asked.push([name, input])
    return undefined
  })
  return { ...window, codeId, asked }
}

const dialog = () => document.querySelector('[role="dialog"]')
const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find(one => one.textContent === name)!
const choose = (format: string) =>
  click(
    [...document.querySelectorAll('.export-format')]
      .find(one => one.textContent?.startsWith(format))!
      .querySelector('input')!,
  )

describe('ExportDialog', () => {
  it('exports the segments of the drawer, or all, or the table: what is shown', async () => {
    const { codeId } = await withDialog()
    expect(dialog()).toBeNull()
    runCommand('export.shown')
    await until(() => dialog()?.textContent?.includes('All coded segments: 1 row, one for each code'))
    listSegments({ codeIds: [codeId] }, 'Duty')
    runCommand('export.shown')
    expect(exportQuestion.getState().wanted).toMatchObject({
      title: 'Duty',
      question: { scope: { codeIds: [codeId] } },
      context: 'sentence',
    })
    showView('table')
    runCommand('export.shown')
    expect(exportQuestion.getState().wanted).toEqual({ kind: 'table', spec: frequencySpec.getState() })
    await until(() => dialog()?.textContent?.includes('as it is shown: 1 code, 1 document, with totals.'))
    runCommand('export.segments')
    expect(exportQuestion.getState().wanted).toMatchObject({ kind: 'segments', question: { scope: {} } })
  })

  it('hands over an XLSX file unless another format is chosen, and says so', async () => {
    const { taken, asked } = await withDialog()
    runCommand('export.segments')
    await until(dialog)
    await click(button('Export'))
    await until(() => said().length === 1)
    expect(asked).toEqual([['exchange.segments', { scope: {}, format: 'xlsx' }]])
    expect(taken).toHaveLength(1)
    expect(said()[0]).toBe(`Exported “${taken[0]}”.`)
    await until(() => dialog() === null)
  })

  it('asks CSV for a byte order mark and exact text, with a warning, and forgets “exact”', async () => {
    const { asked } = await withDialog()
    runCommand('export.segments')
    await until(dialog)
    expect(dialog()?.textContent).not.toContain('byte order mark')
    await choose('CSV')
    await until(() => dialog()?.textContent?.includes('byte order mark'))
    for (const box of document.querySelectorAll('.export-options input')) await click(box)
    await until(() => dialog()?.textContent?.includes('may run such a cell as a formula'))
    await click(button('Export'))
    await until(() => dialog() === null)
    expect(asked).toEqual([['exchange.segments', { scope: {}, format: 'csv', bom: true, exact: true }]])
    runCommand('export.segments')
    expect(exportQuestion.getState().choice).toEqual({ format: 'csv', bom: true, exact: false })
  })

  it('offers a text to read for segments alone', async () => {
    const { asked } = await withDialog()
    runCommand('export.segments')
    await until(dialog)
    await choose('Markdown')
    await click(button('Export'))
    await until(() => dialog() === null)
    expect(asked).toEqual([['exchange.segments', { scope: {}, format: 'md' }]])
    showView('table')
    runCommand('export.shown')
    await until(dialog)
    expect(dialog()?.textContent).not.toContain('Markdown')
    await click(button('Export'))
    await until(() => asked.length === 2)
    expect(asked[1]).toMatchObject(['exchange.table', { format: 'xlsx' }])
  })

  it('says what went wrong', async () => {
    const { answer, taken } = await withDialog()
    answer(name =>
      name === 'exchange.segments' ? Promise.reject(fail('disk-full', { path: 'D:' })) : undefined,
    )
    runCommand('export.segments')
    await until(dialog)
    await click(button('Export'))
    await until(() => said()[0]?.startsWith('The disk with D: is full'))
    expect(taken).toEqual([])
  })
})
