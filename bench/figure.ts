/** One measured number. `baseline`: a plain implementation of the same work, timed in the same run. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'rows/s' | 'frames/s' | 'nodes' | 'bars'
  readonly goal: number | null
  readonly baseline: number | null
  /** what the baseline is, in a few words */
  readonly plain: string
  /** how the samples lie, where there were many */
  readonly spread?: Spread
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly samples: number
}

export const spreadOf = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  max: Math.max(...values),
  samples: values.length,
})

export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)]!
}

/** The median of several runs. */
export async function median(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await timed(work)).ms)
  return quantile(all, 0.5)
}
