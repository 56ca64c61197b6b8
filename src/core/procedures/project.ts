import type { Handlers } from '../../shared/contract/define.ts'
import type { project as contract } from '../../shared/contract/project.ts'
import { CoderId } from '../../shared/model/ids.ts'
import { checksum } from '../../shared/text/checksum.ts'
import type { Context } from '../context.ts'
import { checkPageSets } from '../page-sets.ts'
import { sha256 } from '../texts.ts'
import { readMeta } from './beginnings.ts'

export const project: Handlers<typeof contract, Context> = {
  info: ({ db, path, readOnly, version, coder }) => ({
    id: readMeta(db, 'project_id') ?? '',
    name: projectName(db),
    path,
    created: readMeta(db, 'created') ?? '',
    readOnly,
    version,
    coder: { id: CoderId.parse(coder.id), name: coder.name },
    counts: db
      .prepare<[], Counts>(`SELECT (SELECT count(*) FROM document) AS documents,
        (SELECT coalesce(sum(words), 0) FROM document) AS words, (SELECT count(*) FROM code) AS codes,
        (SELECT count(*) FROM segment) AS segments, (SELECT count(*) FROM coding) AS codings,
        (SELECT count(*) FROM coder) AS coders, (SELECT count(*) FROM memo) AS memos`)
      .get()!,
  }),
  rename: ({ db }, { name }) => {
    db.prepare("UPDATE setting SET value = ? WHERE id = 'name'").run(name)
    return null
  },
  settings: ({ db }) =>
    Object.fromEntries(db.prepare<[], [string, string]>('SELECT id, value FROM setting').raw().all()),
  check: ctx => {
    const findings = [...checkFile(ctx), ...checkTexts(ctx), ...checkPageSets(ctx.db), ...checkSegments(ctx)]
    const count = (table: string) =>
      ctx.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!
    return {
      sound: findings.length === 0,
      findings,
      documents: count('document'),
      segments: count('segment'),
    }
  },
}

type Counts = {
  documents: number
  words: number
  codes: number
  segments: number
  codings: number
  coders: number
  memos: number
}

export const projectName = (db: Context['db']): string =>
  db.prepare<[], string>("SELECT value FROM setting WHERE id = 'name'").pluck().get() ?? 'Untitled'

function checkFile({ db }: Context): string[] {
  const pages = (db.pragma('integrity_check') as { integrity_check: string }[])
    .map(row => row.integrity_check)
    .filter(line => line !== 'ok')
  const keys = (db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).map(
    row => `a row of ${row.table} refers to a ${row.parent} that is not there`,
  )
  return [...pages, ...keys]
}

function checkTexts({ db }: Context): string[] {
  const findings: string[] = []
  const texts = db.prepare<[], { sha256: string; text: string }>('SELECT sha256, text FROM document_text')
  for (const row of texts.iterate()) {
    if (sha256(row.text) !== row.sha256)
      findings.push(`a text does not match its SHA-256 ${row.sha256.slice(0, 12)}…`)
  }
  const assets = db.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM asset')
  for (const row of assets.iterate()) {
    if (sha256(row.bytes) !== row.sha256)
      findings.push(`an original file does not match its SHA-256 ${row.sha256.slice(0, 12)}…`)
  }
  return findings
}

/** Every segment still lies on the words it was made on. */
function checkSegments({ db, texts }: Context): string[] {
  const findings: string[] = []
  const documents = db
    .prepare<[], { id: string; name: string; number: number }>('SELECT id, name, number FROM document')
    .all()
  const segments = db.prepare<[string], { number: number; start: number; end: number; checksum: number }>(
    'SELECT number, "start", "end", checksum FROM segment WHERE document_id = ?',
  )
  for (const document of documents) {
    const { text } = texts.of(document.id)
    for (const row of segments.iterate(document.id)) {
      if (row.end <= text.length && checksum(text, row.start, row.end) === row.checksum) continue
      findings.push(
        `segment ${document.number}:${row.number} of “${document.name}” does not lie on the words it was made on`,
      )
    }
  }
  return findings
}
