import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a start was given: which file to open, in words that survive the trip to the first instance. */
export interface StartArguments {
  readonly project: string | null
}

/**
 * The file among the arguments of a start. In front of it stand the program and, when it is
 * not packaged, the folder of the app; options are Chromium's or ours and no files.
 */
export function readArguments(argv: readonly string[], cwd: string, isPackaged: boolean): StartArguments {
  const rest = argv.slice(isPackaged ? 1 : 2)
  const given = rest.find(argument => argument !== '' && !argument.startsWith('-'))
  return { project: given === undefined ? null : toPath(given, cwd) }
}

/** File managers of Linux hand over addresses (file:///…) where others hand over paths. */
function toPath(given: string, cwd: string): string | null {
  if (!given.startsWith('file:')) return resolve(cwd, given)
  try {
    return fileURLToPath(given)
  } catch (error) {
    console.error(`${given} is not the address of a file here: ${String(error)}`)
    return null
  }
}

/** What came from a second start; whatever else another program may have sent counts as nothing. */
export function receivedProject(data: unknown): string | null {
  const project = typeof data === 'object' && data !== null && 'project' in data ? data.project : null
  return typeof project === 'string' && project !== '' ? project : null
}
