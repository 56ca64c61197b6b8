import { Name } from '../../shared/contract/common.ts'
import { joinPath, splitPath } from '../../shared/model/code-path.ts'
import { codeTree } from '../code-tree.ts'
import type { Context } from '../context.ts'
import { foldName, insertCode } from './code-rows.ts'

interface KnownCode {
  readonly id: string
  readonly path: string
  readonly codable: boolean
}

/** What a path in a table means: a code that is there, one to be made, or nothing usable. */
type Meaning =
  | { readonly code: KnownCode }
  | { readonly missing: readonly string[] }
  | { readonly problem: string }

/**
 * Finds codes by path, case and the encoding of accents folded, and makes what is missing.
 * A bare name that only one code in the tree has means that code, wherever it stands. What
 * a path means does not depend on what other rows of the same table have made.
 */
export function createCodeFinder(ctx: Context) {
  const byPath = new Map<string, KnownCode>()
  const byName = new Map<string, KnownCode[]>()
  const meanings = new Map<string, Meaning>()
  const madeIds = new Map<string, string>()
  const madePaths: string[] = []
  for (const { id, name, path, codable } of codeTree(ctx.db)) {
    const code = { id, path, codable: codable === 1 }
    byPath.set(foldName(path), code)
    const namesakes = byName.get(foldName(name))
    if (namesakes) namesakes.push(code)
    else byName.set(foldName(name), [code])
  }

  function understand(path: string): Meaning {
    const names = splitPath(path).map(name => Name.safeParse(name))
    if (names.length === 0) return { problem: 'the code is missing' }
    const unusable = names.find(({ success }) => !success)
    if (unusable?.error) return { problem: `the code cannot be used: ${unusable.error.issues[0]!.message}` }
    const clean = names.map(({ data }) => data!)
    const known = byPath.get(foldName(joinPath(clean)))
    if (known) return usable(known)
    const namesakes = clean.length === 1 ? (byName.get(foldName(clean[0]!)) ?? []) : []
    if (namesakes.length > 1)
      return {
        problem: `there are several codes “${path}” (${namesakes.map(code => code.path).join('; ')}): give the path`,
      }
    return namesakes.length === 1 ? usable(namesakes[0]!) : { missing: clean }
  }

  const usable = (code: KnownCode): Meaning =>
    code.codable
      ? { code }
      : { problem: `“${code.path}” is a heading of the code tree and cannot be applied` }

  function meaning(path: string): Meaning {
    const known = meanings.get(path) ?? understand(path)
    meanings.set(path, known)
    return known
  }

  function make(names: readonly string[]): string {
    const path = joinPath(names)
    const known = byPath.get(foldName(path))?.id ?? madeIds.get(foldName(path))
    if (known !== undefined) return known
    const parentId = names.length === 1 ? null : make(names.slice(0, -1))
    const id = insertCode(ctx, { name: names.at(-1)!, parentId })
    madeIds.set(foldName(path), id)
    madePaths.push(path)
    return id
  }

  return {
    /** what is wrong with a path; undefined if it can be used */
    problem(path: string): string | undefined {
      const found = meaning(path)
      return 'problem' in found ? found.problem : undefined
    },
    /** the id of the code a usable path means, made if it is missing */
    at(path: string): string {
      const found = meaning(path)
      if ('problem' in found) throw new Error(found.problem)
      return 'code' in found ? found.code.id : make(found.missing)
    },
    made: (): readonly string[] => madePaths,
  }
}
export type CodeFinder = ReturnType<typeof createCodeFinder>
