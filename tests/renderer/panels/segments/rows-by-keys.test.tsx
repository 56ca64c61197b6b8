import { describe, expect, it } from 'vitest'
import { go, workspace } from '../../../../src/renderer/state/workspace.ts'
import { press, said, type, until } from '../window.tsx'
import { focused, labels, rowsOf, withSegments } from './listed.tsx'

describe('a row of the list of segments', () => {
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
})
