import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openCore } from '../../src/core/core.ts'
import { createClient } from '../../src/shared/client.ts'
import { ask, expect, type Postil, test } from './postil.ts'

/** Texts and codes that nobody would write, and that sooner or later someone opens. */

interface Text {
  readonly name: string
  readonly text: string
  /** spans that are coded */
  readonly coded?: readonly { start: number; end: number }[]
}

const LONG_NAME = (n: number) =>
  `${n} ${'Responsibility shared among partners '.repeat(14)}`.slice(0, 500).trim()

async function open(page: Page, postil: Postil, { name, text, coded = [] }: Text, codes: readonly string[]) {
  const path = join(postil.folder, 'bad.postil')
  const core = openCore({ path, create: true, coder: 'Ada' })
  const client = createClient(core)
  const put = (file: string, content: string) => {
    writeFileSync(join(postil.folder, file), content)
    return core.freight.register(join(postil.folder, file))
  }
  const { id: documentId } = await client.documents.import({ file: put(`${name}.txt`, text) })
  const { characters } = (await client.documents.list())[0]!
  for (const code of codes) await client.codes.create({ name: code })
  if (coded.length > 0) {
    const rows = coded.map(({ start, end }, n) => `${name},${start},${end},${codes[n % codes.length]},Ada`)
    await client.segments.importTable({
      file: put('codings.csv', ['document,start,end,code,coder', ...rows].join('\n')),
    })
  }
  await core.close()
  await page.goto(await postil.start(path))
  await page.locator('[data-place="documents"]').getByText(name, { exact: true }).first().click()
  await expect(page.locator('.text')).toBeVisible()
  return { documentId, characters }
}

const segments = (page: Page) => ask<{ total: number }>(page, 'segments.list', { limit: 1 })

/** Selects a few characters near the caret, where it stands, and codes them with the first code that is offered. */
async function codeHere(page: Page, name: string): Promise<void> {
  const { total } = await segments(page)
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await segments(page)).total).toBe(total + 1)
  await expect(page.locator('.picker')).toHaveCount(0)
}

/** From the first line to the last and back, by keys and by the wheel; what is read is on the screen. */
async function readThrough(page: Page, last: string): Promise<void> {
  await page.locator('.text').click({ position: { x: 150, y: 20 } })
  await page.keyboard.press('ControlOrMeta+End')
  await expect(page.getByText(last).last()).toBeInViewport()
  await page.keyboard.press('ControlOrMeta+Home')
  await expect
    .poll(() => page.locator('.reader-scroll').evaluate(({ scrollTop }) => scrollTop))
    .toBeLessThan(50)
  await page.mouse.move(500, 400)
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 2000)
  await expect
    .poll(() => page.locator('.reader-scroll').evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(3000)
}

test('a line of 300,000 characters is opened, read through and coded', async ({ page, postil }) => {
  const text = `${'one two three four five six seven eight nine ten '.repeat(6125)}the very end`
  await open(page, postil, { name: 'one-line', text }, ['X'])
  await readThrough(page, 'the very end')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+ArrowLeft')
  await codeHere(page, 'X')
  await expect(page.locator('[data-bar]')).toHaveCount(1)
})

test('a word of 300,000 letters too', async ({ page, postil }) => {
  await open(page, postil, { name: 'one-word', text: `${'abcdefghij'.repeat(30_000)}END` }, ['X'])
  await readThrough(page, 'END')
  await codeHere(page, 'X')
  await expect.poll(() => page.locator('[data-bar]').count()).toBe(1)
})

test('lines without a paragraph among them', async ({ page, postil }) => {
  const lines = Array.from({ length: 8000 }, (_, n) => `line ${n}`)
  await open(page, postil, { name: 'lines', text: lines.join('\n') }, ['X'])
  await readThrough(page, 'line 7999')
  await codeHere(page, 'X')
})

test('ten thousand segments on one spot are drawn as a few bars and a number', async ({ page, postil }) => {
  const text = Array.from(
    { length: 400 },
    (_, n) => `Sentence ${n} of a text that is coded on one spot.`,
  ).join('\n\n')
  const coded = Array.from({ length: 10_000 }, (_, n) => ({
    start: n % 100,
    end: 200 + Math.floor(n / 100),
  }))
  await open(page, postil, { name: 'one-spot', text, coded }, ['A', 'B', 'C', 'New'])
  await expect(page.locator('[data-bar]').first()).toBeVisible()
  expect(await page.locator('[data-bar]').count()).toBeLessThan(60)
  await expect(page.locator('.margin-overflow').first()).toHaveText(/^\+\d,\d{3}$/)
  await page.locator('.text').click({ position: { x: 150, y: 20 } })
  await page.keyboard.press('ArrowRight')
  await codeHere(page, 'New')
  await readThrough(page, 'Sentence 399')
  await page.locator('.reader-scroll').evaluate(scroller => scroller.scrollTo(0, 0))
  await expect(page.locator('.margin-overflow').first()).toBeVisible()
  expect(await page.locator('[data-bar]').count()).toBeLessThan(60)
})

test('codes with names of five hundred characters', async ({ page, postil }) => {
  const names = Array.from({ length: 60 }, (_, n) => LONG_NAME(n))
  const text = Array.from({ length: 120 }, (_, n) => `Paragraph ${n} says what it says and no more.`).join(
    '\n\n',
  )
  const coded = names.map((_, n) => ({ start: 47 * n, end: 47 * n + 20 }))
  await open(page, postil, { name: 'long-names', text, coded }, names)
  await expect(page.locator('[data-bar]').first()).toBeVisible()
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
  await readThrough(page, 'Paragraph 119')
  await page.keyboard.press('ControlOrMeta+End')
  await codeHere(page, '59 resp')
  const box = (await page.locator('[data-place="codes"]').boundingBox())!
  expect(box.x + box.width).toBeLessThanOrEqual(1280)
})
