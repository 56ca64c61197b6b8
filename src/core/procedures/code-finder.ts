import { joinPath, splitPath } from '../../shared/model/code-path.ts'
import { codeTree } from '../code-tree.ts'
import type { Context } from '../context.ts'
import { foldName, insertCode } from './code-rows.ts'

/**
 * Finds codes by path, case and accents' encoding folded, and makes what is missing. A
 * bare name that only one code in the tree has means that code, wherever it stands.
 */
export function createCodeFinder(ctx: Context) {
  const byPath = new Map<string, string>()
  const byName = new Map<string, string[]>()
  const made: string[] = []
  for (const { id, name, path } of codeTree(ctx.db)) {
    byPath.set(foldName(path), id)
    byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), id])
  }

  function make(names: readonly string[]): string {
    const path = joinPath(names)
    const known = byPath.get(foldName(path))
    if (known !== undefined) return known
    const parentId = names.length === 1 ? null : make(names.slice(0, -1))
    const id = insertCode(ctx, { name: names.at(-1)!, parentId })
    byPath.set(foldName(path), id)
    made.push(path)
    return id
  }

  function at(path: string): string {
    const names = splitPath(path)
    const known = byPath.get(foldName(joinPath(names)))
    if (known !== undefined) return known
    const namesakes = names.length === 1 ? (byName.get(foldName(names[0]!)) ?? []) : []
    return namesakes.length === 1 ? namesakes[0]! : make(names)
  }

  return { at, made: () => made }
}
