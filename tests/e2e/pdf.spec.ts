import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { printedReport } from '../support/printed-pdf.ts'
import { ask, expect, type Postil, test } from './postil.ts'

const NAME = 'report.pdf'
const report = printedReport()

interface Row {
  readonly code: string
  readonly quote: string
}
const rowsOf = async (page: Page) => (await ask<{ rows: Row[] }>(page, 'segments.list')).rows

/** The report, imported into a new project and opened as it was printed. */
async function read(page: Page, postil: Postil): Promise<void> {
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  const path = join(postil.folder, NAME)
  writeFileSync(path, report.bytes)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles(path)
  await expect(page.locator('.pdf-page[data-drawn] .pdf-run').first()).toBeAttached()
  // the report says what was left out of the text: heads and page numbers
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The place on the screen of the first or last letter of these words, which stand in one run. */
async function placeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<Point> {
  const place = await page.evaluate(
    ([wanted, edge]) => {
      for (const run of document.querySelectorAll('.pdf-run')) {
        const node = run.firstChild
        const at = node?.textContent?.indexOf(wanted) ?? -1
        if (!node || at < 0) continue
        const range = document.createRange()
        range.setStart(node, edge === 'start' ? at : at + wanted.length - 1)
        range.setEnd(node, edge === 'start' ? at + 1 : at + wanted.length)
        const box = range.getBoundingClientRect()
        return { x: edge === 'start' ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 }
      }
      return null
    },
    [words, edge] as const,
  )
  if (!place) throw new Error(`“${words}” is on no page that is there`)
  return place
}

async function drag(page: Page, from: Point, to: Point, through: readonly Point[] = []): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (const { x, y } of [...through, to]) await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.up()
}

async function code(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.picker')).toHaveCount(0)
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Page', exact: true })
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '')

test('a page is read as it was printed, and what is selected on it is coded', async ({ page, postil }) => {
  await read(page, postil)
  await expect(field(page)).toHaveValue('i (1 of 6)')

  // through the gutter and past the end of lines: the selection stays in its column
  const from = await placeOf(page, 'Left102', 'start')
  const to = await placeOf(page, 'Left104', 'end')
  await drag(page, from, to, [
    { x: from.x + 250, y: from.y + 20 },
    { x: from.x - 60, y: to.y - 6 },
  ])
  await expect(page.locator('.selection-bar')).toBeVisible()
  await expect(page.locator('.pdf-paint-selection').first()).toBeAttached()
  await code(page, 'Rivers')
  const [one] = (await rowsOf(page)).filter(row => row.code === 'Rivers')
  expect(one?.quote).toMatch(/^Left102 says .* Left104$/u)
  expect(one?.quote).not.toContain('Right')
  await expect(page.locator('.pdf-paint-coded').first()).toBeAttached()
  await expect(page.locator('.margin-bar')).toHaveCount(1)

  // into the other column: all that is read between the two
  await drag(page, await placeOf(page, 'Left109', 'start'), await placeOf(page, 'Right102', 'end'))
  await code(page, 'Both')
  const [both] = (await rowsOf(page)).filter(row => row.code === 'Both')
  expect(both?.quote).toMatch(/^Left109 .* Right102$/su)
  expect(both?.quote).toContain('Right101')
  expect(both?.quote).not.toContain('Rivers of the North')
  await expect(page.getByRole('button', { name: /^Both,/ })).toBeVisible()
})

test('clicks in a row mean a word, a sentence, a paragraph', async ({ page, postil }) => {
  await read(page, postil)
  const { x, y } = await placeOf(page, 'Right103', 'start')
  await page.mouse.dblclick(x + 3, y)
  expect(await selected(page)).toBe('Right103')
  await page.mouse.click(x + 3, y, { clickCount: 3 })
  expect(await selected(page)).toMatch(/^Right103 says that [^.]*\.$/su)
})

