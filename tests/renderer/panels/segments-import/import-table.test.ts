import { describe, expect, it } from 'vitest'
import {
  importSegmentTable,
  tableWords,
} from '../../../../src/renderer/panels/segments-import/import-table.ts'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { said, testWindow } from '../window.tsx'

describe('importSegmentTable', () => {
  it('imports all rows as one step and says what came of it', async () => {
    const { client, document } = testWindow()
    const documentId = await document('Speech', 'One duty of all.')
    const table = 'document,start,end,code\nSpeech,0,8,Framing/Shared\nSpeech,9,15,Actors\n'
    await importSegmentTable(new File([table], 'coded.csv'))
    expect(await client.segments.ofDocument({ documentId })).toHaveLength(2)
    expect(said()[0]).toBe('coded.csv: 2 codings on 2 segments imported; 3 new codes.')
    expect(messages.getState().toasts[0]?.action?.label).toBe('Undo')
    await client.history.undo()
    expect(await client.codes.list()).toEqual([])
  })

  it('says why nothing was imported', async () => {
    testWindow()
    await importSegmentTable(new File(['document,start\nSpeech,1\n'], 'short.csv'))
    expect(messages.getState().toasts[0]?.tone).toBe('failure')
    expect(said()[0]).toContain('Nothing was imported')
  })
})

describe('tableWords', () => {
  it('tells what was there already and who is new', () => {
    const words = tableWords('t.csv', {
      rows: 3,
      codings: 1,
      segments: 1,
      already: 2,
      newCodes: [],
      newCoders: ['Ada'],
    })
    expect(words).toBe('t.csv: 1 coding on 1 segment imported, 2 were there already; 1 new coder.')
  })
})
