import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../../src/renderer/commands/run.ts'
import { CodesPanel } from '../../../../src/renderer/panels/codes/CodesPanel.tsx'
import { coding } from '../../../../src/renderer/state/coding.ts'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { chooseCode, workspace } from '../../../../src/renderer/state/workspace.ts'
import { click, press, rowNamed, rowsIn, said, show, testWindow, type, until } from '../window.tsx'

async function withCodes() {
  const window = testWindow()
  coding.setState(coding.getInitialState(), true)
  const { client } = window
  const framing = await client.codes.create({ name: 'Framing', codable: false })
  const shared = await client.codes.create({ name: 'Shared', parentId: framing, definition: 'A common duty' })
  const actors = await client.codes.create({ name: 'Actors' })
  const documentId = await window.document('Text', 'One duty of all. Another duty of some.')
  await window.code(documentId, 'One duty', shared)
  const page = await show(<CodesPanel />)
  await until(() => rowNamed(page, 'Framing'))
  return { ...window, framing, shared, actors, documentId, page }
}

const field = (page: Element) => until(() => page.querySelector('input.inline-name'))

describe('CodesPanel', () => {
  it('says how codes come about while there are none', async () => {
    testWindow()
    const page = await show(<CodesPanel />)
    await until(() =>
      page.textContent?.includes('Select a passage and press C. Codes you create appear here.'),
    )
  })

  it('shows the tree with its numbers', async () => {
    const { page } = await withCodes()
    expect(rowsIn(page)).toEqual([
      '1 Framing, 1 segment with sub-codes, heading',
      '2 Shared, 1 segment',
      '1 Actors, 0 segments',
    ])
  })

  it('chooses with a click, lists with Enter, and codes nothing', async () => {
    const { page, shared, documentId, client } = await withCodes()
    coding.setState({ selection: { documentId, span: { start: 17, end: 29 } } })
    await click(rowNamed(page, 'Shared')!)
    expect(workspace.getState().codeId).toBe(shared)
    await until(() => page.textContent?.includes('A common duty'))
    await press('Enter')
    expect(workspace.getState().drawer?.scope).toEqual({ codeIds: [shared], withSubcodes: false })
    expect(await client.segments.ofDocument({ documentId })).toHaveLength(1)
  })

  it('codes the selection by the button made for it', async () => {
    const { page, documentId, client, shared } = await withCodes()
    await click(rowNamed(page, 'Shared')!)
    expect(page.querySelector('.codes-tree[data-applies]')).toBeNull()
    coding.setState({ selection: { documentId, span: { start: 17, end: 29 } } })
    await until(() => page.querySelector('.codes-tree[data-applies]'))
    const apply = await until(() => rowNamed(page, 'Shared')?.querySelector('.codes-apply'))
    await click(apply)
    await until(() => rowNamed(page, 'Shared, 2 segments'))
    const segments = await client.segments.ofDocument({ documentId })
    expect(segments[1]).toMatchObject({ start: 17, end: 29, codings: [{ codeId: shared }] })
  })

  it('makes a sibling and a child in place', async () => {
    const { page, client, framing } = await withCodes()
    await click(rowNamed(page, 'Shared')!)
    runCommand('codes.new')
    const sibling = await field(page)
    await type(sibling, 'Win-win')
    await press('Enter', {}, sibling)
    await until(() => rowNamed(page, 'Win-win'))
    runCommand('codes.newChild')
    const child = await field(page)
    await type(child, 'For migrants')
    await press('Enter', {}, child)
    await until(() => rowNamed(page, 'For migrants'))
    const codes = await client.codes.list()
    expect(codes.find(({ name }) => name === 'Win-win')?.parentId).toBe(framing)
    expect(codes.find(({ name }) => name === 'For migrants')?.path).toBe('Framing/Win-win/For migrants')
  })

  it('moves with the keys and says so', async () => {
    const { page, client, actors, framing } = await withCodes()
    await click(rowNamed(page, 'Actors')!)
    runCommand('codes.in')
    await until(() => rowNamed(page, 'Actors')?.getAttribute('aria-level') === '2')
    expect((await client.codes.list()).find(({ id }) => id === actors)?.parentId).toBe(framing)
    await until(() => messages.getState().polite === '“Actors” moved within “Framing”.')
  })

  it('deletes with everything below, without asking, and brings it back', async () => {
    const { page, client } = await withCodes()
    await click(rowNamed(page, 'Framing')!)
    runCommand('codes.delete')
    await until(() => said().includes('Deleted “Framing” and 1 sub-code with 1 coding.'))
    await until(() => rowsIn(page).length === 1)
    expect(rowNamed(page, 'Actors')?.getAttribute('aria-selected')).toBe('true')
    messages.getState().toasts.at(-1)?.action?.run()
    await until(() => rowNamed(page, 'Shared, 1 segment'))
    expect(await client.codes.list()).toHaveLength(3)
  })

  it('deletes what is selected, though some of it has gone in the meantime', async () => {
    const { page, client, actors } = await withCodes()
    await click(rowNamed(page, 'Actors')!)
    await click(rowNamed(page, 'Shared')!, { ctrlKey: true })
    await client.codes.delete({ codeIds: [actors] })
    await until(() => !rowNamed(page, 'Actors'))
    runCommand('codes.delete')
    await until(() => said().includes('Deleted “Shared” with 1 coding.'))
    expect((await client.codes.list()).map(({ name }) => name)).toEqual(['Framing'])
  })

  it('marks a code that a memo is about', async () => {
    const { page, client, actors } = await withCodes()
    await client.memos.create({ title: 'Who acts?', about: { codeId: actors } })
    await until(() => rowNamed(page, 'Actors, 0 segments, memo'))
  })

  it('does not undo a later deed by the button of an earlier one', async () => {
    const { page, client } = await withCodes()
    await click(rowNamed(page, 'Actors')!)
    runCommand('codes.delete')
    await until(() => said().length === 1)
    await client.codes.create({ name: 'Later' })
    messages.getState().toasts[0]?.action?.run()
    await until(() => said().some(text => text.startsWith('Something else has been done since')))
    expect((await client.codes.list()).map(({ name }) => name)).toContain('Later')
  })

  it('opens what is above a code that is chosen elsewhere', async () => {
    const { page, framing, shared } = await withCodes()
    await click(rowNamed(page, 'Framing')!.querySelector('.tree-twisty')!)
    await until(() => !rowNamed(page, 'Shared'))
    expect(localStorage.getItem('postil.codes.collapsed::memory:')).toBe(framing)
    chooseCode(shared)
    await until(() => rowNamed(page, 'Shared')?.getAttribute('aria-selected') === 'true')
  })

  it('filters by a word of the definition and keeps what is above', async () => {
    const { page } = await withCodes()
    await type(page.querySelector('input[type="search"]')!, 'common')
    await until(() => rowsIn(page).length === 2)
    expect(rowNamed(page, 'Shared')).toBeDefined()
    await type(page.querySelector('input[type="search"]')!, 'nothing like it')
    await until(() => page.textContent?.includes('No code holds “nothing like it”'))
  })

  it('keeps a definition when its field is left for another code', async () => {
    const { page, client, shared } = await withCodes()
    await click(rowNamed(page, 'Shared')!)
    const area = await until(() => page.querySelector('textarea'))
    await type(area, 'A duty of all sides')
    await click(rowNamed(page, 'Actors')!)
    await until(() => page.querySelector('textarea')?.getAttribute('aria-label') === 'Definition of Actors')
    const definitionOf = async () => (await client.codes.list()).find(({ id }) => id === shared)?.definition
    await expect.poll(definitionOf).toBe('A duty of all sides')
    expect(page.querySelector('textarea')?.value).toBe('')
  })

  it('pins to the digit asked for, and takes it off', async () => {
    const { page, actors } = await withCodes()
    await click(rowNamed(page, 'Actors')!)
    runCommand('codes.pin', 4)
    expect(coding.getState().pinned[3]).toBe(actors)
    runCommand('codes.pin')
    expect(coding.getState().pinned).toEqual(Array.from({ length: 9 }, () => null))
  })
})
