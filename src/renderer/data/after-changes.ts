import { findProcedure, type Transport } from '../../shared/client.ts'
import type { Readable } from '../../shared/model/tables.ts'
import { followedQuestions } from './followed.ts'

/**
 * Word of a coding comes just before the answer to the deed that made it. The bar in the
 * margin is to be shown first: counts and lists can wait for the frames after it.
 */
const BREATH_MS = 50

export interface AskingAgain {
  stop(): void
  /**
   * A deed that shows by itself what it has done. Until it is over, and the frame that shows
   * it is on the screen, nothing is asked again: no question is in the way of that frame.
   */
  hold(deed: Promise<unknown>): void
}

/** Asks again what was read from tables that a step has touched. */
export function askAfterChanges(
  transport: Transport,
  watched: ReadonlyMap<string, { readonly name: string }>,
  ask: (key: string) => void,
): AskingAgain {
  const due = new Set<string>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let held = 0

  /** Narrow questions first: the core answers one after the other. */
  function askDue(): void {
    clearTimeout(waiting)
    waiting = undefined
    const inTurn = [...due].map(key => ({ key, breadth: readsOf(watched.get(key)?.name).length }))
    due.clear()
    for (const { key } of inTurn.toSorted((a, b) => a.breadth - b.breadth)) ask(key)
  }

  function askSoon(): void {
    if (held === 0 && due.size > 0) waiting ??= setTimeout(askDue, BREATH_MS)
  }

  const stopHearing = transport.onChange(({ tables }) => {
    for (const [key, { name }] of watched) {
      if (!readsOf(name).some(table => tables.includes(table))) continue
      // little to say, and what the eye waits for: the segments of this document
      if (held === 0 && Object.hasOwn(followedQuestions, name)) ask(key)
      else due.add(key)
    }
    if (tables.includes('coding') || held > 0) askSoon()
    else askDue()
  })

  return {
    stop: () => {
      clearTimeout(waiting)
      stopHearing()
    },
    hold: deed => {
      held++
      clearTimeout(waiting)
      waiting = undefined
      const letGo = () => {
        held--
        askSoon()
      }
      deed.then(letGo, letGo)
    },
  }
}

function readsOf(name: string | undefined): readonly Readable[] {
  const procedure = name === undefined ? undefined : findProcedure(name)
  return procedure?.kind === 'query' ? procedure.reads : []
}
