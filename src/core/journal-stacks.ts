import type { Database } from 'better-sqlite3'

export interface Step {
  readonly id: number
  readonly label: string
  readonly undoes: number | null
}

/**
 * Undo and redo stacks are not kept in the file; they are read off the log. Undoing
 * appends a step that `undoes` another; redoing appends one that undoes the undoing.
 * Steps older than the last migration of the file stay in the log but cannot be undone
 * (their images have other columns): `undo_floor` in meta.
 */
export function createStacks(db: Database) {
  const undo: Step[] = []
  const redo: Step[] = []
  let latest: Step | undefined

  function add(step: Step): void {
    latest = step
    if (step.undoes === null) {
      undo.push(step)
      redo.length = 0
      return
    }
    if (undo.at(-1)?.id === step.undoes) {
      undo.pop()
      redo.push(step)
    } else {
      redo.pop()
      // what comes back to life is the deed itself, under the redoing step's id
      undo.push(step)
    }
  }

  const floor = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'undo_floor'").pluck().get()
  const log = db.prepare<[number], Step>('SELECT id, label, undoes FROM step WHERE id > ? ORDER BY id')
  for (const step of log.iterate(Number(floor ?? 0))) add(step)

  return {
    add,
    top: (side: 'undo' | 'redo'): Step | undefined => (side === 'undo' ? undo : redo).at(-1),
    last: (): Step | undefined => latest,
  }
}
