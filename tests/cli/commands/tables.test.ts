import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { ask, postil, study } from '../postil.ts'

describe('postil does the whole job without a window', () => {
  async function coded(): Promise<string> {
    const cwd = await study()
    await postil(['import', 'study.postil', 'texts', '--group', 'Europe'], cwd)
    writeFileSync(
      join(cwd, 'codings.csv'),
      'document,start,end,code,coder,quote\nb10,3,23,Framing/Shared,Eve,share responsibility\nb9,0,3,Framing/Gain,,All\n',
    )
    expect(
      await postil(['import-segments', 'study.postil', 'codings.csv', '--coder', 'Ada'], cwd),
    ).toMatchObject({
      status: 0,
      stdout:
        '2 codings on 2 new segments from 2 rows (new codes: Framing; Framing/Shared; Framing/Gain. new coders: Eve).\n',
    })
    return cwd
  }

  it('imports codings, all of them once', async () => {
    const cwd = await coded()
    const again = await postil(['import-segments', 'study.postil', 'codings.csv'], cwd)
    expect(again.stdout).toBe('0 codings on 0 new segments from 2 rows (2 were there already).\n')
  })

  it('writes the table of codes and documents', async () => {
    const cwd = await coded()
    const table = (...args: string[]) => postil(['table', 'study.postil', ...args], cwd)
    const csv = await table('code-document', '{"hideEmptyColumns":true}', '--format', 'csv')
    expect(csv.stdout).toBe(
      'Code,b9,b10,Total\r\nFraming,0,0,0\r\nFraming/Shared,0,1,1\r\nFraming/Gain,1,0,1\r\nTotal,1,1,2\r\n',
    )
    const groups = await table('code-group', '{"columns": "documents"}', '--format', 'json')
    expect(JSON.parse(groups.stdout)).toMatchObject({
      columns: expect.arrayContaining([expect.objectContaining({ title: 'Europe' })]),
    })
    expect((await table('code-document', '--format', 'csv', '--bom')).bytes.subarray(0, 3)).toEqual(
      Buffer.from('\ufeff'),
    )
    const xlsx = await table('code-document', '--format', 'xlsx')
    expect((await readSheet(xlsx.bytes))[2]).toEqual(['Framing/Shared', 0, 1, 0, 1])
    expect(await table('code-document', '--format', 'xlsx', '--out', 't.xlsx')).toMatchObject({
      status: 0,
      stdout: '',
    })
    expect((await readSheet(readFileSync(join(cwd, 't.xlsx'))))[2]).toEqual(['Framing/Shared', 0, 1, 0, 1])
  })

  it('writes the coded segments', async () => {
    const cwd = await coded()
    const segments = (...args: string[]) => postil(['segments', 'study.postil', ...args], cwd)
    expect(JSON.parse((await segments('--format', 'json')).stdout).rows).toHaveLength(2)
    const [, gain] = await ask<{ id: string }[]>(cwd, 'codes.list').then(codes => codes.slice(1))
    const one = await segments(
      JSON.stringify({ codeIds: [gain!.id], bom: true }),
      '--format',
      'csv',
      '--out',
      's.csv',
    )
    expect(one).toMatchObject({ status: 0, stdout: '' })
    const written = readFileSync(join(cwd, 's.csv'), 'utf8')
    expect(written.startsWith('\ufeff')).toBe(true)
    expect(written).toContain('Framing/Gain')
    expect(written).not.toContain('Framing/Shared')
  })
})
