/**
 * Where the worker modules lie: as sources beside this file when run from the checkout,
 * as bundles in the folder of the entry when built.
 */
export function workerModule(name: 'core-worker' | 'reading-worker'): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL(`./${name}.js`, import.meta.url)
  return new URL(
    name === 'core-worker' ? './core-worker.ts' : '../reading/reading-worker.ts',
    import.meta.url,
  )
}
