import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

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
    existsSync(path) && statSync(path).isDirectory() ? listFolder(path) : [{ path, shown: path }],
  )
}

function listFolder(folder: string): ListedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => ({
      path: join(entry.parentPath, entry.name),
      isFile: entry.isFile() || isLinkedFile(entry),
    }))
    .filter(({ isFile }) => isFile)
    .map(({ path }) => ({ path, shown: relative(folder, path) }))
    .filter(({ shown }) => !shown.split(sep).some(part => part.startsWith('.')))
    .sort((a, b) => byName(a.shown, b.shown))
}

interface Entry {
  readonly name: string
  readonly parentPath: string
  isSymbolicLink(): boolean
}

/** A link to a file is a file; links to folders are not followed, since they may lead round in circles. */
function isLinkedFile(entry: Entry): boolean {
  const path = join(entry.parentPath, entry.name)
  return entry.isSymbolicLink() && existsSync(path) && statSync(path).isFile()
}

/** "2.txt" before "10.txt"; a folder's own files and its folders by name alike. */
const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
