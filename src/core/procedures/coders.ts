import type { Coder, coders as contract } from '../../shared/contract/coders.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { fail } from '../../shared/errors.ts'
import { CoderId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'
import { findCoder, insertCoder, writeMeta } from './beginnings.ts'

type CoderRow = Omit<Coder, 'codings' | 'current'>

export const coders: Handlers<typeof contract, Context> = {
  list: ({ db, coder, corpus }) => {
    const { coders, codings } = corpus.read()
    const counts = new Map<number, number>()
    for (let i = 0; i < codings.length; i++) {
      if (codings.segment[i]! >= 0) counts.set(codings.coder[i]!, (counts.get(codings.coder[i]!) ?? 0) + 1)
    }
    const slots = new Map(coders.map(({ id, slot }) => [id, slot]))
    return db
      .prepare<[], CoderRow>('SELECT id, name, color FROM coder ORDER BY created, id')
      .all()
      .map(row => ({ ...row, codings: counts.get(slots.get(row.id)!) ?? 0, current: row.id === coder.id }))
  },
  use: (ctx, { name }) => {
    const coder = findCoder(ctx.db, name) ?? insertCoder(ctx.db, name, ctx.now())
    writeMeta(ctx.db, 'last_coder', name)
    Object.assign(ctx.coder, coder)
    return CoderId.parse(coder.id)
  },
  rename: (ctx, { id, name }) => {
    const taken = findCoder(ctx.db, name)
    if (taken && taken.id !== id) throw fail('name-taken', { what: 'coder', name })
    const { changes } = ctx.db.prepare('UPDATE coder SET name = ? WHERE id = ?').run(name, id)
    if (changes === 0) throw fail('not-found', { what: 'coder' })
    if (ctx.coder.id === id) {
      ctx.coder.name = name
      writeMeta(ctx.db, 'last_coder', name)
    }
    return null
  },
}
