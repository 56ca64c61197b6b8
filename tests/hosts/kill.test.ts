import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CodeId, DocumentId } from '../../src/shared/model/ids.ts'
import { testProject } from '../support/project.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { linesOf, startLines } from './doors.ts'
import { withProject } from './project-file.ts'

const TEXT = Array.from({ length: 400 }, (_, n) => `Satz ${n} über Vertrauen. `).join('')

interface Study {
  readonly path: string
  readonly documentId: DocumentId
  readonly codeId: CodeId
}

async function newStudy(): Promise<Study> {
  const path = join(temporaryFolder(), 'study.postil')
  const { core, client, document } = testProject(path)
  const documentId = await document('Gespräch', TEXT)
  const codeId = await client.codes.create({ name: 'Vertrauen' })
  await core.close()
  return { path, documentId, codeId }
}

/** Codes one passage after the other; all calls are on their way before the first answer. Ends when the process does. */
async function codeOn(child: ChildProcessWithoutNullStreams, { documentId, codeId }: Study) {
  const { call } = linesOf(child)
  const acknowledged: string[] = []
  const first = Promise.withResolvers<void>()
  const calls = Array.from({ length: 2000 }, async (_, n) => {
    const reply = await call('segments.apply', {
      documentId,
      span: { start: n, end: n + 5 + (n % 7) },
      codeIds: [codeId],
    })
    if (!reply.ok) throw new Error(reply.error.message)
    acknowledged.push((reply.value as { segmentId: string }).segmentId)
    first.resolve()
  })
  return { acknowledged, first: first.promise, all: Promise.allSettled(calls) }
}

describe('a process that is killed while it codes', () => {
  it.each([0, 5, 30, 120])(
    'has lost nothing that it acknowledged (killed %i ms after the first)',
    async delay => {
      const study = await newStudy()
      const child = startLines(study.path)
      const { acknowledged, first, all } = await codeOn(child, study)
      await first
      await new Promise(resolve => setTimeout(resolve, delay))
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      const results = await all

      // it was killed at work, not when all was done
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(results.some(({ status }) => status === 'rejected')).toBe(true)

      const { check, kept, undo } = await withProject(study.path, async client => ({
        check: await client.project.check(),
        kept: (await client.segments.ofDocument({ documentId: study.documentId })).map(({ id }) =>
          String(id),
        ),
        undo: (await client.history.state()).undo,
      }))

      expect(check).toMatchObject({ sound: true, findings: [] })
      expect(acknowledged.filter(id => !kept.includes(id))).toEqual([])
      // at most the one that was on the disk but not yet answered, and those answered but not yet read by us
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged.length)
      expect(undo).toBe('Apply code')
    },
  )
})
