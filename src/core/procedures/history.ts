import type { Handlers } from '../../shared/contract/define.ts'
import type { history as contract, HistoryStep } from '../../shared/contract/history.ts'
import type { Context } from '../context.ts'

export const history: Handlers<typeof contract, Context> = {
  state: ({ journal }) => journal.state(),
  undo: ({ journal }) => journal.undo(),
  redo: ({ journal }) => journal.redo(),
  list: ({ db }, input) => ({
    total: db.prepare<[], number>('SELECT count(*) FROM step').pluck().get()!,
    steps: db
      .prepare<[number, number], HistoryStep>(`
        SELECT id, at, actor, "procedure", label, undoes,
          (SELECT count(*) FROM change WHERE change.step = step.id) AS changes
        FROM step ORDER BY id DESC LIMIT ? OFFSET ?`)
      .all(input?.limit ?? 200, input?.offset ?? 0),
  }),
}
