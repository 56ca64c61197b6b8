const MOST = 46
const HEAD = 28

/**
 * A title that fits the head of a column. The middle goes: titles of one study often begin
 * alike and differ at the end.
 */
export function shortTitle(title: string): string {
  if (title.length <= MOST) return title
  const tail = MOST - HEAD
  const head = title.slice(0, HEAD).replace(/\s+\S*$/u, '')
  const end = title.slice(-tail).replace(/^\S*\s+/u, '')
  return `${head.toWellFormed().trim()} … ${end.toWellFormed().trim()}`
}
