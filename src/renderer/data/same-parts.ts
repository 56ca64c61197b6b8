/**
 * The new value, with the parts of the old one in it wherever they say the same; the old
 * value itself if all does. What is shown of an answer is drawn anew only where it changed:
 * one coding changes the counts of one code, and the rows of the others stay as they are.
 */
export function withSameParts<T>(old: unknown, value: T): T {
  return (Array.isArray(value) ? sameInList(old, value) : sameInRecord(old, value)) as T
}

function sameInList(old: unknown, values: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(old)) return values
  // a row that went or came shifts those behind it: they are found by what they are called
  const byId = old.length === values.length ? null : new Map(old.map(one => [idOf(one), one]))
  const merged = values.map((value, index) => withSameParts(byId ? byId.get(idOf(value)) : old[index], value))
  return merged.length === old.length && merged.every((value, index) => value === old[index]) ? old : merged
}

function sameInRecord(old: unknown, value: unknown): unknown {
  if (!isRecord(value) || !isRecord(old)) return value
  const keys = Object.keys(value)
  let isSame = keys.length === Object.keys(old).length
  const merged: Record<string, unknown> = {}
  for (const key of keys) {
    merged[key] = withSameParts(old[key], value[key])
    if (merged[key] !== old[key] || !Object.hasOwn(old, key)) isSame = false
  }
  return isSame ? old : merged
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const idOf = (value: unknown): unknown => (isRecord(value) ? value['id'] : value)
