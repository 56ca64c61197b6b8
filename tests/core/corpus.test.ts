import { describe, expect, it } from 'vitest'
import { openCore } from '../../src/core/core.ts'
import { createClient } from '../../src/shared/client.ts'
import { testProject } from '../support/project.ts'
import { temporaryFolder } from '../support/temporary.ts'

const TEXT = 'Partnership is a shared responsibility. We all gain from it, they said.'

describe('the columns beside the database', () => {
  it('follow every deed: they count as freshly read ones do', async () => {
    const path = `${temporaryFolder()}/a.postil`
    const { client, core, document, code } = testProject(path)
    const [a, b] = [await document('A', TEXT), await document('B', `${TEXT}!`)]
    const [x, y, z] = [
      await client.codes.create({ name: 'X' }),
      await client.codes.create({ name: 'Y' }),
      await client.codes.create({ name: 'Z' }),
    ]
    const look = async (from = client) => {
      const { notes: _notes, ...table } = await from.analysis.frequency({ measure: 'words' })
      return {
        table,
        codes: await from.codes.list(),
        segments: (await from.segments.list({})).rows,
        documents: await from.documents.list(),
      }
    }
    const deeds: (() => Promise<unknown>)[] = [
      () => code(a, 'shared', x, y),
      () => code(b, 'gain', x),
      () =>
        client.segments
          .ofDocument({ documentId: a })
          .then(([s]) => client.segments.resize({ segmentId: s!.id, span: { start: 0, end: 39 } })),
      () => client.codes.merge({ sourceIds: [y], targetId: z }),
      () => client.history.undo(),
      () => client.documents.delete({ documentIds: [a] }),
      () => client.history.undo(),
      () => client.codes.delete({ codeIds: [x] }),
      () => client.history.undo(),
      () => client.documents.move({ documentId: b, before: a }),
    ]
    const seen: unknown[] = []
    for (const deed of deeds) {
      await look()
      await deed()
      seen.push(await look())
    }
    await core.close()
    const again = openCore({ path })
    expect(await look(createClient(again))).toEqual(seen.at(-1))
    await again.close()
  })
})
