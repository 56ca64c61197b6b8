import { describe, expect, it } from 'vitest'
import { readPort } from '../../src/web/listen.ts'

describe('a port', () => {
  it.each([
    ['0', 0],
    ['80', 80],
    ['08080', 8080],
    ['65535', 65_535],
  ])('%s is one', (text, port) => {
    expect(readPort(text)).toBe(port)
  })
  it.each(['', ' ', '-1', '65536', '1e3', '0x50', '80.5', 'http', '999999', '٨٠', 'NaN'])(
    '“%s” is none',
    text => {
      expect(readPort(text)).toBeNull()
    },
  )
})
