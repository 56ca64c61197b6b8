import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * May this file be written, and its folder too (SQLite keeps its journal beside it)?
 * Someone who may do everything is still held to a mode without any write bit: it says
 * "do not change this" just as clearly.
 */
export function isWritable(path: string): boolean {
  return [path, dirname(path)].every(place => {
    try {
      accessSync(place, constants.W_OK)
      return process.platform === 'win32' || (statSync(place).mode & 0o222) !== 0
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      throw error
    }
  })
}
