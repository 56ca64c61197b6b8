import type { Page } from '@playwright/test'
import { ask, expect, selectWords, test } from './postil.ts'

const DOCUMENT = 'A Road Has Two Ends'

interface Row {
  readonly code: string
  readonly quote: string
  readonly reference: string
  readonly codingId: string
}
const rowsOf = async (page: Page) => (await ask<{ rows: Row[] }>(page, 'segments.list')).rows
const quotesOf = async (page: Page, code: string) =>
  (await rowsOf(page)).filter(row => row.code.endsWith(code)).map(({ quote }) => quote)

async function read(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-place="documents"]').getByText(DOCUMENT).first().click()
  await expect(page.getByText('I should like to begin with an exercise book.')).toBeVisible()
}

async function code(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.picker')).toHaveCount(0)
}

async function placeCaret(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('ArrowLeft')
}

test('the text marker codes what is selected, and nothing else', async ({ page, postil }) => {
  await read(page, await postil.start(postil.sample()))
  const before = await rowsOf(page)
  await page.keyboard.press('ControlOrMeta+2')
  await page.keyboard.press('p')
  await page.keyboard.type('win-win')
  await page.keyboard.press('Enter')
  const wanted = ['an exercise book', 'a much younger man', 'a hut, a stove', 'the number of sheep']
  for (const words of wanted) {
    await selectWords(page, words)
    await expect.poll(() => quotesOf(page, 'Win-win')).toContain(words)
  }
  expect((await rowsOf(page)).length).toBe(before.length + wanted.length)
  await page.keyboard.press('Escape')
  await selectWords(page, 'opened a drawer')
  await expect(page.locator('.selection-bar')).toBeVisible()
  expect((await rowsOf(page)).length).toBe(before.length + wanted.length)
})

test('a start and an end marked by keys become a passage', async ({ page, postil }) => {
  await read(page, await postil.start(postil.sample()))
  await placeCaret(page, 'exercise book')
  await page.keyboard.press('m')
  await expect(page.locator('.reader-strip')).toContainText('Start marked')
  await placeCaret(page, ' with a much warmer coat'.trim())
  await page.keyboard.press('m')
  await code(page, 'Marked by keys')
  const [quote] = await quotesOf(page, 'Marked by keys')
  expect(quote).toMatch(/^exercise book\.\s+In the winter of 1998 .* man$/su)
})

test('eight segments on one paragraph can each be told apart, selected and removed', async ({
  page,
  postil,
}) => {
  await read(page, await postil.start(postil.sample()))
  const paragraph = 'I should like to begin with an exercise book.'
  const starts = [
    'I should',
    'should like',
    'like to',
    'to begin',
    'begin with',
    'with an',
    'an exercise',
    'book',
  ]
  for (const [index, words] of starts.entries()) {
    await placeCaret(page, words)
    await page.keyboard.press('m')
    await placeCaret(page, 'In the winter of 1998')
    await page.keyboard.press('m')
    await code(page, `Overlap ${index + 1}`)
  }
  const bars = page.locator('.margin-bar', { hasNot: page.locator('.none') })
  for (const index of starts.keys()) {
    const bar = page.getByRole('button', { name: new RegExp(`^Overlap ${index + 1},`) })
    await expect(bar).toHaveCount(1)
    await bar.focus()
    await page.keyboard.press('Enter')
    await expect(bar).toHaveAttribute('aria-pressed', 'true')
  }
  expect(await bars.count()).toBeGreaterThanOrEqual(8)

  // the innermost first, and round: O goes on from one to the next
  await placeCaret(page, 'book.')
  await page.keyboard.press('s')
  const here = page.getByRole('menu', { name: 'Segments here' })
  await expect(here.getByRole('menuitem')).toHaveCount(8)
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect(page.locator('.margin-bar[aria-pressed="true"]')).toHaveCount(1)
  await page.keyboard.press('o')
  await expect(page.locator('.margin-bar[aria-pressed="true"]')).toHaveCount(1)

  for (const index of starts.keys()) {
    const bar = page.getByRole('button', { name: new RegExp(`^Overlap ${index + 1},`) })
    await bar.focus()
    await page.keyboard.press('x')
    await expect(bar).toHaveCount(0)
  }
  await expect(page.getByText(paragraph)).toBeVisible()
})

