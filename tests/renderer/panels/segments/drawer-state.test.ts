import { beforeEach, describe, expect, it } from 'vitest'
import { partsOf } from '../../../../src/renderer/panels/segments/condition-names.ts'
import {
  conditionsOf,
  drawerState,
  listWithout,
  togglePicked,
  without,
} from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { emptyWorkspace, listSegments, workspace } from '../../../../src/renderer/state/workspace.ts'
import type { SegmentScope } from '../../../../src/shared/contract/segments.ts'
import type { CodeId, CoderId, CodingId, DocumentId } from '../../../../src/shared/model/ids.ts'

const code = (name: string) => name as CodeId
const scope: SegmentScope = {
  codeIds: [code('a'), code('b')],
  withSubcodes: true,
  documentIds: ['d' as DocumentId],
  coderIds: ['x' as CoderId],
}

beforeEach(() => {
  workspace.setState(emptyWorkspace, true)
})

describe('a scope without one of its conditions', () => {
  it('loses one value, then the condition with what belonged to it', () => {
    const one = without(scope, 'codeIds', 'a')
    expect(one).toEqual({ ...scope, codeIds: ['b'] })
    expect(without(one, 'codeIds', 'b')).toEqual({ documentIds: ['d'], coderIds: ['x'] })
    expect(without(scope, 'documentIds', null)).toEqual({
      codeIds: ['a', 'b'],
      withSubcodes: true,
      coderIds: ['x'],
    })
  })

  it('is listed under a title that does not name what went', () => {
    listSegments({ codeIds: [code('a')], documentIds: ['d' as DocumentId] }, 'A · D')
    listWithout('documentIds', 'd')
    expect(workspace.getState().drawer).toEqual({ scope: { codeIds: ['a'] }, title: 'Segments' })
    listWithout('codeIds', null)
    expect(workspace.getState().drawer).toEqual({ scope: {}, title: 'All segments' })
  })
})

describe('the parts of a scope', () => {
  it('are named one by one, and counted where they are many', () => {
    const texts = (scope: SegmentScope) => partsOf(scope, (_, id) => id.toUpperCase()).map(part => part.text)
    expect(texts(scope)).toEqual(['A and below', 'B and below', 'D', 'X'])
    expect(texts({ codeIds: ['a', 'b', 'c', 'd', 'e'].map(code) })).toEqual(['5 codes'])
    expect(texts({})).toEqual([])
    expect(conditionsOf({ withSubcodes: true })).toEqual([])
  })
})

describe('another list', () => {
  it('begins at its first row with nothing picked', () => {
    togglePicked('c' as CodingId)
    drawerState.setState({ at: 40 })
    listSegments({}, 'All segments')
    expect(drawerState.getState()).toMatchObject({ at: 0, picked: new Set() })
  })
})
