import { createContext, useContext } from 'react'
import { type CodingState, coding, emptyCoding } from '../state/coding.ts'
import type { PaneId } from '../state/places.ts'
import { workspace } from '../state/workspace.ts'
import { useStore } from '../ui/use-store.ts'

/** The pane in which a reader is. */
export const PaneContext = createContext<PaneId>('a')

/** The active pane: commands mean its reader, and what is selected is selected there. */
export function useIsActivePane(): boolean {
  const paneId = useContext(PaneContext)
  return useStore(workspace, state => state.paneId === paneId)
}

/** The coding state as this reader may show it: in the pane that is not active, nothing is selected or picked. */
export function useOwnCoding<T>(select: (state: CodingState) => T): T {
  const isActive = useIsActivePane()
  return useStore(coding, state => select(isActive ? state : emptyCoding))
}

/** What tells the landmarks of two readers apart by name; nothing where there is one. */
export function useSideName(): string {
  const isActive = useIsActivePane()
  const side = useStore(workspace, state => state.beside?.side)
  if (side === undefined) return ''
  const other = side === 'left' ? 'right' : 'left'
  return `, ${isActive ? other : side}`
}
