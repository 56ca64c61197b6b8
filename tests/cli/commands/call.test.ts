import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, postil, study } from '../postil.ts'

describe('postil call', () => {
  it('reads the input from standard input, and prints the answer as JSON', async () => {
    const cwd = await study()
    const made = await postil(['call', 'study.postil', 'codes.create', '-'], cwd, '{"name": "Ünïcode 🙂"}')
    expect(JSON.parse(made.stdout)).toEqual(expect.any(String))
    expect(await ask(cwd, 'codes.list')).toMatchObject([{ name: 'Ünïcode 🙂' }])
    expect((await postil(['call', 'study.postil', 'codes.list', '-'], cwd, ' \n')).status).toBe(0)
  })

  it('takes a path where the contract wants a file, and writes the file that comes back', async () => {
    const cwd = await study()
    const { id } = await ask<{ id: string }>(cwd, 'documents.import', { file: join('texts', 'b9.txt') })
    const original = [
      'call',
      'study.postil',
      'documents.original',
      JSON.stringify({ documentId: id }),
      '--out',
      'o.txt',
    ]
    expect(await postil(original, cwd)).toMatchObject({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'o.txt'), 'utf8')).toBe('All of us gain.')
  })

  it('acts in the name of the coder', async () => {
    const cwd = await study()
    await postil(['call', 'study.postil', 'codes.create', '{"name": "a"}', '--coder', 'Eve'], cwd)
    const { steps } = await ask<{ steps: { actor: string; label: string }[] }>(cwd, 'history.list')
    expect(steps).toMatchObject([{ actor: 'Eve', label: 'New code' }])
  })

  it('answers line by line, in order, and a bad line is one answer among others', async () => {
    const cwd = await study()
    const lines = [
      '{"call": "codes.create", "input": {"name": "a"}}',
      '',
      '{"call": "codes.create", "input": {"name": "a"}}',
      'nonsense',
      '7',
      '{"input": {}}',
      '{"call": 7}',
      '{"call": "documents.preview", "input": {"file": "texts/b9.txt"}}',
      '{"call": "codes.list"}',
    ]
    const { status, stdout } = await postil(['call', 'study.postil', '-', '--lines'], cwd, lines.join('\n'))
    expect(status).toBe(0)
    const bad = { ok: false, error: { code: 'bad-input' } }
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toMatchObject([
      { ok: true, value: expect.any(String) },
      { ok: false, error: { code: 'code-name-taken' } },
      bad,
      bad,
      bad,
      bad,
      { ok: true, value: { beginning: expect.stringContaining('All of us gain.') } },
      { ok: true, value: [{ name: 'a' }] },
    ])
  })
})
