import type { RowEvents } from './Tree.tsx'
import type { RowProps } from './TreeItem.tsx'
import type { TreeRow } from './tree-row.ts'

/** Whether a row would be drawn the same: what it does on an event is not part of how it looks. */
export function isSameRow<R extends TreeRow>(a: RowProps<R>, b: RowProps<R>): boolean {
  return (
    a.index === b.index &&
    a.isHome === b.isHome &&
    a.isSelected === b.isSelected &&
    a.onLost === b.onLost &&
    a.tree.rowHeight === b.tree.rowHeight &&
    hasSameValues(a.row, b.row) &&
    hasSameValues(a.described, b.described) &&
    hasSameValues(a.events ?? {}, b.events ?? {})
  )
}

/** The same events, each done by what is there when it happens. */
export function sameEvents(events: RowEvents | undefined, now: () => RowEvents | undefined): RowEvents {
  const entries = Object.entries(events ?? {}).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'function') return [name, value]
    return [
      name,
      (...about: unknown[]) => {
        const deed: unknown = Reflect.get(now() ?? {}, name)
        if (typeof deed === 'function') deed(...about)
      },
    ]
  })
  return Object.fromEntries(entries)
}

function hasSameValues(a: object, b: object): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every(name => {
      const before: unknown = Reflect.get(a, name)
      const after: unknown = Reflect.get(b, name)
      return before === after || (typeof before === 'function' && typeof after === 'function')
    })
  )
}
