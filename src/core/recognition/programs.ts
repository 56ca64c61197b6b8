import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** Where programs lie that a window started from the desktop does not have on its PATH. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'],
  win32: ['C:\\Program Files\\Tesseract-OCR', 'C:\\Program Files\\poppler\\bin'],
}

/** The absolute path of a program, or null. Folders that PATH names relatively are not trusted. */
export function findProgram(
  name: string,
  path = process.env['PATH'] ?? '',
  platform: string = process.platform,
): string | null {
  const file = platform === 'win32' ? `${name}.exe` : name
  const folders = [...path.split(delimiter).filter(isAbsolute), ...(USUAL[platform] ?? [])]
  return folders.map(folder => join(folder, file)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false // not there, or not to be run: the next folder
  }
}

export interface Ran {
  readonly ok: boolean
  readonly output: string
  /** what it said of its failure */
  readonly complaint: string
}

const MOST_OUTPUT = 64 * 1024 * 1024

/** Runs a program without a shell: arguments are what they are. Ended when `signal` says so or after `timeout` ms. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly signal?: AbortSignal; readonly timeout: number; readonly cwd?: string },
): Promise<Ran> {
  return new Promise(resolve => {
    execFile(
      program,
      [...args],
      { ...options, encoding: 'utf8', maxBuffer: MOST_OUTPUT, windowsHide: true, killSignal: 'SIGKILL' },
      (error, stdout, stderr) =>
        resolve({
          ok: error === null,
          output: stdout,
          complaint: (stderr.trim() || error?.message || '').slice(-500),
        }),
    )
  })
}
