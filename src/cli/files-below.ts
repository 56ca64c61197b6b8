import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Usage } from './args.ts'

export interface ListedFile {
  readonly path: string
  /** as it is told to the user: below the folder that was named */
  readonly shown: string
}

/** Files as they are; folders as all files below them in the order of their names, hidden ones left out. */
export function filesBelow(paths: readonly string[]): ListedFile[] {
  return paths.flatMap(path => {
    if (!existsSync(path)) throw new Usage(`There is no file or folder at ${path}.`)
    return statSync(path).isDirectory() ? listFolder(path) : [{ path, shown: path }]
  })
}

function listFolder(folder: string): ListedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, shown: relative(folder, path) }))
    .filter(({ shown }) => !shown.split(sep).some(part => part.startsWith('.')))
    .sort((a, b) => a.shown.localeCompare(b.shown, 'en', { numeric: true }))
}
