import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { parseWords } from '../../src/cli/args.ts'
import { openCore } from '../../src/core/core.ts'
import { createClient } from '../../src/shared/client.ts'
import { temporaryFolder } from '../support/temporary.ts'

const cli = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))
const quiet = '--disable-warning=ExperimentalWarning'

function postil(args: string[], cwd: string, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [quiet, cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** A folder with a project and three texts. */
function study(): string {
  const cwd = temporaryFolder()
  expect(postil(['new', 'study.postil', '--coder', 'Ada'], cwd)).toMatchObject({ status: 0, stderr: '' })
  mkdirSync(join(cwd, 'texts', 'deep'), { recursive: true })
  writeFileSync(join(cwd, 'texts', 'b10.txt'), 'We share responsibility.')
  writeFileSync(join(cwd, 'texts', 'b9.txt'), 'All of us gain.')
  writeFileSync(join(cwd, 'texts', 'deep', 'c.md'), '# Title\n\nText.')
  writeFileSync(join(cwd, 'texts', '.hidden.txt'), 'no')
  return cwd
}

describe('words and options', () => {
  it('come in any order', () => {
    const parsed = parseWords(['a', '--out', 'x', '-', '--json', '--format=csv', '--', '--b'], {
      options: ['out', 'format'],
      flags: ['json'],
    })
    expect(parsed).toEqual({
      words: ['a', '-', '--b'],
      options: { out: 'x', format: 'csv' },
      flags: new Set(['json']),
    })
  })
  it('that are not known, or lack their value, are told of', () => {
    expect(() => parseWords(['--nope'], {})).toThrow('There is no option --nope')
    expect(() => parseWords(['--out'], { options: ['out'] })).toThrow('--out needs a value')
  })
})

// each command is a process of its own, which a busy machine may take seconds to start
describe('postil', { timeout: 180_000 }, () => {
  it('tells its usage, with exit 2 where it was used wrongly', () => {
    const cwd = temporaryFolder()
    expect(postil(['--help'], cwd)).toMatchObject({ status: 0 })
    expect(postil([], cwd).status).toBe(2)
    for (const args of [
      ['nonsense'],
      ['new'],
      ['new', 'a', 'b'],
      ['table', 'x.postil', 'code-code', '--format', 'csv'],
      ['table', 'x.postil', 'code-document'],
      ['call', 'x.postil', 'a.b', '{'],
    ]) {
      const { status, stderr } = postil(args, cwd)
      expect(status, args.join(' ')).toBe(2)
      expect(stderr.trim()).not.toBe('')
    }
    expect(postil(['table', '--help'], cwd).stdout).toContain('code-document')
  })

  it('fails with exit 1 and one sentence', () => {
    const cwd = study()
    const { status, stdout, stderr } = postil(['new', 'study.postil'], cwd)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^There is already a file at study\.postil\..*\n$/)
    expect(postil(['call', 'none.postil', 'codes.list'], cwd).status).toBe(1)
    expect(postil(['call', 'study.postil', 'no.such'], cwd).stderr).toContain('no procedure called “no.such”')
  })

  it('imports files and folders in the order of their names, as one step, with a row a file', () => {
    const cwd = study()
    writeFileSync(join(cwd, 'old.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    const { status, stdout } = postil(
      ['import', 'study.postil', 'texts', 'old.doc', '--group', 'Europe'],
      cwd,
    )
    expect(status).toBe(0)
    expect(stdout.split('\n').map(line => line.split(' ')[0])).toEqual([
      'imported',
      'imported',
      'imported',
      'not',
      '3',
      '',
    ])
    const rows = JSON.parse(postil(['call', 'study.postil', 'documents.list'], cwd).stdout) as {
      name: string
      groupIds: string[]
    }[]
    expect(rows.map(({ name, groupIds }) => [name, groupIds.length])).toEqual([
      ['b9', 1],
      ['b10', 1],
      ['c', 1],
    ])
    const json = postil(['import', 'study.postil', 'texts/b9.txt', '--json'], cwd)
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, code: 'document-duplicate' })
    postil(['call', 'study.postil', 'history.undo'], cwd)
    expect(JSON.parse(postil(['call', 'study.postil', 'documents.list'], cwd).stdout)).toEqual([])
  })

  it('does the whole job without a window', async () => {
    const cwd = study()
    postil(['import', 'study.postil', 'texts'], cwd)
    writeFileSync(
      join(cwd, 'codings.csv'),
      'document,start,end,code,coder,quote\nb10,3,23,Framing/Shared,Eve,share responsibility\nb9,0,3,Framing/Gain,,All\n',
    )
    expect(postil(['import-segments', 'study.postil', 'codings.csv'], cwd)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 codings on 2 new segments from 2 rows'),
    })
    const csv = postil(
      ['table', 'study.postil', 'code-document', '{"hideEmptyColumns":true}', '--format', 'csv'],
      cwd,
    )
    expect(csv.stdout).toBe(
      'Code,b9,b10,Total\r\nFraming,0,0,0\r\nFraming/Shared,0,1,1\r\nFraming/Gain,1,0,1\r\nTotal,1,1,2\r\n',
    )
    expect(
      postil(['table', 'study.postil', 'code-document', '--format', 'xlsx', '--out', 't.xlsx'], cwd).status,
    ).toBe(0)
    expect((await readSheet(readFileSync(join(cwd, 't.xlsx'))))[2]).toEqual(['Framing/Shared', 0, 1, 0, 1])
    const segments = postil(['segments', 'study.postil', '--format', 'json'], cwd)
    expect(JSON.parse(segments.stdout).rows).toHaveLength(2)
    const exported = postil(
      ['call', 'study.postil', 'exchange.segments', '{"format":"csv"}', '--out', 's.csv'],
      cwd,
    )
    expect(exported.status).toBe(0)
    expect(readFileSync(join(cwd, 's.csv'), 'utf8')).toContain('share responsibility')
  })

  it('lists every procedure and tells its input schema', () => {
    const cwd = temporaryFolder()
    expect(postil(['verbs'], cwd).stdout).toContain('segments.apply')
    const one = JSON.parse(postil(['verbs', 'segments.apply'], cwd).stdout) as {
      input: { required: string[] }
    }
    expect(one.input.required).toEqual(['documentId', 'span', 'codeIds'])
  })

  it('reads a call from standard input', () => {
    const cwd = study()
    expect(postil(['call', 'study.postil', 'codes.create', '-'], cwd, '{"name": "Ünïcode"}').status).toBe(0)
    expect(JSON.parse(postil(['call', 'study.postil', 'codes.list'], cwd).stdout)).toMatchObject([
      { name: 'Ünïcode' },
    ])
  })

  it('serves until it is told to stop', async () => {
    const cwd = study()
    const child = spawn(process.execPath, [quiet, cli, 'serve', 'study.postil'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = await new Promise<string>(resolve => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
      child.stderr.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    })
    // without a built window there is nothing to serve, and that is said
    expect(said).toMatch(
      /^Postil is at http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}|The window of Postil is not built/,
    )
    child.kill('SIGTERM')
    await new Promise(resolve => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
    openCore({ path: join(cwd, 'study.postil') }).close()
  })

  it('loses nothing acknowledged when it is killed', async () => {
    const cwd = study()
    postil(['import', 'study.postil', 'texts'], cwd)
    const path = join(cwd, 'study.postil')
    const { documentId, codeId } = await withClient(path, async client => ({
      documentId: (await client.documents.list())[0]!.id,
      codeId: await client.codes.create({ name: 'X' }),
    }))
    const acknowledged: string[] = []
    for (let round = 0; round < 6; round++) {
      const child = spawn(process.execPath, [quiet, cli, 'call', path, '-', '--lines'], {
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      child.stdin.on('error', () => undefined) // the pipe breaks when the child is killed: that is the test
      for (let i = 0; i < 400; i++) {
        const start = (round * 400 + i) % 14
        child.stdin.write(
          `${JSON.stringify({ call: 'segments.apply', input: { documentId, span: { start, end: start + 1 }, codeIds: [codeId], comment: `${round}-${i}` } })}\n`,
        )
      }
      let answers = 0
      for await (const line of createInterface({ input: child.stdout })) {
        const reply = JSON.parse(line) as { ok: boolean; value: { segmentId: string } }
        if (reply.ok) acknowledged.push(reply.value.segmentId)
        if (++answers === 5 + round * 7) child.kill('SIGKILL')
      }
    }
    await withClient(path, async client => {
      const there = new Set<string>((await client.segments.ofDocument({ documentId })).map(({ id }) => id))
      expect(acknowledged.length).toBeGreaterThan(50)
      expect(acknowledged.filter(id => !there.has(id))).toEqual([])
      expect((await client.project.check()).findings).toEqual([])
    })
  })
})

async function withClient<T>(
  path: string,
  work: (client: ReturnType<typeof createClient>) => Promise<T>,
): Promise<T> {
  const core = openCore({ path })
  try {
    return await work(createClient(core))
  } finally {
    await core.close()
    core.freight.clear()
  }
}
