import { describe, expect, it } from 'vitest'
import { tableFormats, writeTable } from '../../../../src/core/exchange/tables/formats.ts'
import { TABLE_FORMATS } from '../../../../src/shared/contract/exchange.ts'
import { tableWith } from '../../../support/tables.ts'

describe('table formats', () => {
  it('are those of the contract', () => {
    expect(tableFormats.map(({ id }) => id)).toEqual([...TABLE_FORMATS])
  })
  it.each([...TABLE_FORMATS])('%s: bytes under a name and a media type', async format => {
    const { name, mediaType, bytes } = await writeTable(tableWith([['A', 1]]), { project: 'P', format })
    expect(name).toBe(`P - Code x document.${format}`)
    expect(mediaType).toMatch(/^(text|application)\//)
    expect(bytes.byteLength).toBeGreaterThan(10)
  })
  it('passes the options on', async () => {
    const { bytes } = await writeTable(tableWith([['=1', 1]]), {
      project: 'P',
      format: 'csv',
      bom: true,
      exact: true,
    })
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFFCode,"D, 0"\r\n=1,1\r\n')
  })
  it('refuses one that does not exist', async () => {
    await expect(writeTable(tableWith([]), { project: 'P', format: 'ods' })).rejects.toMatchObject({
      code: 'format-unknown',
    })
  })
})
