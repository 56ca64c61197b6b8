import { beforeEach, describe, expect, it } from 'vitest'
import { exportQuestion, exportShown } from '../../../../src/renderer/panels/export/export-state.ts'
import { drawerState, groupBy, sortBy } from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { SegmentsDrawer } from '../../../../src/renderer/panels/segments/SegmentsDrawer.tsx'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { go, listSegments, workspace } from '../../../../src/renderer/state/workspace.ts'
import { click, press, said, show, testWindow, type, until } from '../window.tsx'

const WORDS = 'One duty of all sides. Another duty of some. A third of none at all.'

async function withSegments() {
  const window = testWindow()
  drawerState.setState(drawerState.getInitialState(), true)
  const { client } = window
  const duty = await client.codes.create({ name: 'Duty' })
  const shared = await client.codes.create({ name: 'Shared', parentId: duty })
  const a = await window.document('Accord', WORDS)
  const b = await window.document('Brief', WORDS)
  await window.code(a, 'One duty', duty, shared)
  await window.code(a, 'Another duty', duty)
  await window.code(b, 'third', shared)
  listSegments({}, 'All segments')
  const page = await show(<SegmentsDrawer />)
  await until(() => rowsOf(page).length === 4)
  return { ...window, page, duty, shared, a, b }
}

const rowsOf = (page: Element) => [...page.querySelectorAll<HTMLElement>('.segments-row[aria-label]')]
const labels = (page: Element) => rowsOf(page).map(row => row.getAttribute('aria-label')!)
const head = (page: Element) => page.querySelector('.segments-count')?.textContent
const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''
const button = (page: Element, name: string) =>
  [...page.querySelectorAll('button')].find(
    one => one.getAttribute('aria-label') === name || one.textContent === name,
  )!

beforeEach(() => exportQuestion.setState({ wanted: null }))

