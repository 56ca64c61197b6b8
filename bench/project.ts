import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { spawnCore } from '../src/core/thread/spawn.ts'
import { createClient, type PostilClient } from '../src/shared/client.ts'
import type { CodeId, DocumentId } from '../src/shared/model/ids.ts'
import { type Figure, median, quantile, timed } from './figure.ts'
import { generate, random } from './generate.ts'
import { coreMemory } from './memory.ts'
import { measureWindow } from './window.ts'

const SIZE = { documents: 2000, characters: 50_000_000, codes: 300, codings: 200_000 }
const APPLIES = 200

/** Issue 2, point 9: 2,000 documents, 50 million characters, 300 codes, 200,000 codings. */
export async function run(): Promise<Figure[]> {
  console.error('Making the project (2,000 documents, 50 million characters, 200,000 codings)…')
  const { folder, files, table, half } = generate(SIZE)
  try {
    const path = join(folder, 'bench.postil')
    const imports = await build(path, files, table, half)
    return [
      ...imports,
      ...(await measureOpening(path)),
      ...(await measureWork(path)),
      ...(await measureWindow(path)),
      await coreMemory(path),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function build(path: string, files: readonly string[], table: string, half: string): Promise<Figure[]> {
  const core = await spawnCore({ path, create: true, coder: 'Coder 1' })
  const client = createClient(core)
  const { ms: importMs } = await timed(async () => {
    for (const file of files)
      await client.documents.import({ file: core.freight.register(file), batch: 'bench' })
  })
  // half of the codings first: 100,000 rows is the figure of the issue
  const { ms: rowsMs } = await timed(() => client.segments.importTable({ file: core.freight.register(half) }))
  await client.segments.importTable({ file: core.freight.register(table) })
  await core.close()
  return [
    {
      figure: 'import of 2,000 text documents',
      value: importMs,
      unit: 'ms',
      goal: null,
      baseline: null,
      plain: '',
    },
    {
      figure: 'import-segments, 100,000 rows',
      value: rowsMs,
      unit: 'ms',
      goal: 5000,
      baseline: plainInserts(path),
      plain: 'the same rows inserted without checks or diary',
    },
  ]
}

/** 100,000 segments and codings copied into bare tables in one transaction. */
function plainInserts(path: string): number {
  const db = new Database(`${path}.plain`)
  db.pragma('synchronous = EXTRA')
  db.exec(`ATTACH '${path}' AS source;
    CREATE TABLE segment AS SELECT * FROM source.segment LIMIT 0; CREATE TABLE coding AS SELECT * FROM source.coding LIMIT 0`)
  const segments = db.prepare('SELECT * FROM source.segment LIMIT 100000').raw().all() as unknown[][]
  const codings = db.prepare('SELECT * FROM source.coding LIMIT 100000').raw().all() as unknown[][]
  const marks = (row: unknown[]) => row.map(() => '?').join(', ')
  const began = performance.now()
  db.transaction(() => {
    const segment = db.prepare(`INSERT INTO segment VALUES (${marks(segments[0]!)})`)
    const coding = db.prepare(`INSERT INTO coding VALUES (${marks(codings[0]!)})`)
    for (const row of segments) segment.run(...row)
    for (const row of codings) coding.run(...row)
  })()
  const ms = performance.now() - began
  db.close()
  return ms
}

/** What a window asks before it can be used. */
async function firstScreen(client: PostilClient): Promise<void> {
  const [documents] = await Promise.all([
    client.documents.list(),
    client.project.info(),
    client.codes.list(),
    client.groups.list(),
    client.history.state(),
  ])
  const documentId = documents[0]!.id
  await Promise.all([
    client.documents.text({ documentId }),
    client.documents.structure({ documentId }),
    client.segments.ofDocument({ documentId }),
  ])
}

async function measureOpening(path: string): Promise<Figure[]> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const { ms, result } = await timed(async () => {
      const core = await spawnCore({ path })
      await firstScreen(createClient(core))
      return core
    })
    await result.close()
    times.push(ms)
  }
  const plain = await median(3, () => {
    const db = new Database(path, { readonly: true })
    for (const table of ['document', 'code', 'segment', 'coding'])
      db.prepare(`SELECT * FROM ${table}`).raw().all()
    db.close()
  })
  return [
    {
      figure: 'open to everything the first screen asks for',
      value: quantile(times, 0.5),
      unit: 'ms',
      goal: 2000,
      baseline: plain,
      plain: 'SELECT * of documents, codes, segments and codings',
    },
  ]
}

async function measureWork(path: string): Promise<Figure[]> {
  const core = await spawnCore({ path })
  const client = createClient(core)
  try {
    await firstScreen(client)
    const documents = await client.documents.list()
    const codable = (await client.codes.list()).filter(({ depth }) => depth === 1)
    const applies = await measureApplies(
      client,
      documents.map(({ id }) => id),
      codable.map(({ id }) => id),
    )
    const tableMs = await median(5, () => client.analysis.frequency({}))
    const groupedMs = await median(5, () =>
      client.analysis.frequency({ aggregate: true, measure: 'words', figure: 'per-1000-words' }),
    )
    const listMs = await median(5, () => client.segments.list({ scope: { codeIds: [codable[0]!.id] } }))
    const sqlTable = await median(3, () => plainTable(path))
    return [
      {
        figure: 'apply a code, acknowledged and on the disk, p95',
        value: quantile(applies, 0.95),
        unit: 'ms',
        goal: 50,
        baseline: plainApplies(path),
        plain: 'two bare INSERTs with the same durability, p95',
      },
      {
        figure: 'code x document table',
        value: tableMs,
        unit: 'ms',
        goal: 150,
        baseline: sqlTable,
        plain: 'a join with GROUP BY',
      },
      {
        figure: 'the same: words per 1,000, with sub-codes',
        value: groupedMs,
        unit: 'ms',
        goal: null,
        baseline: null,
        plain: '',
      },
      {
        figure: 'a code to the list of its segments',
        value: listMs,
        unit: 'ms',
        goal: 300,
        baseline: null,
        plain: '',
      },
    ]
  } finally {
    await core.close()
  }
}

async function measureApplies(
  client: PostilClient,
  documents: readonly DocumentId[],
  codes: readonly CodeId[],
): Promise<number[]> {
  const next = random(11)
  const times: number[] = []
  for (let i = 0; i < APPLIES; i++) {
    const documentId = documents[Math.floor(next() * documents.length)]!
    const start = Math.floor(next() * 20_000)
    const codeIds = [codes[Math.floor(next() * codes.length)]!]
    const { ms } = await timed(() =>
      client.segments.apply({ documentId, span: { start, end: start + 100 }, codeIds }),
    )
    times.push(ms)
  }
  return times
}

function plainApplies(path: string): number {
  const db = new Database(`${path}.applies`)
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = EXTRA')
  db.exec(
    'CREATE TABLE segment (id INTEGER PRIMARY KEY, a, b, c); CREATE TABLE coding (id INTEGER PRIMARY KEY, a, b, c)',
  )
  const segment = db.prepare('INSERT INTO segment (a, b, c) VALUES (?, ?, ?)')
  const coding = db.prepare('INSERT INTO coding (a, b, c) VALUES (?, ?, ?)')
  const both = db.transaction((i: number) => {
    segment.run(i, i, 'x')
    coding.run(i, i, 'x')
  })
  const times = Array.from({ length: APPLIES }, (_, i) => {
    const began = performance.now()
    both(i)
    return performance.now() - began
  })
  db.close()
  return quantile(times, 0.95)
}

function plainTable(path: string): void {
  const db = new Database(path, { readonly: true })
  db.prepare(`SELECT c.code_id, s.document_id, count(*) FROM coding c JOIN segment s ON s.id = c.segment_id
    GROUP BY c.code_id, s.document_id`)
    .raw()
    .all()
  db.close()
}