test('a bar’s menu and a code’s drag change the codes of a segment', async ({ page, postil }) => {
  await read(page, await postil.start(postil.sample()))
  await selectWords(page, 'an exercise book')
  await code(page, 'win-win')
  const label = page.locator('[data-label]').filter({ hasText: 'Win-win' }).first()
  const codes = page.locator('[data-place="codes"]')

  // onto its name: instead of it
  await codes.getByText('Common interest').dragTo(label)
  await expect.poll(() => quotesOf(page, 'Common interest')).toContain('an exercise book')
  expect(await quotesOf(page, 'Win-win')).not.toContain('an exercise book')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => quotesOf(page, 'Win-win')).toContain('an exercise book')

  // onto its line: as well
  const bar = page.getByRole('button', { name: /^Win-win,.*an exercise book/ })
  const box = (await bar.boundingBox())!
  const margin = page.locator('.margin')
  const origin = (await margin.boundingBox())!
  await codes.getByText('Manageability').dragTo(margin, {
    targetPosition: { x: box.x - origin.x + 2, y: box.y - origin.y + box.height / 2 },
  })
  await expect.poll(() => quotesOf(page, 'Manageability')).toContain('an exercise book')
  expect(await quotesOf(page, 'Win-win')).toContain('an exercise book')

  // the bar onto a code of the list: instead of its own
  await margin.dragTo(codes.getByText('Dialogue and trust'), {
    sourcePosition: { x: box.x - origin.x + 2, y: box.y - origin.y + box.height / 2 },
  })
  await expect.poll(() => quotesOf(page, 'Dialogue and trust')).toContain('an exercise book')

  // and all of it without dragging
  await page
    .getByRole('button', { name: /^Dialogue and trust,.*an exercise book/ })
    .click({ button: 'right', force: true })
  await page.getByRole('menuitem', { name: /^Take “Dialogue and trust” off/ }).click()
  await expect.poll(() => quotesOf(page, 'Dialogue and trust')).not.toContain('an exercise book')
})

test('the margin shows one code, says how much it leaves out, and counts above and below by it', async ({
  page,
  postil,
}) => {
  await read(page, await postil.start(postil.sample()))
  await selectWords(page, 'an exercise book')
  await code(page, 'Only this one')
  const below = page.getByRole('button', { name: /segments? below/ })
  await expect(below).toBeVisible()
  await page.getByRole('button', { name: /^Only this one,/ }).click({ button: 'right', force: true })
  await page.getByRole('menuitem', { name: 'Show only this code beside the text' }).click()
  await expect(page.locator('.reader-strip')).toContainText(/Only Only this one · showing 1 of \d+ segments/)
  await expect(page.locator('.margin-bar')).toHaveCount(1)
  await expect(below).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all segments' }).click()
  await expect(below).toBeVisible()
})

test('places are gone to by number, hits are marked beside the scrollbar, uncoded paragraphs found', async ({
  page,
  postil,
}) => {
  await read(page, await postil.start(postil.sample()))
  await page.keyboard.press('ControlOrMeta+g')
  await page.keyboard.type('§ 6')
  await expect(page.locator('.find-bar')).toContainText('paragraph 6')
  await page.keyboard.press('Enter')
  await expect(page.getByText('I have been in this work for twenty-six years')).toBeInViewport()

  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('road')
  await expect(page.locator('.hit-strip-mark').first()).toBeVisible()
  const found = await page.locator('.find-bar-count').textContent()
  expect(Number(/of (\d+)/.exec(found ?? '')?.[1])).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('.hit-strip')).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+J')
  await code(page, 'Was not coded')
  expect(await quotesOf(page, 'Was not coded')).toHaveLength(1)
})

test('widening goes from word to section, and double clicks know abbreviations', async ({ page, postil }) => {
  await read(page, await postil.start(postil.sample()))
  await placeCaret(page, 'sergeant')
  const lengths: number[] = []
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press('e')
    lengths.push(await page.evaluate(() => String(getSelection()).length))
  }
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  expect(new Set(lengths.slice(0, 4)).size).toBe(4)
  await page.keyboard.press('Shift+E')
  expect(await page.evaluate(() => String(getSelection()).length)).toBeLessThan(lengths[4]!)
})

/** As the settings would have stored it. */
const withPreferences = (page: Page, preferences: object) =>
  page.addInitScript(
    stored => localStorage.setItem('postil.preferences', stored),
    JSON.stringify(preferences),
  )

