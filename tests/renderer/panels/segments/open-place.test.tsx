import { describe, expect, it } from 'vitest'
import { drawerState, groupBy, sortBy } from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { closeDrawer, go, listSegments, workspace } from '../../../../src/renderer/state/workspace.ts'
import { press, until } from '../window.tsx'
import { focused, labels, rowsOf, withSegments } from './listed.tsx'

async function withPlaceOpened() {
  const window = await withSegments()
  rowsOf(window.page)[2]!.focus()
  await press('Enter')
  const away = window.page.appendChild(document.createElement('button'))
  away.focus()
  return { ...window, away }
}

describe('the way back from a place to its row', () => {
  it('opens the list again that was closed meanwhile', async () => {
    await withPlaceOpened()
    closeDrawer()
    go('back')
    await until(() => focused().startsWith('1:2'))
    expect(workspace.getState().drawer?.title).toBe('All segments')
  })

  it('leads to the list as it was, where another is shown by now, in its order', async () => {
    const { page, duty } = await withPlaceOpened()
    listSegments({ codeIds: [duty] }, 'Duty')
    sortBy('longest')
    groupBy('code')
    await until(() => labels(page).length === 2)
    go('back')
    await until(() => labels(page).length === 4 && focused().startsWith('1:2'))
    expect(drawerState.getState()).toMatchObject({ at: 2, sorting: 'document', grouping: 'none' })
  })

  it('finds the row where it is now, when rows before it have gone', async () => {
    const { page, client } = await withPlaceOpened()
    const { rows } = await client.segments.list({})
    await client.segments.uncode({ codingIds: [rows[0]!.codingId!] })
    await until(() => labels(page).length === 3)
    go('back')
    await until(() => drawerState.getState().at === 1 && focused().startsWith('1:2'))
  })

  it('is there again after going forward', async () => {
    const { away } = await withPlaceOpened()
    go('back')
    await until(() => focused().startsWith('1:2'))
    go('forward')
    away.focus()
    closeDrawer()
    go('back')
    await until(() => focused().startsWith('1:2'))
  })
})
