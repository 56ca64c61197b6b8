import { describe, expect, it } from 'vitest'
import { listSegments, workspace } from '../../../../src/renderer/state/workspace.ts'
import { click, type, until } from '../window.tsx'
import { button, labels, withSegments } from './listed.tsx'

describe('a list of segments is narrowed', () => {
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
})
