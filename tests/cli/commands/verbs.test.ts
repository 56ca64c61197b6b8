import { describe, expect, it } from 'vitest'
import { procedureNames } from '../../../src/shared/client.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { postil } from '../postil.ts'

describe('postil verbs', () => {
  it('lists every procedure in one line', async () => {
    const { stdout } = await postil(['verbs'], temporaryFolder())
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(procedureNames())
  })

  it('tells the schemas of each', async () => {
    const cwd = temporaryFolder()
    for (const name of procedureNames()) {
      const told = JSON.parse((await postil(['verbs', name], cwd)).stdout)
      expect(told).toMatchObject({
        name,
        kind: expect.stringMatching(/^(query|mutation)$/),
        input: {},
        output: {},
      })
    }
    const apply = JSON.parse((await postil(['verbs', 'segments.apply'], cwd)).stdout)
    expect(apply.input.required).toEqual(['documentId', 'codeIds'])
    expect(apply.label).toBe('Apply code')
  })
})