test('what is selected, coded and found lies on its letters at every size, turned or not', async ({
  page,
  postil,
}) => {
  await read(page, postil)
  await page.keyboard.press('ControlOrMeta+2')
  const { x, y } = await placeOf(page, 'Left103', 'start')
  await page.mouse.click(x + 3, y, { clickCount: 3 })
  await code(page, 'Sized')
  const offBy = () =>
    page.evaluate(() => {
      const boxes = document.querySelector('.pdf-paint-coded.pdf-paint-area')?.getBoundingClientRect()
      const runs = [...document.querySelectorAll('.pdf-run')].filter(run =>
        /Left103/.test(run.textContent ?? ''),
      )
      const run = runs[0]?.getBoundingClientRect()
      if (!boxes || !run) return 'not there'
      const isInside =
        run.top >= boxes.top - 2 &&
        run.bottom <= boxes.bottom + 2 &&
        run.left >= boxes.left - 2 - run.width &&
        run.right <= boxes.right + 2
      return isInside ? 'on its letters' : JSON.stringify([boxes, run])
    })
  await expect.poll(offBy).toBe('on its letters')
  for (const key of ['ControlOrMeta+=', 'ControlOrMeta+=', 't', 't', 'Shift+T', 'Shift+T', 'w']) {
    await page.keyboard.press(key)
    await expect.poll(offBy, { message: `after ${key}` }).toBe('on its letters')
  }
})

test('one goes to pages by label, by the outline and by links, and back', async ({ page, postil }) => {
  await read(page, postil)
  await field(page).click()
  await page.keyboard.type('iv')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('iv (4 of 6)')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toHaveValue('i (1 of 6)')

  await page.getByRole('button', { name: 'Outline of the file' }).click()
  const outline = page.getByRole('tree', { name: 'Outline' })
  await expect(outline.getByRole('treeitem')).toHaveCount(3)
  await outline.getByRole('treeitem', { name: 'The hills' }).click()
  await expect(field(page)).toHaveValue('iii (3 of 6)')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toHaveValue('i (1 of 6)')

  await page.locator('.pdf-link[aria-label^="Go to page"]').click()
  await expect(field(page)).toHaveValue('1 (5 of 6)')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toHaveValue('i (1 of 6)')
  // an address elsewhere is said, and leads nowhere
  await expect(page.getByRole('note', { name: 'Link to https://example.org/rivers' })).toBeAttached()
  await page.getByRole('button', { name: 'Small pages' }).click()
  await page.getByRole('button', { name: 'Page ii (2 of 6)' }).click()
  await expect(field(page)).toHaveValue('ii (2 of 6)')
})

test('page and text are two views of one document', async ({ page, postil }) => {
  await read(page, postil)
  const { x, y } = await placeOf(page, 'Left103', 'start')
  await page.mouse.click(x + 3, y, { clickCount: 3 })
  await code(page, 'Shared by both')
  await page.keyboard.press('v')
  await expect(page.locator('.text-block').first()).toBeVisible()
  await expect(page.locator('.pdf')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Shared by both,/ })).toHaveCount(1)
  await page.reload()
  await expect(page.locator('.text-block').first()).toBeVisible()
  await page.locator('.pages-bar-side', { hasText: 'Page' }).click()
  await expect(page.locator('.pdf-page[data-drawn]').first()).toBeAttached()
  await expect(page.getByRole('button', { name: /^Shared by both,/ })).toHaveCount(1)
})

test('with keys alone a passage on the fifth page is found, selected and coded', async ({ page, postil }) => {
  await read(page, postil)
  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.locator('.pdf')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+F')
  await expect(page.locator('.find-bar-field')).toBeFocused()
  await page.keyboard.type('Right502')
  await expect(page.locator('.find-bar-count')).toHaveText('1 of 1')
  await expect(page.locator('.pdf-paint-hit-current')).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('1 (5 of 6)')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ControlOrMeta+ArrowRight')
  await code(page, 'By keys')
  const [row] = (await rowsOf(page)).filter(({ code }) => code === 'By keys')
  const text = (await ask<{ id: string; name: string }[]>(page, 'documents.list')).find(one =>
    one.name.startsWith('report'),
  )
  const { text: whole } = await ask<{ text: string }>(page, 'documents.text', { documentId: text!.id })
  expect(whole).toContain(row!.quote)
  expect(row!.quote.split(' ').length).toBeGreaterThan(5)
})
