import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { TreeProps } from './Tree.tsx'
import { createTypeAhead, type TreeDeed, treeDeed } from './tree-keys.ts'
import type { TreeRow } from './tree-row.ts'
import { reveal } from './tree-window.ts'

/** Keys of a tree; and the focus, which follows the row that has it wherever that goes. */
export function useTreeKeys<R extends TreeRow>(
  props: TreeProps<R>,
  box: RefObject<HTMLDivElement | null>,
  at: number,
) {
  const { rows, rowHeight, focus } = props
  const typeAhead = useRef<ReturnType<typeof createTypeAhead>>(undefined)
  typeAhead.current ??= createTypeAhead()
  const onLost = useFocusKept(box, rows, focus, at, rowHeight)

  function perform(deed: TreeDeed): void {
    if (deed.do === 'focus') props.onPick(deed.key, deed.how)
    else if (deed.do === 'toggle') props.onToggle(deed.key, deed.expanded)
    else if (deed.do === 'all') props.onPickAll()
    else {
      const row = rows.find(({ key }) => key === deed.key)
      if (row) props.onAct(row)
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    // buttons and fields inside a row have their own keys
    const target = event.target as HTMLElement
    if (target !== box.current && target.getAttribute('role') !== 'treeitem') return
    // before a row has been chosen, the one that can be tabbed to is where one is
    const here = at >= 0 ? focus : (target.dataset['key'] ?? null)
    if (typeAhead.current?.takes(event)) {
      event.preventDefault()
      const found = typeAhead.current.find(rows, here, event.key)
      if (found !== null) props.onPick(found, 'one')
      return
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1)
    const deed = treeDeed(rows, here, event, page)
    if (deed === null) return
    event.preventDefault()
    perform(deed)
  }
  return { onKeyDown, onLost }
}

/** Moves the focus within the tree to the row that has it now; returns what to call when a row with the focus goes. */
function useFocusKept(
  box: RefObject<HTMLDivElement | null>,
  rows: readonly TreeRow[],
  focus: string | null,
  at: number,
  rowHeight: number,
): () => void {
  const lost = useRef(false)
  const seen = useRef<{ key: string | null; at: number }>({ key: null, at: -1 })

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever rows go or come, the focus is looked after
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const active = document.activeElement
    const ours = active?.getAttribute('role') === 'treeitem' && element.contains(active)
    if (ours || lost.current) homeRow(element)?.focus({ preventScroll: true })
    // rows that come and go above must not scroll a list that someone only looks at
    const moved = seen.current.key !== focus || ((ours || lost.current) && seen.current.at !== at)
    if (moved && at >= 0) reveal(element, at, rowHeight)
    if (at >= 0) seen.current = { key: focus, at }
    lost.current = false
  }, [box, rows, focus, at, rowHeight])

  // what opens below the tree when a row is chosen must not cover that row
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const hasFocus = element.contains(document.activeElement)
      if (hasFocus && seen.current.at >= 0) reveal(element, seen.current.at, rowHeight)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, rowHeight])

  return useCallback(() => {
    lost.current = true
  }, [])
}

const homeRow = (box: HTMLElement) => box.querySelector<HTMLElement>('[role="treeitem"][data-home]')
