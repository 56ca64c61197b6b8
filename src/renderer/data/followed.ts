import type { Transport } from '../../shared/client.ts'
import type { Segment, SegmentNews } from '../../shared/contract/segments.ts'

/** An answer, and what the core needs to be told to say only what is new in it. */
export interface Followed {
  readonly value: unknown
  readonly mark: number
}

type Follow = (transport: Transport, input: unknown, known: Followed | undefined) => Promise<Followed>

/**
 * Questions with long answers of which a step changes little: asked again, only what has
 * changed comes over the wire. The segments of a long document are two megabytes, and a
 * coding that waits for these to be read holds up the frame after it.
 */
export const followedQuestions: Readonly<Record<string, Follow>> = {
  'segments.ofDocument': async (transport, input, known) => {
    const { documentId } = input as { documentId: string }
    const asked = known === undefined ? { documentId } : { documentId, mark: known.mark }
    const news = (await transport.call('segments.since', asked)) as SegmentNews
    return { value: withNews((known?.value ?? []) as readonly Segment[], news), mark: news.mark }
  },
}

/** The list as it is after the news; what did not change is the same object, and if nothing did, the same list. */
export function withNews(known: readonly Segment[], news: SegmentNews): readonly Segment[] {
  if (news.whole) return news.segments
  const touched = new Set<string>([...news.gone, ...news.segments.map(({ id }) => id)])
  const kept = known.filter(({ id }) => !touched.has(id))
  if (kept.length === known.length && news.segments.length === 0) return known
  const merged: Segment[] = []
  let next = 0
  for (const segment of kept) {
    for (let one = news.segments[next]; one && inOrder(one, segment) < 0; one = news.segments[++next])
      merged.push(one)
    merged.push(segment)
  }
  return [...merged, ...news.segments.slice(next)]
}

/** The core's order: of the text, longer ones first, then by number. */
const inOrder = (a: Segment, b: Segment) => a.start - b.start || b.end - a.end || numberOf(a) - numberOf(b)
const numberOf = ({ reference }: Segment) => Number(reference.slice(reference.indexOf(':') + 1))
