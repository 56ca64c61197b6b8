/**
 * What crosses between the processes: the structured clone algorithm, really. DOM objects
 * throw, since the main process has no way to decode them (docs/api/ipc-renderer.md).
 */
export function overTheWire<T>(value: T): T {
  refuseDomObjects(value, new Set())
  return structuredClone(value)
}

function refuseDomObjects(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (value instanceof Blob) throw new Error('An object could not be cloned.')
  if (ArrayBuffer.isView(value)) return
  for (const inner of Object.values(value)) refuseDomObjects(inner, seen)
}
