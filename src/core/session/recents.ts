import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { OpenProject } from '../../shared/host.ts'

const MOST = 12
const Stored = z.array(z.object({ path: z.string(), name: z.string() }))

export interface Recents {
  list(): readonly OpenProject[]
  add(project: OpenProject): void
}

/** The projects opened last, newest first, in a small file. A file that cannot be read begins anew: it holds no work. */
export function createRecents(file: string): Recents {
  function list(): OpenProject[] {
    if (!existsSync(file)) return []
    try {
      const stored = Stored.safeParse(JSON.parse(readFileSync(file, 'utf8')))
      if (stored.success) return stored.data
      console.error('The list of recent projects is not one, and begins anew.')
    } catch (error) {
      console.error(`The list of recent projects could not be read and begins anew: ${String(error)}`)
    }
    return []
  }
  function add(project: OpenProject): void {
    const others = list().filter(({ path }) => path !== project.path)
    const text = JSON.stringify([project, ...others].slice(0, MOST), null, 1)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, text)
      renameSync(`${file}.new`, file)
    } catch (error) {
      console.error(`The list of recent projects could not be written: ${String(error)}`)
    }
  }
  return { list, add }
}
