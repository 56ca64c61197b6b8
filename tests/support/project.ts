import { writeFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { type Core, openCore } from '../../src/core/core.ts'
import { createClient, type PostilClient } from '../../src/shared/client.ts'
import type { CodeId, DocumentId } from '../../src/shared/model/ids.ts'

export interface TestProject {
  readonly core: Core
  readonly client: PostilClient
  /** imports text as a document and gives its id */
  document(name: string, text: string): Promise<DocumentId>
  /** codes the first place where `quote` stands */
  code(documentId: DocumentId, quote: string, ...codeIds: CodeId[]): Promise<string>
}

/** A project in memory (or at `path`) that closes with the test. */
export function testProject(path = ':memory:', create = true): TestProject {
  const core = openCore({ path, create, coder: 'Ada' })
  onTestFinished(async () => {
    await core.close()
    core.freight.clear()
  })
  const client = createClient(core)
  return {
    core,
    client,
    document: async (name, text) => {
      const { handle, path: place } = core.freight.fresh(`${name}.txt`)
      writeFileSync(place, text)
      const { id } = await client.documents.import({ file: handle, name, options: { duplicates: 'keep' } })
      return id
    },
    code: async (documentId, quote, ...codeIds) => {
      const { text } = await client.documents.text({ documentId })
      const start = text.indexOf(quote)
      if (start < 0) throw new Error(`“${quote}” is not in the document`)
      const { segmentId } = await client.segments.apply({
        documentId,
        span: { start, end: start + quote.length },
        codeIds,
      })
      return segmentId
    },
  }
}

/** Everything the researcher made, as plain data without times: two equal states are equal here. */
export async function stateOf(client: PostilClient): Promise<unknown> {
  const documents = await client.documents.list()
  return {
    documents,
    groups: await client.groups.list(),
    variables: await client.variables.list(),
    values: await client.variables.values(),
    codes: await client.codes.list(),
    coders: (await client.coders.list()).map(({ current: _current, ...coder }) => coder),
    memos: await client.memos.list(),
    segments: await Promise.all(documents.map(({ id }) => client.segments.ofDocument({ documentId: id }))),
  }
}
