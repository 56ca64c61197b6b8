import { describe, expect, it } from 'vitest'
import { isOwnPage, PAGE } from '../../src/main/own-page.ts'
import { hostileAddresses } from '../support/electron/hostile.ts'

describe('isOwnPage', () => {
  it.each([PAGE, 'app://postil/', 'app://postil/index.html?a=1#b'])('knows %s', address => {
    expect(isOwnPage(address)).toBe(true)
  })

  it.each(hostileAddresses)('does not know %s', address => {
    expect(isOwnPage(address)).toBe(false)
  })
})
