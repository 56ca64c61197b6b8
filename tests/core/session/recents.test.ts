import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createRecents } from '../../../src/core/session/recents.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function quietly() {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  return said
}

describe('the list of recent projects', () => {
  const project = (n: number) => ({ path: `/${n}.postil`, name: String(n) })

  it('holds the last twelve', () => {
    const recents = createRecents(join(temporaryFolder(), 'deep', 'recent.json'))
    for (let n = 0; n < 20; n++) recents.add(project(n))
    expect(recents.list()).toEqual(Array.from({ length: 12 }, (_, n) => project(19 - n)))
  })

  it.each(['', '{', 'null', '{"path": "/a"}', '[{"path": 1}]'])(
    'begins anew where its file is damaged: %s',
    text => {
      const said = quietly()
      const file = join(temporaryFolder(), 'recent.json')
      writeFileSync(file, text)
      const recents = createRecents(file)
      expect(recents.list()).toEqual([])
      expect(said).toHaveBeenCalledWith(expect.stringMatching(/^The list of recent projects .* begins anew/))
      recents.add(project(1))
      expect(recents.list()).toEqual([project(1)])
    },
  )

  it('is no reason to fail where it cannot be written', () => {
    const said = quietly()
    const file = join(temporaryFolder(), 'recent.json')
    mkdirSync(`${file}.new`)
    const recents = createRecents(file)
    recents.add(project(1))
    expect(said).toHaveBeenCalledOnce()
    expect(recents.list()).toEqual([])
  })
})
