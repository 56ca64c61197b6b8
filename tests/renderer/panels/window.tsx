import { readFileSync, writeFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import { createSession, sessionStore } from '../../../src/renderer/data/session.ts'
import { SessionContext } from '../../../src/renderer/data/use-query.ts'
import { messages } from '../../../src/renderer/state/messages.ts'
import { emptyWorkspace, workspace } from '../../../src/renderer/state/workspace.ts'
import type { Change } from '../../../src/shared/client.ts'
import { type Reply, toFailureData } from '../../../src/shared/errors.ts'
import type { BrowserFile, Host } from '../../../src/shared/host.ts'
import { type TestProject, testProject } from '../../support/project.ts'

/** A call that is answered in the place of the core: `undefined` lets the core answer. */
export type Instead = (name: string, input: unknown) => Promise<unknown> | undefined

export interface TestWindow extends TestProject {
  /** names of files handed to the user */
  readonly taken: string[]
  /** answers some calls itself, to stand in for files that are hard to make */
  answer(instead: Instead): void
}

let project: TestProject | null = null
let instead: Instead = () => undefined
let taken: string[] = []

// the window asks for its host once, so there is one for all tests, and it speaks to the project of the day
const host: Host = {
  kind: 'web',
  call: async (name, input): Promise<Reply> => {
    try {
      return { ok: true, value: await (instead(name, input) ?? current().core.call(name, input)) }
    } catch (error) {
      return { ok: false, error: toFailureData(error) }
    }
  },
  onChange: (listener: (change: Change) => void) => current().core.onChange(listener),
  put: async (file: BrowserFile) => {
    const { handle, path } = current().core.freight.fresh(file.name)
    writeFileSync(path, Buffer.from(await file.arrayBuffer()))
    return handle
  },
  take: async (_handle, name) => {
    taken.push(name)
    return 'saved'
  },
  read: async handle => new Uint8Array(readFileSync(current().core.freight.resolve(handle).path)),
  onProject: () => () => undefined,
  projects: {
    current: async () => null,
    recents: async () => [],
    open: async () => ({ ok: true, value: null }),
    create: async () => ({ ok: true, value: null }),
    openSample: async () => ({ ok: true, value: null }),
    close: async () => undefined,
  },
}
Object.defineProperty(window, 'host', { value: host })

function current(): TestProject {
  if (!project) throw new Error('no project is open in this test')
  return project
}

/** A window on an empty project in memory. */
export function testWindow(): TestWindow {
  const mine = testProject()
  project = mine
  instead = () => undefined
  taken = []
  localStorage.clear()
  workspace.setState(emptyWorkspace, true)
  messages.setState({ toasts: [], polite: '', assertive: '' })
  const session = createSession(host, ':memory:')
  sessionStore.setState({ session })
  onTestFinished(() => {
    session.answers.stop()
    sessionStore.setState({ session: null })
  })
  return { ...mine, taken, answer: next => (instead = next) }
}

/** Puts a part of the window on the page; it goes with the test. */
export async function show(part: ReactNode): Promise<HTMLElement> {
  const page = document.body.appendChild(document.createElement('div'))
  const root = createRoot(page)
  const { session } = sessionStore.getState()
  root.render(<SessionContext value={session}>{part}</SessionContext>)
  onTestFinished(() => {
    root.unmount()
    page.remove()
  })
  await rendered()
  return page
}

/** Until React has shown what an event has changed. */
const rendered = () => new Promise(resolve => setTimeout(resolve, 5))

const PATIENCE = 5000

/** Waits until something is there (or true): the core answers in its own time. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  const end = Date.now() + PATIENCE
  for (;;) {
    const seen = look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`waited in vain for ${look.toString()}`)
    await rendered()
  }
}

export async function press(
  key: string,
  held: KeyboardEventInit = {},
  target: Element | null = document.activeElement,
) {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  await rendered()
}

export async function click(target: Element, held: MouseEventInit = {}): Promise<void> {
  for (const type of ['mousedown', 'mouseup', 'click'])
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, ...held }))
  if (target instanceof HTMLElement) target.focus()
  await rendered()
}

/** Types into a field as a user would see it: its whole content, at once. */
export async function type(field: Element, text: string): Promise<void> {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await rendered()
}

/** The rows of a tree as a screen reader has them: level and name. */
export const rowsIn = (page: Element): string[] =>
  [...page.querySelectorAll('[role="treeitem"]')].map(
    row => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`,
  )

export const rowNamed = (page: Element, name: string): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>('[role="treeitem"]')].find(row =>
    row.getAttribute('aria-label')?.startsWith(name),
  )

/** What the messages say, oldest first. */
export const said = (): string[] => messages.getState().toasts.map(({ text }) => text)
