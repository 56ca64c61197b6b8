import { expect } from '@playwright/test'
import { ask, program, test } from './desktop.ts'

test.skip(program === null, 'not run: the binary of Electron is not here')

test('it starts on its own page, which has a host and nothing of Node', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible()
  expect(page.url()).toBe('app://postil/index.html')
  const world = await page.evaluate(() => ({
    host: (window as unknown as { host?: { kind: string } }).host?.kind,
    isFrozen: Object.isFrozen((window as unknown as { host?: object }).host),
    node: ['require', 'process', 'module', 'Buffer'].filter(name => name in window),
  }))
  expect(world).toEqual({ host: 'electron', isFrozen: true, node: [] })
  expect(await app.evaluate(({ app }) => app.isReady())).toBe(true)
  expect(complaints).toEqual([])
})

test('a page cannot go anywhere, open anything, or reach the network', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await page.evaluate(() => {
    window.open('https://evil.example/')
    location.href = 'https://evil.example/'
  })
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)))
  expect(page.url()).toBe('app://postil/index.html')
  expect(app.windows()).toHaveLength(1)
  const reached = await page.evaluate(() =>
    fetch('https://evil.example/').then(
      () => true,
      () => false,
    ),
  )
  expect(reached).toBe(false)
})

test('it opens the file it is given, codes in it, and the menu knows what can be undone', async ({
  desktop,
}) => {
  const { app, page } = await desktop.start(desktop.sample())
  await expect(page.getByRole('heading', { name: /Partnership in migration governance/ })).toBeVisible()
  await ask(page, 'codes.create', { name: 'Made on the desktop', parentId: null })
  const label = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('history.undo')?.label)
  await expect.poll(label).toMatch(/^Undo \S/)
})

test('quitting keeps what was done, and the next start finds preferences and project', async ({
  desktop,
}) => {
  const path = desktop.sample()
  const first = await desktop.start(path)
  await ask(first.page, 'codes.create', { name: 'Kept', parentId: null })
  await first.page.evaluate(() => localStorage.setItem('postil.preferences', '{"theme":"dark"}'))
  await desktop.quit()
  const second = await desktop.start(path)
  const codes = await ask<{ name: string }[]>(second.page, 'codes.list')
  expect(codes.map(({ name }) => name)).toContain('Kept')
  expect(await second.page.evaluate(() => localStorage.getItem('postil.preferences'))).toBe(
    '{"theme":"dark"}',
  )
})

test('a second start hands its file to the first and ends', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible()
  expect(await desktop.startAgain(desktop.sample())).toBe(0)
  await expect(page.getByRole('heading', { name: /Partnership in migration governance/ })).toBeVisible()
  expect(app.windows()).toHaveLength(1)
})
