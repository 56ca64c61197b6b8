import { createStore } from 'zustand/vanilla'
import { asFailure } from '../data/answers.ts'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'failure'
  /** one thing to do about it, such as Undo */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Messages {
  readonly toasts: readonly Toast[]
  /** said by screen readers: results politely, failures at once */
  readonly polite: string
  readonly assertive: string
}

export const messages = createStore<Messages>(() => ({ toasts: [], polite: '', assertive: '' }))

let next = 1
const DONE_MS = 6000

/** Says a result: shown for a few seconds, spoken once. */
export function say(text: string, action?: Toast['action']): void {
  push({ id: next++, text, tone: 'done', ...(action ? { action } : {}) })
  messages.setState({ polite: text })
}

/** Only spoken: what a sighted user sees happen anyway. */
export function announce(text: string): void {
  messages.setState({ polite: text })
}

/** A failure stays until it is closed: it may be the only sign that something was not saved. */
export function sayFailure(error: unknown): void {
  const failure = asFailure(error)
  if (failure.code === 'internal') console.error(error)
  push({ id: next++, text: failure.message, tone: 'failure' })
  messages.setState({ assertive: failure.message })
}

export function dismiss(id: number): void {
  messages.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
}

function push(toast: Toast): void {
  messages.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-4) }))
  if (toast.tone === 'done') setTimeout(() => dismiss(toast.id), DONE_MS)
}

/** Runs something a user asked for; what goes wrong is said, never swallowed. Resolves to undefined then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    sayFailure(error)
    return undefined
  }
}
