import { openCore } from '../../src/core/core.ts'
import { createClient } from '../../src/shared/client.ts'
import { pathOf } from './corpus.ts'

const EACH = 200

/** Random passages of every file, coded and listed again: how many quotes are the text's own slice. */
export async function quotesKept(paths: readonly string[]): Promise<{ segments: number; kept: number }> {
  const core = openCore({ path: ':memory:', create: true })
  const client = createClient(core)
  const codeId = await client.codes.create({ name: 'Passage' })
  let [segments, kept] = [0, 0]
  let seed = 11
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  for (const path of paths) {
    const { id: documentId } = await client.documents.import({ file: core.freight.register(pathOf(path)) })
    const { text } = await client.documents.text({ documentId })
    if (text.replace(/[\s\uFFFC]/g, '') === '') continue
    for (let at = 0; at < EACH; at++) {
      const start = random(Math.max(1, text.length - 2))
      const end = Math.min(text.length, start + 1 + random(400))
      // a passage of blanks, or one that cuts a character, is refused as it should be
      await client.segments.apply({ documentId, span: { start, end }, codeIds: [codeId] }).catch(() => null)
    }
    const { rows } = await client.segments.list({ scope: { documentIds: [documentId] } })
    segments += rows.length
    kept += rows.filter(row => row.quote === text.slice(row.start, row.end)).length
  }
  await core.close()
  core.freight.clear()
  return { segments, kept }
}
