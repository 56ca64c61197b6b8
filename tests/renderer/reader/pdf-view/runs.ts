import type { PageRun } from '../../../../src/shared/model/page-layout.ts'

type Look = Partial<Omit<PageRun, 'start' | 'end' | 'stops'>> & { readonly step?: number }

/** A run of so many letters, each as wide as the other. */
export function run(start: number, length: number, look: Look = {}): PageRun {
  const { step = 5, ...rest } = look
  const made = { x: 0, y: 0, width: length * step, height: 10, turn: 0, vertical: false, rtl: false } as const
  return {
    ...made,
    ...rest,
    start,
    end: start + length,
    stops: Array.from({ length: length + 1 }, (_, at) => at * step * 10),
  }
}
