import { useMemo } from 'react'
import type { Coder } from '../../shared/contract/coders.ts'
import type { Code } from '../../shared/contract/codes.ts'
import { useQuery } from '../data/use-query.ts'
import { useStore } from '../ui/use-store.ts'
import { withConfirmed } from './confirmed.ts'
import { filterSegments, isFiltering } from './margin-filter.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { indexSegments } from './segment-index.ts'

/** Segments, codes and coders as the reader looks things up in them; undefined until all have been said. */
export function useReaderData({ documentId, store }: ReaderModel): ReaderData | undefined {
  const found = useQuery('segments.ofDocument', { documentId })
  const confirmed = useStore(store, state => state.confirmed)
  const codes = useLooks(useQuery('codes.list', {}))
  const coders = useNames(useQuery('coders.list', {}))
  // the same array as long as nothing is new in it: then nothing is looked through again
  const merged = useMemo(() => found && withConfirmed(found, confirmed), [found, confirmed])
  const every = useMemo(() => merged && indexSegments(merged), [merged])
  const filter = useStore(store, state => state.filter)
  const segments = useMemo(
    () => (every && isFiltering(filter) ? indexSegments(filterSegments(every.all, filter)) : every),
    [every, filter],
  )
  const looks = useMemo(() => {
    if (!codes || !coders) return undefined
    return {
      code: new Map(codes.map(code => [code.id, code])),
      coder: new Map(coders.map(coder => [coder.id, coder])),
      me: coders.find(({ current }) => current)?.id ?? null,
    }
  }, [codes, coders])
  return useMemo(
    () => (segments && every && looks ? { segments, every, ...looks } : undefined),
    [segments, every, looks],
  )
}

/** Every coding changes counts of codes; what the reader shows of codes changes seldom, and so does this. */
function useLooks(codes: readonly Code[] | undefined): readonly Code[] | undefined {
  const looks = codes?.map(({ id, path, color, glyph }) => `${id} ${color} ${glyph} ${path}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the looks are the codes as far as they count here
  return useMemo(() => codes, [looks])
}

function useNames(coders: readonly Coder[] | undefined): readonly Coder[] | undefined {
  const names = coders?.map(({ id, name, current }) => `${id} ${current} ${name}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are the coders as far as they count here
  return useMemo(() => coders, [names])
}
