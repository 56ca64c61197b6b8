import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../../../src/core/core.ts'
import { createClient } from '../../../../src/shared/client.ts'
import { testProject } from '../../../support/project.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const TEXT = 'Partnership is a shared responsibility.'

/** A project as version 1 left it, with a free segment and one that was made with a code. */
async function formerProject() {
  const path = join(temporaryFolder(), 'study.postil')
  const core = openCore({ path, create: true, coder: 'Ada' })
  const client = createClient(core)
  const { handle, path: file } = core.freight.fresh('A.txt')
  writeFileSync(file, TEXT)
  const { id: documentId } = await client.documents.import({ file: handle, name: 'A' })
  const codeId = await client.codes.create({ name: 'X' })
  const { segmentId } = await client.segments.create({ documentId, span: { start: 17, end: 23 } })
  await client.history.undo()
  await client.history.redo()
  await client.segments.addCode({ segmentIds: [segmentId], codeId })
  await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
  core.freight.clear()
  await core.close()
  const db = new Database(path)
  db.exec('DROP TABLE made_free; DROP TABLE page_layout; DROP TABLE page_set; PRAGMA user_version = 1')
  db.close()
  return { path, documentId, segmentId }
}

describe('a project of version 1', () => {
  it('opens with all that was in it, keeps its undo, and knows which segments were made free', async () => {
    const { path, documentId, segmentId } = await formerProject()
    const { client } = testProject(path, false)
    expect(existsSync(`${path}.before-version-2`)).toBe(true)
    expect((await client.project.check()).sound).toBe(true)
    const segments = await client.segments.ofDocument({ documentId })
    expect(segments.map(({ codings }) => codings.length)).toEqual([1, 1])
    expect((await client.history.state()).undo).toBe('Apply code')

    await client.segments.uncode({
      codingIds: segments.flatMap(({ codings }) => codings.map(({ id }) => id)),
    })
    expect(await client.segments.ofDocument({ documentId })).toMatchObject([{ id: segmentId, codings: [] }])

    for (let step = 0; step < 4; step++) await client.history.undo()
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
  })
})
