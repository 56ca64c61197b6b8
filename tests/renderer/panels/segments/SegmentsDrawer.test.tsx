import { beforeEach, describe, expect, it } from 'vitest'
import { exportQuestion, exportShown } from '../../../../src/renderer/panels/export/export-state.ts'
import { drawerState, groupBy, sortBy } from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { SegmentsDrawer } from '../../../../src/renderer/panels/segments/SegmentsDrawer.tsx'
import { listSegments } from '../../../../src/renderer/state/workspace.ts'
import { click, show, testWindow, until } from '../window.tsx'
import { button, head, labels, rowsOf, withSegments } from './listed.tsx'

beforeEach(() => exportQuestion.setState({ wanted: null }))

describe('the list of segments', () => {
  it('is not there until something is listed', async () => {
    testWindow()
    const page = await show(<SegmentsDrawer />)
    expect(page.textContent).toBe('')
  })

  it('lists one row a coding, in the order of documents and text', async () => {
    const { page } = await withSegments()
    expect(head(page)).toBe('3 segments in 2 documents, 4 codings')
    expect(labels(page)).toEqual([
      '1:1, Accord, Duty, Ada: One duty',
      '1:1, Accord, Duty/Shared, Ada: One duty',
      '1:2, Accord, Duty, Ada: Another duty',
      '2:1, Brief, Duty/Shared, Ada: third',
    ])
    expect(rowsOf(page)[2]?.textContent).toContain('Another duty of some.')
    expect(rowsOf(page)[2]?.textContent).not.toContain('A third')
  })

  it('says nothing of codings where each segment has one', async () => {
    const { page, duty } = await withSegments()
    listSegments({ codeIds: [duty] }, 'Duty')
    await until(() => head(page) === '2 segments in 1 document')
  })

  it('groups by code and by document', async () => {
    const { page } = await withSegments()
    const headings = () => [...page.querySelectorAll('.segments-section')].map(one => one.textContent)
    groupBy('code')
    await until(() => headings().join() === 'Duty2,Duty › Shared2')
    await until(
      () =>
        labels(page)
          .map(label => label.slice(0, 3))
          .join() === '1:1,1:2,1:1,2:1',
    )
    groupBy('document')
    await until(() => headings().join() === 'Accord3,Brief1')
  })

  it('asks for the rows in view alone', async () => {
    const { page, client, a, duty, answer } = await withSegments()
    const { text } = await client.documents.text({ documentId: a })
    for (let start = 0; start < text.length - 1; start++)
      await client.segments.apply({ documentId: a, span: { start, end: text.length }, codeIds: [duty] })
    const asked: unknown[] = []
    answer((name, input) => {
      if (name === 'segments.list') asked.push(input)
      return undefined
    })
    listSegments({ documentIds: [a] }, 'Accord')
    await until(() => head(page)?.includes('70 codings'))
    await until(() => rowsOf(page).length > 5)
    expect(rowsOf(page).length).toBeLessThan(30)
    expect(page.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('70')
    expect(asked).toHaveLength(1)
  })

  it('stays as it was while another context or order is asked for', async () => {
    const { page, answer, client } = await withSegments()
    const before = labels(page)
    let go: (() => void) | undefined
    const gate = new Promise<void>(resolve => {
      go = resolve
    })
    answer((name, input) =>
      name === 'segments.list' ? gate.then(() => client.segments.list(input as object)) : undefined,
    )
    drawerState.setState({ context: 'paragraph' })
    sortBy('longest')
    await new Promise(resolve => setTimeout(resolve, 120))
    expect(labels(page)).toEqual(before)
    answer(() => undefined)
    go?.()
    await until(() => labels(page)[0]?.endsWith('Another duty'))
    expect(rowsOf(page)[0]?.querySelector('.segments-around')?.textContent).toBe('One duty of all sides. ')
  })

  it('exports what it lists', async () => {
    const { page } = await withSegments()
    await click(button(page, 'Export these segments…'))
    expect(exportQuestion.getState().wanted).toEqual({
      kind: 'segments',
      question: { scope: { free: 'with' } },
      context: 'sentence',
      title: 'All segments',
    })
    groupBy('coder')
    sortBy('longest')
    exportShown()
    expect(exportQuestion.getState().wanted).toMatchObject({
      question: { scope: { free: 'with' }, order: 'length', descending: true, grouping: 'coder' },
    })
  })
})
