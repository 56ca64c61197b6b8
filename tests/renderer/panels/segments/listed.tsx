import { drawerState } from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { SegmentsDrawer } from '../../../../src/renderer/panels/segments/SegmentsDrawer.tsx'
import { listSegments } from '../../../../src/renderer/state/workspace.ts'
import { show, testWindow, until } from '../window.tsx'

const WORDS = 'One duty of all sides. Another duty of some. A third of none at all.'

/** Two documents with four codings, all of them listed. */
export async function withSegments() {
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

export const rowsOf = (page: Element) => [...page.querySelectorAll<HTMLElement>('.segments-row[aria-label]')]
export const labels = (page: Element) => rowsOf(page).map(row => row.getAttribute('aria-label')!)
export const head = (page: Element) => page.querySelector('.segments-count')?.textContent
export const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''
export const button = (page: Element, name: string) =>
  [...page.querySelectorAll('button')].find(
    one => one.getAttribute('aria-label') === name || one.textContent === name,
  )!
