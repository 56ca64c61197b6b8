import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A small file of settings. It holds no work: one that cannot be read begins anew, and says so. */
export interface JsonFile {
  read(): unknown
  write(value: unknown): void
}

export function jsonFile(path: string): JsonFile {
  function read(): unknown {
    if (!existsSync(path)) return null
    try {
      return JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      console.error(`${path} could not be read and begins anew: ${String(error)}`)
      return null
    }
  }
  function write(value: unknown): void {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify(value, null, 1))
      renameSync(`${path}.new`, path)
    } catch (error) {
      console.error(`${path} could not be written: ${String(error)}`)
    }
  }
  return { read, write }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
