import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { foldText } from '../../../shared/text/fold.ts'

/** Finds codes by words of their name, path or definition; folding is done once for all queries. */
export function createCodeFinder(codes: readonly Code[]) {
  let folded: { code: Code; name: string; all: string }[] | null = null
  const texts = () => {
    folded ??= codes.map(code => ({
      code,
      name: foldText(code.name),
      all: foldText(`${code.path}\n${code.definition}`),
    }))
    return folded
  }

  /** The ids of the codes that hold every word of the query; null: nothing is asked. */
  function find(query: string): ReadonlySet<CodeId> | null {
    const words = wordsOf(query)
    if (words.length === 0) return null
    const hits = texts().filter(({ all }) => words.every(word => all.includes(word)))
    return new Set(hits.map(({ code }) => code.id))
  }

  /** For choosing one: names that begin with the query first, then names that hold it, then the rest. */
  function ranked(query: string, allowed: (code: Code) => boolean): Code[] {
    const words = wordsOf(query)
    const whole = foldText(query.trim())
    const rank = (name: string) => (name.startsWith(whole) ? 0 : name.includes(whole) ? 1 : 2)
    return texts()
      .filter(({ code, all }) => allowed(code) && words.every(word => all.includes(word)))
      .map(({ code, name }) => ({ code, rank: words.length === 0 ? 0 : rank(name) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ code }) => code)
  }

  return { find, ranked }
}
export type CodeFinder = ReturnType<typeof createCodeFinder>

const wordsOf = (query: string): string[] => foldText(query).split(/\s+/).filter(Boolean)
