import { useStore as useZustand } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'

/** A part of a store, watched. The selector must return what the store holds, not a new object. */
export function useStore<S, T>(
  store: Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>,
  select: (state: S) => T,
): T {
  return useZustand(store, select)
}
