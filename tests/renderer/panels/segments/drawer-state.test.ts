import { beforeEach, describe, expect, it } from 'vitest'
import { partsOf } from '../../../../src/renderer/panels/segments/condition-names.ts'
import {
  conditionsOf,
  including,
  listByWords,
  listIncluding,
  listWithout,
  without,
} from '../../../../src/renderer/panels/segments/conditions.ts'
import { drawerState, questionOf, sortBy } from '../../../../src/renderer/panels/segments/drawer-state.ts'
import { pickAlong, togglePicked } from '../../../../src/renderer/panels/segments/picking.ts'
import { emptyWorkspace, listSegments, workspace } from '../../../../src/renderer/state/workspace.ts'
import type { SegmentScope } from '../../../../src/shared/contract/segments.ts'
import type { CodeId, CoderId, CodingId, DocumentId, SegmentId } from '../../../../src/shared/model/ids.ts'

const code = (name: string) => name as CodeId
const scope: SegmentScope = {
  codeIds: [code('a'), code('b')],
  withSubcodes: true,
  documentIds: ['d' as DocumentId],
  coderIds: ['x' as CoderId],
}

beforeEach(() => {
  workspace.setState(emptyWorkspace, true)
  drawerState.setState(drawerState.getInitialState(), true)
})

const drawer = () => workspace.getState().drawer

describe('a scope without one of its conditions', () => {
  it('loses one value, then the condition with what belonged to it', () => {
    const one = without(scope, 'codeIds', 'a')
    expect(one).toEqual({ ...scope, codeIds: ['b'] })
    expect(without(one, 'codeIds', 'b')).toEqual({ documentIds: ['d'], coderIds: ['x'], free: 'with' })
    expect(without(scope, 'documentIds', null)).toEqual({
      codeIds: ['a', 'b'],
      withSubcodes: true,
      coderIds: ['x'],
    })
    expect(without({ free: 'only', words: 'w' }, 'free', null)).toEqual({ free: 'with', words: 'w' })
  })

  it('is listed under a title that does not name what went', () => {
    listSegments({ codeIds: [code('a')], documentIds: ['d' as DocumentId] }, 'A · D')
    listWithout('documentIds', 'd')
    expect(drawer()).toEqual({ scope: { codeIds: ['a'] }, title: 'Segments' })
    listWithout('codeIds', null)
    expect(drawer()).toEqual({ scope: { free: 'with' }, title: 'All segments' })
  })
})

describe('a scope with one more condition', () => {
  it('has the value once, and no free segments where it is a code', () => {
    expect(including({ free: 'with' }, 'codeIds', 'a')).toEqual({ codeIds: ['a'] })
    expect(including(scope, 'codeIds', 'c').codeIds).toEqual(['a', 'b', 'c'])
    expect(including(scope, 'codeIds', 'a')).toBe(scope)
    listSegments({}, 'All segments')
    listIncluding('documentIds', 'd')
    expect(drawer()).toEqual({ scope: { free: 'with', documentIds: ['d'] }, title: 'Segments' })
  })

  it('keeps its title with words, and loses them when they are cleared', () => {
    listSegments({ codeIds: [code('a')] }, 'A')
    listByWords('duty')
    expect(drawer()).toEqual({ scope: { codeIds: ['a'], words: 'duty' }, title: 'A' })
    listByWords('')
    expect(drawer()).toEqual({ scope: { codeIds: ['a'] }, title: 'A' })
  })
})

describe('the parts of a scope', () => {
  it('are named one by one, and counted where they are many', () => {
    const texts = (scope: SegmentScope) => partsOf(scope, (_, id) => id.toUpperCase()).map(part => part.text)
    expect(texts(scope)).toEqual(['A and below', 'B and below', 'D', 'X'])
    expect(texts({ codeIds: ['a', 'b', 'c', 'd', 'e'].map(code) })).toEqual(['5 codes'])
    expect(texts({ free: 'with' })).toEqual([])
    expect(texts({})).toEqual(['coded segments'])
    expect(texts({ free: 'only', words: 'duty' })).toEqual(['free segments', 'duty'])
    expect(conditionsOf({ withSubcodes: true, free: 'with' })).toEqual([])
  })
})

describe('another list', () => {
  const row = (name: string) => ({ segmentId: `s${name}` as SegmentId, codingId: name as CodingId })
  const picked = () => [...drawerState.getState().picked.keys()]

  it('begins at its first row with nothing picked', () => {
    togglePicked(row('c'))
    drawerState.setState({ at: 40 })
    listSegments({}, 'All segments')
    expect(drawerState.getState()).toMatchObject({ at: 0, picked: new Map() })
  })

  it('is asked for by what differs from the default', () => {
    expect(questionOf(scope, drawerState.getState())).toEqual({ scope })
    sortBy('longest')
    drawerState.setState({ grouping: 'code' })
    expect(questionOf({}, drawerState.getState())).toEqual({
      scope: {},
      order: 'length',
      descending: true,
      grouping: 'code',
    })
  })

  it('picks along, and gives up again on the way back; a free segment goes by its own id', () => {
    const [a, b, free] = [row('a'), row('b'), { segmentId: 's' as SegmentId, codingId: null }]
    pickAlong(a, b)
    pickAlong(b, free)
    expect(picked()).toEqual(['a', 'b', 's'])
    pickAlong(free, b)
    expect(picked()).toEqual(['a', 'b'])
    pickAlong(b, undefined)
    expect(picked()).toEqual(['a', 'b'])
  })
})
