import { attempt } from '../state/messages.ts'
import { canRun, deedOf } from './define.ts'

/** Runs a command of the catalogue, from wherever it was asked for. Returns whether it could. */
export function runCommand(id: string, digit?: number): boolean {
  if (!canRun(id)) return false
  void attempt(async () => deedOf(id)?.run(digit))
  return true
}
