import { commandAt } from '../../commands/keys.ts'

/** What a key means in the list: a step to another row, or a verb of the catalogue on this one. */
export type GridKey =
  | { readonly step: number; readonly pick: boolean }
  | { readonly cell: 1 | -1 }
  | { readonly none: true }
  | { readonly verb: Verb }

const VERBS = {
  'row.open': 'open',
  'row.preview': 'preview',
  'row.copy': 'copy',
  'row.pick': 'pick',
  'row.pickAll': 'pickAll',
  'row.comment': 'comment',
  'row.add': 'add',
  'row.recode': 'recode',
  'row.remove': 'remove',
  'row.delete': 'delete',
} as const

export type Verb = (typeof VERBS)[keyof typeof VERBS]

const ALL = Number.MAX_SAFE_INTEGER

/** Verbs have the keys of the catalogue, or those the user gave them; moving about is the list's own. `page`: rows in view. */
export function gridKey(event: KeyboardEvent, page: number): GridKey | null {
  const id = commandAt(event, 'segments')
  if (id !== null && Object.hasOwn(VERBS, id)) return { verb: VERBS[id as keyof typeof VERBS] }
  const { key, shiftKey } = event
  if (event.altKey) return null
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
  if (event.ctrlKey || event.metaKey) return null
  if (key === 'Escape') return { none: true }
  return key === 'ArrowRight' || key === 'ArrowLeft' ? { cell: key === 'ArrowRight' ? 1 : -1 } : null
}