test('a handle is dragged by words, and with Alt held by characters', async ({ page, postil }) => {
  await withPreferences(page, { snap: 'word' })
  await read(page, await postil.start(postil.sample()))
  await selectWords(page, 'to begin with')
  await code(page, 'Dragged')
  await page.getByRole('button', { name: /^Dragged,/ }).focus()
  await page.keyboard.press('Enter')
  const drag = async (letters: number) => {
    const handle = (await page.locator('.handle-end').boundingBox())!
    const { x, y } = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + letters * 4, y)
    await page.mouse.move(x + letters * 8, y)
    await page.mouse.up()
  }
  await drag(9)
  await expect.poll(() => quotesOf(page, 'Dragged')).toEqual(['to begin with an exercise'])
  await page.keyboard.down('Alt')
  await drag(-3)
  await page.keyboard.up('Alt')
  const cut = /^to begin with an exer?c?i?$/
  await expect.poll(async () => cut.test((await quotesOf(page, 'Dragged'))[0] ?? '')).toBe(true)
})

test('a name made in vivo is corrected where it was made, and the keys go back to the text', async ({
  page,
  postil,
}) => {
  await read(page, await postil.start(postil.sample()))
  await selectWords(page, 'a hut, a stove')
  await page.keyboard.press('i')
  const slip = page.getByRole('group', { name: 'The new code' })
  await expect(slip).toContainText('a hut, a stove')
  // the slip swallows no letter
  await page.keyboard.press('F2')
  await page.keyboard.type('Shelter')
  await page.keyboard.press('Enter')
  await expect(slip).toHaveCount(0)
  await expect.poll(() => quotesOf(page, 'Shelter')).toEqual(['a hut, a stove'])
  await selectWords(page, 'an exercise book')
  await page.keyboard.press('r')
  await expect.poll(() => quotesOf(page, 'Shelter')).toContain('an exercise book')
})

test('messages and counts have room of their own: they cover no text, no margin and no row', async ({
  page,
  postil,
}) => {
  await read(page, await postil.start(postil.sample()))
  await page.getByLabel(/^\d+ segments of Win-win$/).click()
  const row = page.getByRole('row').first()
  await row.focus()
  await page.keyboard.press('x')
  const message = page.locator('.message')
  await expect(message).toBeVisible()
  const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!
  const covered = async () => {
    const over = [await boxOf('.message'), await boxOf('.pill-below')]
    const under = [await boxOf('.reader-frame'), await boxOf('.segments')]
    return over.some(one =>
      under.some(other => one.y < other.y + other.height - 1 && one.y + one.height > other.y + 1),
    )
  }
  await expect.poll(covered).toBe(false)
  const text = await boxOf('.reader')
  const shown = await boxOf('.message')
  expect(shown.x).toBeGreaterThanOrEqual(text.x)
  expect(shown.x + shown.width).toBeLessThanOrEqual(text.x + text.width)
  await page.getByRole('button', { name: 'Close this message' }).click()
  await expect.poll(async () => (await boxOf('.reader')).height).toBeGreaterThan(text.height)
})

test('rows and bars have the keys of the catalogue, and menus show those that hold now', async ({
  page,
  postil,
}) => {
  await withPreferences(page, { letterKeys: false, keys: { 'row.recode': ['Mod+J'] } })
  await read(page, await postil.start(postil.sample()))
  await page.getByLabel(/^\d+ segments of Win-win$/).click()
  const row = page.getByRole('row').first()
  await row.click({ button: 'right' })
  const entry = (name: string | RegExp) => page.getByRole('menuitem', { name })
  await expect(entry('Recode…')).toContainText('Ctrl+J')
  await expect(entry('Remove coding')).toContainText('Del')
  await expect(entry('Comment on it').locator('kbd')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // letters are off on bars too
  const bar = page.locator('.margin-bar').first()
  const id = await bar.getAttribute('data-bar')
  const before = (await rowsOf(page)).length
  await bar.focus()
  await page.keyboard.press('x')
  expect((await rowsOf(page)).length).toBe(before)
  await page.keyboard.press('Delete')
  await expect(page.locator(`[data-bar="${id}"]`)).toHaveCount(0)

  await page.keyboard.press('F1')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys.getByRole('heading', { name: 'In the list of segments' })).toBeVisible()
  await expect(keys.getByRole('heading', { name: 'On a bar in the margin' })).toBeVisible()
})
