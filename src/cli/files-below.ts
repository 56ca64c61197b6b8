import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface ListedFile {
  readonly path: string
  /** as it is told to the user: below the folder that was named */
  readonly shown: string
}

/**
 * Files as they are, also those that are not there; folders as all files below them in the
 * order of their names, hidden ones left out.
 */
export function filesBelow(paths: readonly string[]): ListedFile[] {
  return paths.flatMap(path =>
    isFolder(path)
      ? walk(path)
          .map(file => ({ path: file, shown: relative(path, file) }))
          .sort((a, b) => byName(a.shown, b.shown))
      : [{ path, shown: path }],
  )
}

/** Not `readdir`'s own recursion: that follows links to folders, which may lead round in circles. */
function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return walk(path)
      return isFile(entry, path) ? [path] : []
    })
}

/** A link to a file is a file. */
const isFile = (entry: Dirent, path: string) =>
  entry.isFile() || (entry.isSymbolicLink() && existsSync(path) && statSync(path).isFile())

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** "2.txt" before "10.txt"; a folder's own files and its folders by name alike. */
const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
