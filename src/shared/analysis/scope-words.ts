interface Named {
  readonly id: string
  readonly name: string
}

/**
 * A choice in words, for the notes of a table: "all 12", or "2 of 12: A; B". Who was
 * chosen but is not in the project any more is counted, so that an old question does not
 * silently mean less than it did.
 */
export function choiceInWords(ids: readonly string[] | undefined, all: readonly Named[]): string {
  if (ids === undefined) return `all ${all.length}`
  const wanted = new Set(ids)
  const chosen = all.filter(({ id }) => wanted.has(id))
  const gone = wanted.size - chosen.length
  const missing = gone === 0 ? '' : ` (${gone} chosen before, not in the project any more)`
  const names = chosen.length === 0 ? '' : `: ${chosen.map(({ name }) => name).join('; ')}`
  return `${chosen.length} of ${all.length}${names}${missing}`
}

export const codeNames = (codes: readonly { readonly id: string; readonly path: string }[]): Named[] =>
  codes.map(({ id, path }) => ({ id, name: path }))