describe('SegmentsDrawer', () => {
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

  it('moves with the arrows and opens the place with Enter; coming back gives the row the focus', async () => {
    const { page, a } = await withSegments()
    rowsOf(page)[0]!.focus()
    await press('ArrowDown')
    await press('ArrowDown')
    await until(() => focused().startsWith('1:2'))
    await press('Enter')
    expect(workspace.getState()).toMatchObject({
      view: 'text',
      documentId: a,
      reveal: { span: { start: 23, end: 35 } },
    })
    expect(workspace.getState().drawer).not.toBeNull()
    const away = page.appendChild(document.createElement('button'))
    away.focus()
    go('back')
    await until(() => focused().startsWith('1:2'))
  })

  it('goes into the buttons of a row and back with the arrows', async () => {
    const { page } = await withSegments()
    rowsOf(page)[0]!.focus()
    await press('ArrowRight')
    expect(focused()).toBe('Pick 1:1, Duty')
    await press('ArrowLeft')
    expect(focused()).toBe('1:1, Accord, Duty, Ada: One duty')
  })

  it('removes a coding with X, keeps the focus in the list, and brings it back', async () => {
    const { page, client } = await withSegments()
    rowsOf(page)[2]!.focus()
    await press('x')
    await until(() => labels(page).length === 3)
    expect(said()).toEqual(['Removed “Duty” from 1:2.'])
    await until(() => focused().startsWith('2:1'))
    messages.getState().toasts[0]!.action!.run()
    await until(() => labels(page).length === 4)
    expect((await client.segments.list({})).total).toBe(4)
  })

  it('acts on all picked rows at once', async () => {
    const { page, client } = await withSegments()
    rowsOf(page)[0]!.focus()
    await press('ArrowDown', { shiftKey: true })
    await until(() => page.querySelector('.segments-picked')?.textContent?.startsWith('2 rows picked'))
    await press('ArrowDown', { shiftKey: true })
    await until(() => page.querySelector('.segments-picked')?.textContent?.startsWith('3 rows picked'))
    rowsOf(page)[0]!.focus()
    await press('Delete')
    await until(() => labels(page).length === 1)
    expect(said()).toEqual(['Removed 3 codings.'])
    await client.history.undo()
    await until(() => labels(page).length === 4)
  })

  it('gives a coding another code by some letters', async () => {
    const { page, client } = await withSegments()
    await client.codes.create({ name: 'Burden' })
    rowsOf(page)[3]!.focus()
    await press('r')
    const field = await until(() => document.querySelector<HTMLInputElement>('.code-picker input'))
    await type(field, 'burd')
    await until(() => document.querySelectorAll('.code-picker .pick-list-item').length === 1)
    await click(document.querySelector('.code-picker .pick-list-item')!)
    await until(() => labels(page).includes('2:1, Brief, Burden, Ada: third'))
    expect(said()).toEqual(['2:1 is now “Burden”.'])
  })

  it('keeps a comment that is written in its place', async () => {
    const { page, client } = await withSegments()
    rowsOf(page)[3]!.focus()
    await press('n')
    const field = await until(() => page.querySelector('textarea'))
    await type(field, 'Why none?')
    await press('x', {}, field)
    await press('Escape', {}, field)
    await until(() => labels(page)[3]?.endsWith('third. Comment: Why none?'))
    expect(page.querySelector('textarea')).toBeNull()
    expect((await client.segments.list({})).rows[3]?.comment).toBe('Why none?')
  })

  it('copies a quotation with its reference', async () => {
    const { page } = await withSegments()
    // what a browser does when it is told to copy
    const clipboard = new DataTransfer()
    const copy = () =>
      document.dispatchEvent(
        Object.assign(new Event('copy', { cancelable: true }), { clipboardData: clipboard }),
      )
    Object.assign(document, { execCommand: copy })
    rowsOf(page)[3]!.focus()
    await press('c', { ctrlKey: true })
    await until(() => said().includes('Copied 2:1 with its reference.'))
    expect(clipboard.getData('text/plain')).toBe('“third” (Brief, 2:1)')
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

  it('drops a condition with its chip', async () => {
    const { page, duty, b } = await withSegments()
    listSegments({ codeIds: [duty], documentIds: [b] }, 'Duty · Brief')
    await until(() => page.textContent?.includes('No segments match these 2 filters.'))
    expect(button(page, 'Clear ‘Code = Duty’')).toBeDefined()
    await click(button(page, 'Without the condition “Brief”'))
    await until(() => labels(page).length === 2)
    expect(workspace.getState().drawer).toEqual({ scope: { codeIds: [duty] }, title: 'Segments' })
  })

  it('says what to do where a code has no segments', async () => {
    const { page, client } = await withSegments()
    const empty = await client.codes.create({ name: 'Empty' })
    listSegments({ codeIds: [empty] }, 'Empty')
    await until(() => page.textContent?.includes('No segments yet. Drag this code onto a passage'))
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

  it('lists free segments, and codes one in its place', async () => {
    const { page, client, a } = await withSegments()
    await client.segments.create({ documentId: a, span: { start: 47, end: 52 } })
    await until(() => head(page) === '4 segments in 2 documents, 4 codings, 1 free')
    const label = '1:3, Accord, no code, Ada: third'
    await until(() => labels(page).includes(label))
    rowsOf(page)[labels(page).indexOf(label)]!.focus()
    await press('x')
    expect(said()).toEqual(['There is no code on 1:3. Shift+Delete deletes the segment.'])
    await press('c')
    const field = await until(() => document.querySelector<HTMLInputElement>('.code-picker input'))
    await type(field, 'shar')
    await until(() => document.querySelectorAll('.code-picker .pick-list-item').length === 1)
    await click(document.querySelector('.code-picker .pick-list-item')!)
    await until(() => labels(page).includes('1:3, Accord, Duty/Shared, Ada: third'))
    expect(page.querySelector('.segments-chips')).toBeNull()
  })

  it('picks all with Mod+A, recodes them in one step, and none with Esc', async () => {
    const { page, client, duty, a } = await withSegments()
    const { segmentId } = await client.segments.create({ documentId: a, span: { start: 45, end: 49 } })
    await until(() => labels(page).length === 5)
    rowsOf(page)[0]!.focus()
    await press('a', { ctrlKey: true })
    await until(() => page.querySelector('.segments-picked')?.textContent?.startsWith('5 rows picked'))
    await press('Escape')
    expect(page.querySelector('.segments-picked')).toBeNull()
    await press('a', { ctrlKey: true })
    await until(() => page.querySelector('.segments-picked'))
    await click(button(page, 'Recode…'))
    await until(() => document.querySelector('.code-picker'))
    await click(
      [...document.querySelectorAll('.code-picker .pick-list-item')].find(one => one.textContent === 'Duty')!,
    )
    await until(() => labels(page).length === 4)
    expect((await client.segments.list({})).rows.map(row => row.codeId)).toEqual([duty, duty, duty, duty])
    await client.history.undo()
    expect((await client.segments.list({ scope: { free: 'only' } })).rows[0]).toMatchObject({ segmentId })
  })

  it('deletes a segment with Shift+Delete', async () => {
    const { page } = await withSegments()
    rowsOf(page)[0]!.focus()
    await press('Delete', { shiftKey: true })
    await until(() => labels(page).length === 2)
    expect(said()).toEqual(['Deleted 1:1 with all codings.'])
  })

  it('narrows by words, and says so where nothing is found', async () => {
    const { page } = await withSegments()
    const field = page.querySelector<HTMLInputElement>('.filter-field input')!
    await type(field, 'ANOTHER')
    await until(() => labels(page).length === 1)
    await type(field, 'nowhere')
    await until(() => page.textContent?.includes('No segments match this filter.'))
    await click(button(page, 'Clear ‘Words = nowhere’'))
    await until(() => labels(page).length === 4)
    expect(field.value).toBe('')
  })

  it('adds a filter from its menu', async () => {
    const { page, b } = await withSegments()
    await click(button(page, 'Add filter'))
    const entry = (name: string) =>
      [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(one => one.textContent === name)
    await click(await until(() => entry('Document…')))
    await click(await until(() => entry('Brief')))
    await until(() => labels(page).length === 1)
    expect(workspace.getState().drawer?.scope).toEqual({ free: 'with', documentIds: [b] })
    expect(button(page, 'Without the condition “Brief”')).toBeDefined()
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
})
