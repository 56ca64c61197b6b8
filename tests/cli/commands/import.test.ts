import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, postil, study } from '../postil.ts'

describe('postil import', () => {
  it('takes files and folders in the order of their names, as one step, with a row a file', async () => {
    const cwd = await study()
    writeFileSync(join(cwd, 'old.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    const run = ['import', 'study.postil', 'texts', 'old.doc', 'none.txt', '--group', 'Europe']
    const { status, stdout, stderr } = await postil(run, cwd)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n').map(line => /^(not )?imported +[^ :]+|^\d.*|^$/.exec(line)?.[0])).toEqual([
      'imported      b9.txt',
      'imported      b10.txt',
      `imported      ${join('deep', 'c.md')}`,
      'not imported  old.doc',
      'not imported  none.txt',
      '3 of 5 files imported.',
      '',
    ])
    const documents = await ask<{ name: string; groupIds: string[] }[]>(cwd, 'documents.list')
    expect(documents.map(({ name, groupIds }) => [name, groupIds.length])).toEqual([
      ['b9', 1],
      ['b10', 1],
      ['c', 1],
    ])
    await ask(cwd, 'history.undo')
    expect(await ask(cwd, 'documents.list')).toEqual([])
    // the group was a step of its own, before
    expect(await ask(cwd, 'groups.list')).toMatchObject([{ name: 'Europe' }])
  })

  it('finds the group that is there', async () => {
    const cwd = await study()
    for (const file of ['b9.txt', 'b10.txt'])
      await postil(['import', 'study.postil', join('texts', file), '--group', 'Europe'], cwd)
    expect(await ask(cwd, 'groups.list')).toMatchObject([
      { name: 'Europe', documentIds: [expect.any(String), expect.any(String)] },
    ])
  })

  it('reports as JSON, one object a file', async () => {
    const cwd = await study()
    const { stdout } = await postil(['import', 'study.postil', 'texts', 'none.txt', '--json'], cwd)
    const rows = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(rows).toMatchObject([
      { file: 'b9.txt', ok: true, imported: { name: 'b9', words: 4 } },
      { file: 'b10.txt', ok: true, imported: { name: 'b10' } },
      { file: join('deep', 'c.md'), ok: true, imported: { name: 'c' } },
      {
        file: 'none.txt',
        ok: false,
        code: 'file-missing',
        message: expect.stringMatching(/^There is no file at none\.txt\./),
      },
    ])
  })

  it('fails where nothing came in', async () => {
    const cwd = await study()
    await postil(['import', 'study.postil', 'texts'], cwd)
    const again = await postil(['import', 'study.postil', join('texts', 'b9.txt'), '--json'], cwd)
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: false, code: 'document-duplicate' })
    expect(again).toMatchObject({ status: 1, stderr: 'The file was not imported; its row says why.\n' })
    const all = await postil(['import', 'study.postil', 'texts'], cwd)
    expect(all).toMatchObject({ status: 1, stderr: 'None of the 3 files was imported; each row says why.\n' })
    const twice = await postil(
      ['import', 'study.postil', join('texts', 'b9.txt'), '--duplicates', 'keep'],
      cwd,
    )
    expect(twice.status).toBe(0)
    expect(await ask<unknown[]>(cwd, 'documents.list')).toHaveLength(4)
    mkdirSync(join(cwd, 'empty'))
    expect((await postil(['import', 'study.postil', 'empty'], cwd)).status).toBe(2)
  })

  it('reads plain text in the encoding that is named', async () => {
    const cwd = await study()
    writeFileSync(join(cwd, 'alt.txt'), Buffer.from('K\u0084se und Br\u0094tchen', 'latin1'))
    await postil(['import', 'study.postil', 'alt.txt', '--encoding', 'cp437'], cwd)
    const [document] = await ask<{ id: string }[]>(cwd, 'documents.list')
    const { text } = await ask<{ text: string }>(cwd, 'documents.text', { documentId: document!.id })
    expect(text.trim()).toBe('Käse und Brötchen')
  })

  it('cannot read what may not be read, and says so in its row', async ({ skip }) => {
    const cwd = await study()
    const file = join(cwd, 'texts', 'b9.txt')
    chmodSync(file, 0)
    skip(process.getuid?.() === 0 || process.platform === 'win32', 'permissions do not bind this user')
    const { status, stdout } = await postil(['import', 'study.postil', 'texts'], cwd)
    expect(status).toBe(0)
    expect(stdout).toContain('2 of 3 files imported.')
  })
})
