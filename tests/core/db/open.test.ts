import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../../src/core/db/header.ts'
import { MIGRATIONS, type Migration } from '../../../src/core/db/migrations/index.ts'
import { createDatabase, openDatabase } from '../../../src/core/db/open.ts'
import { readPragmas } from '../../../src/core/db/pragmas.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function failure(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing was refused')
}

function newFile(name = 'study.postil'): string {
  const path = join(temporaryFolder(), name)
  createDatabase(path).close()
  return path
}

/** Opening must fail with this code and leave the folder byte for byte as it was. */
function refused(path: string): string {
  const folder = join(path, '..')
  const before = readdirSync(folder).map(name => [name, readFileSync(join(folder, name)).toString('base64')])
  const { code, message } = failure(() => openDatabase(path).close())
  const after = readdirSync(folder).map(name => [name, readFileSync(join(folder, name)).toString('base64')])
  expect(after).toEqual(before)
  expect(message).toMatch(/not changed|Nothing was changed/)
  return code
}

describe('a new project file', () => {
  it('says what it is in its header', () => {
    const head = readFileSync(newFile())
    expect(head.readUInt32BE(68)).toBe(APPLICATION_ID)
    expect(head.readUInt32BE(60)).toBe(MIGRATIONS.length)
  })

  it('has strict tables and foreign keys only', () => {
    const { db, close } = openDatabase(newFile())
    const tables = db.pragma('table_list') as { schema: string; name: string; strict: number }[]
    const ours = tables.filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_'))
    expect(ours.length).toBeGreaterThan(10)
    expect(ours.filter(table => table.strict !== 1)).toEqual([])
    expect(readPragmas(db)['foreign_keys']).toBe(1)
    close()
  })

  it('asserts the settings that keep acknowledged changes safe', () => {
    const { db, close } = openDatabase(newFile())
    expect(readPragmas(db)).toMatchObject({
      journal_mode: 'delete',
      synchronous: 3,
      secure_delete: 1,
      trusted_schema: 0,
      mmap_size: 0,
    })
    close()
  })

  it('never replaces a file that is there', () => {
    const path = newFile()
    const before = readFileSync(path)
    expect(failure(() => createDatabase(path)).code).toBe('project-exists')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is not made in a folder that is missing or write-protected', () => {
    const folder = temporaryFolder()
    expect(failure(() => createDatabase(join(folder, 'nowhere', 'a.postil'))).code).toBe(
      'project-folder-read-only',
    )
    const locked = join(folder, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o555)
    expect(failure(() => createDatabase(join(locked, 'a.postil'))).code).toBe('project-folder-read-only')
    chmodSync(locked, 0o755)
  })
})

describe('what is not a project of this version is refused, each with its own words', () => {
  it('a file that is not there', () => {
    expect(failure(() => openDatabase(join(temporaryFolder(), 'none.postil'))).code).toBe('project-missing')
  })

  it('a text, an empty file, a ZIP, a folder', () => {
    const folder = temporaryFolder()
    for (const [name, bytes] of [
      ['text', 'hello'.repeat(100)],
      ['empty', ''],
      ['zip', 'PK\u0003\u0004aaaa'],
    ] as const) {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      expect(refused(path)).toBe('project-not-postil')
    }
    expect(failure(() => openDatabase(folder)).code).toBe('project-not-postil')
  })

  it('the SQLite database of another program', () => {
    const path = join(temporaryFolder(), 'other.db')
    const other = new Database(path)
    other.exec('CREATE TABLE notes (a)')
    other.close()
    expect(refused(path)).toBe('project-not-postil')
  })

  it('a file from a newer version', () => {
    const path = newFile()
    const db = new Database(path)
    db.pragma('user_version = 999')
    db.close()
    expect(refused(path)).toBe('project-newer')
  })

  it('a truncated file, at every page', () => {
    const path = newFile()
    const { size } = statSync(path)
    for (let length = size - 4096; length >= 100; length -= 4096 * 5) {
      const cut = `${path}.${length}`
      copyFileSync(path, cut)
      truncateSync(cut, length)
      expect(failure(() => openDatabase(cut)).code, `cut at ${length}`).toBe('project-damaged')
    }
  })

  it('a file with pages of garbage', () => {
    const path = newFile()
    const bytes = readFileSync(path)
    for (let page = 1; page < bytes.length / 4096; page++) bytes.fill(0x5a, page * 4096, page * 4096 + 4096)
    writeFileSync(path, bytes)
    expect(refused(path)).toBe('project-damaged')
  })

  it('a file with a trigger or a view of someone else', () => {
    const path = newFile()
    const db = new Database(path)
    db.exec('CREATE TRIGGER evil AFTER INSERT ON code BEGIN DELETE FROM segment; END')
    db.close()
    expect(refused(path)).toBe('project-damaged')
  })
})

