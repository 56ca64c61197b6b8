import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary.ts'
import { ask, postil, study } from './postil.ts'

const ONE_SENTENCE = /^[^\n]+\.\n$/

describe('postil', () => {
  it('tells its usage, its version, and what each command is for', async () => {
    const cwd = temporaryFolder()
    const help = await postil(['--help'], cwd)
    expect(help).toMatchObject({ status: 0, stderr: '' })
    const commands = ['new', 'import', 'call', 'verbs', 'table', 'segments', 'import-segments', 'serve']
    for (const command of commands) {
      expect(help.stdout).toContain(`  postil ${command}`)
      const { status, stdout } = await postil([command, '--help'], cwd)
      expect(status).toBe(0)
      expect(stdout).toMatch(new RegExp(`^postil ${command} `))
      expect(stdout).toContain('--coder NAME')
    }
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await postil(['--version'], cwd)).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  it('used wrongly says so, with exit 2, and does nothing', async () => {
    const cwd = await study()
    const wrong = [
      [],
      ['nonsense'],
      ['__proto__'],
      ['new'],
      ['new', 'a.postil', 'b'],
      ['new', 'a.postil', '--coder'],
      ['new', 'a.postil', '--colour', 'red'],
      ['import'],
      ['import', 'study.postil'],
      ['import', 'study.postil', 'texts', '--changes', 'maybe'],
      ['import', 'study.postil', 'texts', '--duplicates', 'yes'],
      ['call', 'study.postil'],
      ['call', 'study.postil', 'codes.create', '{'],
      ['call', 'study.postil', '-'],
      ['call', 'study.postil', 'codes.list', '--lines'],
      ['call', 'study.postil', 'codes.list', '--out', 'x.json'],
      ['verbs', 'codes.list', 'codes.create'],
      ['table', 'study.postil', 'code-code', '--format', 'csv'],
      ['table', 'study.postil', 'code-document'],
      ['table', 'study.postil', 'code-document', '[]', '--format', 'csv'],
      ['table', 'study.postil', 'code-document', '--format', 'pdf'],
      ['segments', 'study.postil'],
      ['segments', 'study.postil', '{"a": ', '--format', 'csv'],
      ['import-segments', 'study.postil'],
      ['serve'],
      ['serve', 'study.postil', '--port', '70000'],
    ]
    for (const args of wrong) {
      const { status, stdout, stderr } = await postil(args, cwd)
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' })
      expect(stderr.trim()).not.toBe('')
    }
    expect(existsSync(join(cwd, 'x.json'))).toBe(false)
    expect(await ask(cwd, 'history.list')).toEqual({ total: 0, steps: [] })
  })

  it('fails with exit 1 and one sentence', async () => {
    const cwd = await study()
    const failing = [
      ['new', 'study.postil'],
      ['new', join('nowhere', 'a.postil')],
      ['call', 'none.postil', 'codes.list'],
      ['call', join('texts', 'b9.txt'), 'codes.list'],
      ['call', 'study.postil', 'no.such'],
      ['call', 'study.postil', 'no.such', '--out', 'x'],
      ['call', 'study.postil', 'codes.create', '{"colour": "red"}'],
      ['call', 'study.postil', 'documents.import', '{"file": "none.txt"}'],
      ['call', 'study.postil', 'history.undo'],
      ['verbs', 'no.such'],
      ['table', 'none.postil', 'code-document', '--format', 'csv'],
      ['table', 'study.postil', 'code-document', '{"measure": "joy"}', '--format', 'csv'],
      ['table', 'study.postil', 'code-document', '--format', 'csv', '--out', join('nowhere', 'x.csv')],
      ['table', 'study.postil', 'code-document', '--format', 'csv', '--out', 'texts'],
      ['segments', 'study.postil', '{"codes": []}', '--format', 'csv'],
      ['import-segments', 'study.postil', 'none.csv'],
      ['import-segments', 'study.postil', join('texts', 'b9.txt')],
    ]
    for (const args of failing) {
      const { status, stdout, stderr } = await postil(args, cwd)
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' })
      expect({ args, stderr }).toEqual({ args, stderr: expect.stringMatching(ONE_SENTENCE) })
    }
    expect((await postil(['new', 'study.postil'], cwd)).stderr).toMatch(
      /^There is already a file at study\.postil\./,
    )
  })
})
