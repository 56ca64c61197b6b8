import type { KeyboardEvent } from 'react'
import { preferences } from '../../state/preferences.ts'

/** What a key means in the list: a step to another row, or a verb on this one. */
export type GridKey =
  | { readonly step: number; readonly pick: boolean }
  | { readonly cell: 1 | -1 }
  | { readonly all: boolean }
  | { readonly verb: Verb }

export type Verb = 'open' | 'preview' | 'pick' | 'copy' | 'add' | 'recode' | 'comment' | 'remove' | 'delete'

const LETTERS = { c: 'add', r: 'recode', n: 'comment', x: 'remove' } as const
const ALL = Number.MAX_SAFE_INTEGER

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** `page`: rows in view. */
export function gridKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, page: number): GridKey | null {
  if (altKey) return null
  const held = ctrlKey || metaKey
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -ALL,
    End: ALL,
  }
  const step = steps[key]
  if (step !== undefined) return { step, pick: shiftKey && Math.abs(step) === 1 }
  if (held) return heldKey(key)
  if (key === 'Escape') return { all: false }
  if (key === 'ArrowRight' || key === 'ArrowLeft') return { cell: key === 'ArrowRight' ? 1 : -1 }
  if (key === 'Enter') return { verb: 'open' }
  if (key === ' ') return { verb: 'preview' }
  if (key === 'Delete') return { verb: shiftKey ? 'delete' : 'remove' }
  if (shiftKey || !preferences.getState().letterKeys) return null
  const letter = key.toLowerCase() as keyof typeof LETTERS
  return Object.hasOwn(LETTERS, letter) ? { verb: LETTERS[letter] } : null
}

function heldKey(key: string): GridKey | null {
  if (key === ' ') return { verb: 'pick' }
  if (key.toLowerCase() === 'a') return { all: true }
  return key.toLowerCase() === 'c' ? { verb: 'copy' } : null
}
