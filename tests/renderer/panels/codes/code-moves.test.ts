import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropPlace,
  mayMerge,
  neighbourOf,
  stepOf,
  type Zone,
} from '../../../../src/renderer/panels/codes/code-moves.ts'
import type { CodeId } from '../../../../src/shared/model/ids.ts'
import { type TestProject, testProject } from '../../../support/project.ts'
import { codesOf, id } from './codes.ts'

const codes = codesOf(`
  A
    B
    C
      D
  E
`)

describe('stepOf', () => {
  it('goes up and down among siblings', () => {
    expect(stepOf(codes, id('C'), 'up')).toEqual({ parentId: 'A', before: 'B' })
    expect(stepOf(codes, id('B'), 'down')).toEqual({ parentId: 'A', before: null })
    expect(stepOf(codes, id('B'), 'up')).toBeNull()
    expect(stepOf(codes, id('E'), 'down')).toBeNull()
  })
  it('goes in below the one above, and out to after its parent', () => {
    expect(stepOf(codes, id('C'), 'in')).toEqual({ parentId: 'B', before: null })
    expect(stepOf(codes, id('B'), 'in')).toBeNull()
    expect(stepOf(codes, id('D'), 'out')).toEqual({ parentId: 'A', before: null })
    expect(stepOf(codes, id('B'), 'out')).toEqual({ parentId: null, before: 'E' })
    expect(stepOf(codes, id('A'), 'out')).toBeNull()
  })
})

describe('dropPlace', () => {
  const drop = (dragged: string, target: string, expanded: boolean | null, zone: Zone) =>
    dropPlace(codes, id(dragged), { id: id(target), expanded }, zone)

  it('is before, after or below the code it is dropped on', () => {
    expect(drop('E', 'B', null, 'before')).toEqual({ parentId: 'A', before: 'B' })
    expect(drop('E', 'B', null, 'after')).toEqual({ parentId: 'A', before: 'C' })
    expect(drop('E', 'B', null, 'into')).toEqual({ parentId: 'B', before: null })
  })
  it('is above the first child where the row is open', () => {
    expect(drop('E', 'A', true, 'after')).toEqual({ parentId: 'A', before: 'B' })
    expect(drop('D', 'A', false, 'after')).toEqual({ parentId: null, before: 'E' })
  })
  it('is nowhere inside itself, and nowhere where it is already', () => {
    expect(drop('A', 'D', null, 'into')).toBeNull()
    expect(drop('A', 'A', true, 'before')).toBeNull()
    expect(drop('C', 'B', null, 'after')).toBeNull()
    expect(drop('D', 'C', true, 'into')).toBeNull()
  })
})

describe('mayMerge and neighbourOf', () => {
  it('refuses the code itself and what is below it', () => {
    expect(mayMerge(codes, [id('C')], id('D'))).toBe(false)
    expect(mayMerge(codes, [id('C')], id('C'))).toBe(false)
    expect(mayMerge(codes, [id('D'), id('E')], id('C'))).toBe(true)
  })
  it('finds who has the keys next: the one after what goes, else the one before', () => {
    expect(neighbourOf(codes, [id('C')])).toBe('E')
    expect(neighbourOf(codes, [id('E')])).toBe('D')
    expect(neighbourOf(codes, [id('A'), id('E')])).toBeNull()
  })
})

/** A tree of random shape in a real project: each code's parent is one made before it, or none. */
async function grow({ client }: TestProject, parents: readonly number[]): Promise<CodeId[]> {
  const ids: CodeId[] = []
  for (const [at, parent] of parents.entries()) {
    const parentId = ids[parent] ?? null
    ids.push(await client.codes.create({ name: `code ${at}`, parentId }))
  }
  return ids
}

const shapes = fc.array(fc.integer({ min: -1, max: 7 }), { minLength: 2, maxLength: 9 })

describe('in a real project', () => {
  it('every step that is offered is taken by the core, and up undoes down', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(8), async (parents, pick) => {
        const project = testProject()
        const ids = await grow(project, parents)
        const one = ids[pick % ids.length]!
        const list = () => project.client.codes.list()
        const before = await list()
        const down = stepOf(before, one, 'down')
        if (down) {
          await project.client.codes.move({ codeId: one, ...down })
          const up = stepOf(await list(), one, 'up')
          expect(up).not.toBeNull()
          await project.client.codes.move({ codeId: one, ...up! })
          expect(await list()).toEqual(before)
        }
        for (const direction of ['in', 'out'] as const) {
          const place = stepOf(await list(), one, direction)
          if (place) await project.client.codes.move({ codeId: one, ...place })
        }
        expect(await list()).toHaveLength(ids.length)
      }),
      { numRuns: 25 },
    )
  })

  it('every drop that is offered is taken by the core and moves the code where it says', async () => {
    const zones = fc.constantFrom<Zone>('before', 'after', 'into')
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.nat(8),
        fc.nat(8),
        zones,
        fc.boolean(),
        async (parents, a, b, zone, open) => {
          const project = testProject()
          const ids = await grow(project, parents)
          const [dragged, target] = [ids[a % ids.length]!, ids[b % ids.length]!]
          const place = dropPlace(
            await project.client.codes.list(),
            dragged,
            { id: target, expanded: open },
            zone,
          )
          if (place === null) return
          await project.client.codes.move({ codeId: dragged, ...place })
          const after = await project.client.codes.list()
          expect(after.find(code => code.id === dragged)?.parentId).toBe(place.parentId)
          const siblings = after.filter(code => code.parentId === place.parentId).map(code => code.id)
          expect(siblings[siblings.indexOf(dragged) + 1] ?? null).toBe(place.before)
        },
      ),
      { numRuns: 40 },
    )
  })
})
