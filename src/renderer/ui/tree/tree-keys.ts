import { foldText } from '../../../shared/text/fold.ts'
import { type PickHow, parentOf, type TreeRow } from './tree-row.ts'

export type TreeDeed =
  | { readonly do: 'focus'; readonly key: string; readonly how: PickHow }
  | { readonly do: 'toggle'; readonly key: string; readonly expanded: boolean }
  | { readonly do: 'act'; readonly key: string }
  | { readonly do: 'all' }

export interface TreeKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key does in a tree (the ARIA tree pattern), or null: it is not the tree's. */
export function treeDeed(
  rows: readonly TreeRow[],
  focus: string | null,
  event: TreeKey,
  page: number,
): TreeDeed | null {
  const command = event.ctrlKey || event.metaKey
  if (event.altKey || rows.length === 0) return null
  if (command && event.key.toLowerCase() === 'a' && !event.shiftKey) return { do: 'all' }
  if (command && event.key === ' ') return focus === null ? null : { do: 'focus', key: focus, how: 'toggle' }
  if (command) return null
  const at = rows.findIndex(row => row.key === focus)
  return sideways(rows, at, event.key) ?? upAndDown(rows, at, event, page)
}

function sideways(rows: readonly TreeRow[], at: number, key: string): TreeDeed | null {
  const row = rows[at]
  if (!row) return null
  if (key === 'Enter') return { do: 'act', key: row.key }
  if (key === 'ArrowRight') {
    if (row.expanded === false) return { do: 'toggle', key: row.key, expanded: true }
    const child = row.expanded ? rows[at + 1] : undefined
    return { do: 'focus', key: (child ?? row).key, how: 'one' }
  }
  if (key === 'ArrowLeft') {
    if (row.expanded) return { do: 'toggle', key: row.key, expanded: false }
    return { do: 'focus', key: (parentOf(rows, at) ?? row).key, how: 'one' }
  }
  return null
}

function upAndDown(rows: readonly TreeRow[], at: number, event: TreeKey, page: number): TreeDeed | null {
  const last = rows.length - 1
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? last : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const wanted = places[event.key]
  if (wanted === undefined) return null
  const row = rows[Math.min(last, Math.max(0, wanted))]!
  return { do: 'focus', key: row.key, how: event.shiftKey ? 'range' : 'one' }
}

const PATIENCE = 700

/** Type-ahead: letters typed in quick succession find the next row that begins with them. */
export function createTypeAhead(now: () => number = () => performance.now()) {
  let typed = ''
  let at = Number.NEGATIVE_INFINITY

  /** Is this key part of a name that is being typed? A space only inside one. */
  function takes({ key, ctrlKey, metaKey, altKey }: TreeKey): boolean {
    if (ctrlKey || metaKey || altKey) return false
    return /^[\p{L}\p{N}]$/u.test(key) || (key === ' ' && typed !== '' && now() - at < PATIENCE)
  }

  function find(rows: readonly TreeRow[], focus: string | null, key: string): string | null {
    typed = now() - at < PATIENCE ? typed + key : key
    at = now()
    const folded = foldText(typed)
    // the same letter again and again goes from one to the next of its rows
    const letters = new Set(folded)
    const wanted = letters.size === 1 ? [...letters][0]! : folded
    const from = rows.findIndex(row => row.key === focus)
    const start = letters.size === 1 ? from + 1 : Math.max(0, from)
    const turned = [...rows.slice(start), ...rows.slice(0, start)]
    return turned.find(row => foldText(row.text).startsWith(wanted))?.key ?? null
  }

  return { takes, find }
}
