import { describe, expect, it } from 'vitest'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { click, press, said, type, until } from '../window.tsx'
import { button, focused, head, labels, rowsOf, withSegments } from './listed.tsx'

describe('coding in the list of segments', () => {
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

  it('lists free segments, and codes one in its place', async () => {
    const { page, client, a } = await withSegments()
    await client.segments.create({ documentId: a, span: { start: 47, end: 52 } })
    await until(() => head(page) === '4 segments in 2 documents, 4 codings, 1 free')
    const label = '1:3, Accord, no code, Ada: third'
    await until(() => labels(page).includes(label))
    rowsOf(page)[labels(page).indexOf(label)]!.focus()
    await press('x')
    expect(said()).toEqual(['There is no code on 1:3. Shift+Del deletes the segment.'])
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
})
