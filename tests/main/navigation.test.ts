import { describe, expect, it, vi } from 'vitest'
import { OUTSIDE, openOutside } from '../../src/main/navigation.ts'
import { hostileAddresses } from '../support/electron/hostile.ts'
import { running } from '../support/electron/running.ts'

const page = async () => (await running()).windows[0]!.contents

describe('a page stays where it is', () => {
  it('does not navigate anywhere', async () => {
    const contents = await page()
    for (const address of hostileAddresses) expect(contents.navigate(address), address).toBe(false)
    expect(contents.url).toBe('app://postil/index.html')
  })

  it('is not redirected anywhere', async () => {
    const contents = await page()
    for (const address of hostileAddresses)
      expect(contents.navigate(address, 'redirect'), address).toBe(false)
  })

  it('has no frame that goes anywhere, not even to the page itself', async () => {
    const contents = await page()
    for (const address of [...hostileAddresses, 'app://postil/index.html'])
      expect(contents.navigate(address, 'frame'), address).toBe(false)
  })

  it('may begin anew', async () => {
    expect((await page()).navigate('app://postil/index.html')).toBe(true)
  })

  it('opens no window', async () => {
    const contents = await page()
    for (const address of [...hostileAddresses, 'app://postil/index.html'])
      expect(contents.openWindow(address), address).toBe(false)
  })

  it('takes no webview', async () => {
    expect((await page()).attachWebview()).toBe(false)
  })

  it('opens nothing outside, since no page of ours links there', async () => {
    const { windows, opened } = await running()
    windows[0]!.contents.openWindow('https://postil.example/')
    expect(OUTSIDE).toEqual([])
    expect(opened).toEqual([])
  })
})

// each event alone, without the others: a guard taken out is seen even where another would still hold
describe('each guard holds by itself', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s', async name => {
    const contents = await page()
    for (const url of hostileAddresses) {
      const event = { url, isMainFrame: true, preventDefault: vi.fn() }
      contents.events.emit(name, event)
      expect(event.preventDefault, url).toHaveBeenCalledOnce()
    }
  })
})

describe('openOutside', () => {
  const HELP = 'https://help.example/postil'
  const ports = (agrees = true) => ({
    shell: { openExternal: vi.fn(async () => undefined) },
    confirm: vi.fn(async () => agrees),
    allowed: [HELP, 'http://plain.example/', 'file:///etc/passwd'],
  })

  it('opens what is on the list when the user agrees', async () => {
    const given = ports()
    expect(await openOutside(HELP, given)).toBe(true)
    expect(given.confirm).toHaveBeenCalledWith(HELP)
    expect(given.shell.openExternal).toHaveBeenCalledExactlyOnceWith(HELP)
  })

  it('opens nothing when the user does not', async () => {
    const given = ports(false)
    expect(await openOutside(HELP, given)).toBe(false)
    expect(given.shell.openExternal).not.toHaveBeenCalled()
  })

  it.each([
    ...hostileAddresses,
    `${HELP}/more`,
    `${HELP}?a`,
    'https://help.example/',
    'http://plain.example/',
  ])('does not even ask about %s', async address => {
    const given = ports()
    expect(await openOutside(address, given)).toBe(false)
    expect(given.confirm).not.toHaveBeenCalled()
    expect(given.shell.openExternal).not.toHaveBeenCalled()
  })
})