describe('one writer at a time', () => {
  it('refuses a second opener while the first is there, and lets it in afterwards', () => {
    const path = newFile()
    const first = openDatabase(path)
    expect(failure(() => openDatabase(path)).code).toBe('project-locked')
    first.close()
    openDatabase(path).close()
  })

  it('refuses a file that another program holds', () => {
    const path = newFile()
    const other = new Database(path)
    other.exec('BEGIN EXCLUSIVE')
    expect(failure(() => openDatabase(path)).code).toBe('project-locked')
    other.exec('ROLLBACK')
    other.close()
  })

  it('is not kept out by a process that was killed', () => {
    const path = newFile()
    const script = `
      import { openDatabase } from ${JSON.stringify(new URL('../../../src/core/db/open.ts', import.meta.url).href)}
      openDatabase(${JSON.stringify(path)})
      process.kill(process.pid, 'SIGKILL')`
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }),
    ).toThrow()
    openDatabase(path).close()
  })
})

describe('a place that can only be read', () => {
  it('opens for reading and writes nothing', () => {
    const path = newFile()
    chmodSync(path, 0o444)
    const { readOnly, db, close } = openDatabase(path)
    expect(readOnly).toBe(true)
    expect(() => db.exec("INSERT INTO meta VALUES ('a', 'b')")).toThrow(/readonly/)
    close()
  })

  it('is seen in a write-protected folder too', () => {
    const path = newFile()
    chmodSync(join(path, '..'), 0o555)
    const { readOnly, close } = openDatabase(path)
    close()
    chmodSync(join(path, '..'), 0o755)
    expect(readOnly).toBe(true)
  })
})

const NEXT = MIGRATIONS.length + 1

describe('migration', () => {
  const next: Migration = {
    version: NEXT,
    name: 'next',
    up: db => db.exec('CREATE TABLE extra (a TEXT) STRICT'),
  }
  const broken: Migration = {
    version: NEXT + 1,
    name: 'broken',
    up: db => {
      db.exec('CREATE TABLE half (a TEXT) STRICT')
      throw new Error('power cut')
    },
  }

  it('goes through, with a backup of the file before', () => {
    const path = newFile()
    const before = readFileSync(path)
    const { db, close } = openDatabase(path, [...MIGRATIONS, next])
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT)
    close()
    expect(readFileSync(`${path}.before-version-${NEXT}`).equals(before)).toBe(true)
    expect(failure(() => openDatabase(path)).code).toBe('project-newer')
  })

  it('leaves the file as it was when it fails half way', () => {
    const path = newFile()
    expect(() => openDatabase(path, [...MIGRATIONS, next, broken])).toThrow('power cut')
    const { db, close } = openDatabase(path)
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT - 1)
    expect(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('extra', 'half')").pluck().get(),
    ).toBe(0)
    close()
  })

  it('numbers its steps without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})

describe('a file that moves while it is open', () => {
  it('is noticed at the next change, not written into nothing', () => {
    const path = newFile()
    const { db, close } = openDatabase(path)
    renameSync(path, `${path}.elsewhere`)
    expect(() => db.exec("INSERT INTO meta VALUES ('a', 'b')")).toThrow()
    close()
  })
})
