// Builds resources/sample.postil from the readable sources in resources/sample, through the
// same core that every user's project goes through. A quote that cannot be found exactly
// once, or a code that is not in the codebook, stops it with the name of the file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { openCore } from '../src/core/core.ts'
import { createClient, type PostilClient } from '../src/shared/client.ts'
import { MEMO_KINDS } from '../src/shared/contract/memos.ts'
import { splitPath } from '../src/shared/model/code-path.ts'
import type { CodeId, DocumentId, GroupId, VariableId } from '../src/shared/model/ids.ts'
import { look } from '../src/shared/model/palette.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'resources', 'sample')
const target = process.argv[2] ?? join(root, 'resources', 'sample.postil')

const Codebook = z.strictObject({
  codes: z.array(
    z.strictObject({ path: z.string(), definition: z.string(), codable: z.boolean().optional() }),
  ),
})
const Codings = z.array(
  z.strictObject({
    coder: z.string(),
    codes: z.array(z.string()).min(1),
    quote: z.string().min(1),
    comment: z.string().optional(),
  }),
)
const Memos = z.array(
  z.strictObject({
    title: z.string(),
    kind: z.enum(MEMO_KINDS),
    about: z.strictObject({ code: z.string().optional(), document: z.string().optional() }),
    body: z.string(),
  }),
)
const GROUPS = ['International', 'Europe', 'North America']
const VARIABLES = [
  ['year', 'number'],
  ['issuer', 'text'],
  ['genre', 'category'],
  ['region', 'category'],
] as const

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

interface Building {
  readonly client: PostilClient
  readonly codes: Map<string, CodeId>
  readonly documents: Map<string, DocumentId>
}

async function makeCodes({ client, codes }: Building): Promise<void> {
  const { codes: entries } = Codebook.parse(readJson(join(source, 'codebook.json')))
  let branch = -1
  for (const { path, definition, codable } of entries) {
    const names = splitPath(path)
    const parentPath = names.slice(0, -1).join('/')
    if (parentPath === '') branch++
    const parentId = parentPath === '' ? null : codes.get(parentPath)
    if (parentId === undefined) throw new Error(`codebook.json: the parent of “${path}” must come before it`)
    const siblings = [...codes.keys()].filter(known => known.startsWith(`${names[0]}/`)).length
    const input = {
      name: names.at(-1)!,
      parentId,
      definition,
      color: look(branch).color,
      glyph: look(siblings).glyph,
    }
    codes.set(path, await client.codes.create(codable === undefined ? input : { ...input, codable }))
  }
}

/** "key: value" lines between two lines of three hyphens. */
function splitFrontMatter(name: string, markdown: string): { fields: Map<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(markdown)
  if (!match) throw new Error(`${name}: no front matter`)
  const lines = match[1]!.split('\n').map(line => /^(\w+):\s*(.*)$/.exec(line))
  return { fields: new Map(lines.map(line => [line![1]!, line![2]!])), body: match[2]! }
}

async function importDocuments(
  building: Building,
  freight: { register(path: string, name?: string): string },
): Promise<void> {
  const { client } = building
  const groups = new Map<string, GroupId>()
  for (const name of GROUPS) groups.set(name, await client.groups.create({ name }))
  const variables = new Map<string, VariableId>()
  for (const [name, type] of VARIABLES) variables.set(name, await client.variables.create({ name, type }))
  const folder = mkdtempSync(join(tmpdir(), 'postil-sample-'))
  try {
    for (const file of sampleFiles('.md')) {
      const { fields, body } = splitFrontMatter(file, readFileSync(join(source, 'documents', file), 'utf8'))
      const path = join(folder, file)
      writeFileSync(path, body)
      const groupId = groups.get(fields.get('group')!)
      if (!groupId) throw new Error(`${file}: there is no group “${fields.get('group')}”`)
      const { id } = await client.documents.import({
        file: freight.register(path, file),
        name: fields.get('title')!,
        groupId,
        batch: 'sample',
      })
      building.documents.set(basename(file, '.md'), id)
      for (const [name, variableId] of variables)
        await client.variables.set({ variableId, documentId: id, value: fields.get(name)! })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// the order in which a reader meets them: the international texts, Europe, North America
const ORDER = ['int', 'eu', 'na']
const place = (file: string) => ORDER.indexOf(file.split('-')[0]!)
const sampleFiles = (ending: string) =>
  readdirSync(join(source, 'documents'))
    .filter(name => name.endsWith(ending))
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b, 'en'))

async function codeDocuments({ client, codes, documents }: Building): Promise<number> {
  let count = 0
  for (const coder of ['First coder', 'Second coder']) {
    await client.coders.use({ name: coder })
    for (const [name, documentId] of documents) {
      const { text } = await client.documents.text({ documentId })
      const mine = Codings.parse(readJson(join(source, 'documents', `${name}.codings.json`))).filter(
        row => row.coder === coder,
      )
      for (const { quote, codes: paths, comment } of mine) {
        const start = text.indexOf(quote)
        if (start < 0 || text.indexOf(quote, start + 1) >= 0)
          throw new Error(`${name}: not found exactly once: “${quote}”`)
        const codeIds = paths.map(path => codes.get(path) ?? missing(`${name}: there is no code “${path}”`))
        const span = { start, end: start + quote.length }
        const { added } = await client.segments.apply(
          comment === undefined ? { documentId, span, codeIds } : { documentId, span, codeIds, comment },
        )
        count += added.length
      }
    }
  }
  await client.coders.use({ name: 'First coder' })
  return count
}

function missing(reason: string): never {
  throw new Error(reason)
}

async function writeMemos({ client, codes, documents }: Building): Promise<void> {
  for (const file of sampleFiles('.json').filter(name => name.startsWith('memos-'))) {
    for (const { about, ...memo } of Memos.parse(readJson(join(source, 'documents', file)))) {
      const codeId =
        about.code === undefined
          ? undefined
          : (codes.get(about.code) ?? missing(`${file}: no code “${about.code}”`))
      const documentId =
        about.document === undefined
          ? undefined
          : (documents.get(about.document) ?? missing(`${file}: no document “${about.document}”`))
      await client.memos.create({
        ...memo,
        about: { ...(codeId && { codeId }), ...(documentId && { documentId }) },
      })
    }
  }
}

/** A user's undo begins with the user's own first step; the history still tells how the sample was made. */
function setUndoFloor(path: string): void {
  const db = new Database(path)
  db.exec(`INSERT INTO meta (key, value) SELECT 'undo_floor', CAST(max(id) AS TEXT) FROM step`)
  db.close()
}

async function build(): Promise<void> {
  rmSync(target, { force: true })
  const core = openCore({ path: target, create: true, coder: 'First coder' })
  const building: Building = { client: createClient(core), codes: new Map(), documents: new Map() }
  const { client } = building
  await client.project.rename({ name: 'Partnership in migration governance (illustration)' })
  await makeCodes(building)
  await importDocuments(building, core.freight)
  const codings = await codeDocuments(building)
  await writeMemos(building)
  const { counts } = await client.project.info()
  core.freight.clear()
  await core.close()
  setUndoFloor(target)
  console.log(
    `The sample project: ${counts.documents} documents, ${counts.words} words, ${counts.codes} codes, ${codings} codings by ${counts.coders} coders, ${counts.memos} memos.`,
  )
}

await build()
