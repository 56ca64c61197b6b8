import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { jpegFile, pngFile } from '../support/pictures.ts'
import { printedReport } from '../support/printed-pdf.ts'
import { scannedPages } from '../support/scan-pdf.ts'
import { ask, expect, type Postil, test } from './postil.ts'

interface Area {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Row {
  readonly code: string
  readonly reference: string
  readonly page: string
  readonly comment: string
  readonly area?: Area
}
const rowsOf = async (page: Page, scope: object = {}) =>
  (await ask<{ rows: Row[] }>(page, 'segments.list', { scope })).rows

/** A sky with a red sun, 400 × 300 pixels. */
const poster = () =>
  pngFile(400, 300, (x, y) => (Math.hypot(x - 200, y - 120) < 60 ? [220, 40, 40] : [150, 190, 235]))

/** A new project with this one document, open and drawn. */
async function read(page: Page, postil: Postil, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  await expect(page.getByRole('heading', { name: 'study' })).toBeVisible()
  const path = join(postil.folder, name)
  writeFileSync(path, bytes)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles(path)
  await expect(page.locator('.pdf-page[data-drawn]').first()).toBeAttached()
  // what the import has to say of a scan
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.locator('.pdf')).toBeFocused()
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A place of the first page, as shares of its width and height. */
async function at(page: Page, x: number, y: number): Promise<Point> {
  const box = (await page.locator('.pdf-page').first().boundingBox())!
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

async function code(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c')
  await expect(page.locator('.picker')).toBeVisible()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.picker')).toHaveCount(0)
}

const areas = (page: Page): Locator => page.locator('.area')
const draft = (page: Page): Locator => page.locator('[data-area="draft"]')
const shownBox = async (locator: Locator) => (await locator.boundingBox())!

test('an area of a scan is drawn, coded, resized, moved and undone; the list shows its picture', async ({
  page,
  postil,
}) => {
  await read(page, postil, 'scan.pdf', scannedPages())

  // there is no text: dragging draws
  const [from, to] = [await at(page, 0.6, 0.2), await at(page, 0.9, 0.4)]
  await drag(page, from, to)
  await expect(draft(page)).toHaveAttribute('aria-label', 'Area on page 1, not coded yet')
  await expect(page.getByRole('toolbar', { name: 'Code the area' })).toBeVisible()
  await code(page, 'Stamps')
  await expect(areas(page)).toHaveCount(1)
  await expect(areas(page)).toHaveAttribute('aria-label', 'Area on page 1, 1:1, code Stamps')
  const [row] = await rowsOf(page)
  expect(row).toMatchObject({ code: 'Stamps', page: '1', area: { page: 0 } })

  // where it was drawn is where it is kept, to the unit
  const { area } = row!
  expect(area!.x).toBeCloseTo(595 * 0.6, -0.5)
  expect(area!.y).toBeCloseTo(842 * 0.2, -0.5)
  expect(area!.width).toBeCloseTo(595 * 0.3, -0.5)
  const box = await shownBox(areas(page))
  for (const [got, wanted] of [
    [box.x, from.x],
    [box.y, from.y],
    [box.x + box.width, to.x],
    [box.y + box.height, to.y],
  ] as const)
    expect(Math.abs(got - wanted)).toBeLessThan(1.5)

  // a bar beside the page, as long as the area
  const bar = await shownBox(page.locator('.margin-bar'))
  expect(Math.abs(bar.y - box.y) + Math.abs(bar.height - box.height)).toBeLessThan(6)

  // it is resized by a corner, moved by its inside, and each is one step back
  await drag(page, { x: box.x + box.width, y: box.y + box.height }, await at(page, 0.8, 0.5))
  await expect.poll(async () => (await rowsOf(page))[0]!.area!.width).toBeCloseTo(595 * 0.2, -0.5)
  await drag(page, await at(page, 0.7, 0.35), await at(page, 0.5, 0.35))
  await expect.poll(async () => (await rowsOf(page))[0]!.area!.x).toBeCloseTo(595 * 0.4, -0.5)
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await rowsOf(page))[0]!.area).toEqual(area)
  await expect.poll(async () => Math.abs((await shownBox(areas(page))).width - box.width)).toBeLessThan(1)

  // the same code again on another area, then the list with both pictures
  await drag(page, await at(page, 0.1, 0.15), await at(page, 0.4, 0.3))
  await page.keyboard.press('r')
  await expect(areas(page)).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+Shift+4')
  const pictures = page.locator('.segments-row .area-picture img')
  await expect(pictures).toHaveCount(2)
  await expect(pictures.first()).toHaveAttribute('alt', 'Area on page 1')
  // something is on them: the writing is darker than the paper
  const darkest = await pictures.first().evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return data.reduce((least, value, at) => (at % 4 === 0 ? Math.min(least, value) : least), 255)
  })
  expect(darkest).toBeLessThan(140)
})

test('by the keyboard alone: an area is made, moved, coded, found, deleted and brought back', async ({
  page,
  postil,
}) => {
  await read(page, postil, 'scan.pdf', scannedPages())
  await page.keyboard.press('Shift+A')
  await expect(draft(page)).toBeFocused()
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+ArrowRight')
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowRight')
  await code(page, 'Middle')
  await expect(page.getByRole('button', { name: 'Area on page 1, 1:1, code Middle' })).toBeVisible()
  const [row] = await rowsOf(page)
  expect(row!.area).toEqual({ page: 0, x: 199.33, y: 240.67, width: 228.34, height: 280.66 })

  // a stored area is only moved by those who take hold of it
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+A')
  await expect(areas(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await rowsOf(page))[0]!.area!.y).toBeCloseTo(260.67, 2)
  // both keys are one step
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await rowsOf(page))[0]!.area!.y).toBeCloseTo(240.67, 2)

  await page.keyboard.press('n')
  await page.keyboard.type('a stamp?')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await rowsOf(page))[0]!.comment).toBe('a stamp?')
  await page.keyboard.press('Shift+Delete')
  await expect(areas(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(areas(page)).toHaveCount(1)

  // Esc, one step at a time: what can be done, the area itself
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+A')
  await expect(draft(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(draft(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(draft(page)).toHaveCount(0)
  await expect(page.locator('.pdf')).toBeFocused()
})

test('on a page with text, the tool or Alt draws; text stays text, and neither is the other', async ({
  page,
  postil,
}) => {
  await read(page, postil, 'report.pdf', printedReport().bytes)
  await page.getByRole('button', { name: 'Area: code a part of the page' }).click()
  await expect(draft(page)).toBeVisible()
  await drag(page, await at(page, 0.1, 0.1), await at(page, 0.5, 0.2))
  await expect(draft(page)).toHaveAttribute('aria-label', 'Area on page i (1), not coded yet')
  await code(page, 'Title')
  await expect(areas(page)).toHaveCount(1)

  await page.keyboard.down('Alt')
  await drag(page, await at(page, 0.55, 0.3), await at(page, 0.85, 0.45))
  await page.keyboard.up('Alt')
  await code(page, 'Column')
  await expect(areas(page)).toHaveCount(2)
  await page.keyboard.press('Escape')

  // inside an area that is not selected, dragging selects text, which is coded beside it
  await drag(page, await at(page, 0.6, 0.35), await at(page, 0.75, 0.37))
  await expect(page.getByRole('toolbar', { name: 'Code the selection' })).toBeVisible()
  await code(page, 'Words')
  const rows = await rowsOf(page)
  expect(rows.map(row => [row.code, row.area !== undefined])).toEqual(
    expect.arrayContaining([
      ['Title', true],
      ['Column', true],
      ['Words', false],
    ]),
  )
  // areas hold no words, and are not painted as text that is coded
  const table = await ask<{ rows: { cells: unknown[] }[] }>(page, 'analysis.frequency', { measure: 'words' })
  expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Title', 'Column', 'Words', 'Total'])
  expect(table.rows.slice(0, 2).map(({ cells }) => cells.at(-1))).toEqual([0, 0])

  // a row of the list leads to the area, on its page
  await page.keyboard.press('ControlOrMeta+Shift+4')
  await page.locator('.segments-row').filter({ hasText: 'Column' }).dblclick()
  await expect(page.getByRole('button', { name: /Area on page i \(1\), 1:2, code Column/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('a picture is a document: it is turned, zoomed and coded by area, and its list shows the part', async ({
  page,
  postil,
}) => {
  await read(page, postil, 'poster.png', poster())
  await expect(page.getByRole('toolbar', { name: 'Picture' })).toBeVisible()
  await drag(page, await at(page, 0.34, 0.18), await at(page, 0.66, 0.62))
  await code(page, 'Sun')
  const [row] = await rowsOf(page)
  expect(row!.area!.x).toBeCloseTo(136, -0.7)
  expect(row!.page).toBe('')
  await expect(areas(page)).toHaveAttribute('aria-label', 'Area of the picture, 1:1, code Sun')

  // turned, the area lies on the same part
  const colourInside = async () => {
    const box = await shownBox(areas(page))
    const clip = { x: box.x + box.width / 2 - 2, y: box.y + box.height / 2 - 2, width: 4, height: 4 }
    return (await page.screenshot({ clip })).toString('base64')
  }
  await page.keyboard.press('Escape')
  await page.mouse.move(0, 0)
  const before = await colourInside()
  await page.keyboard.press('t')
  await expect.poll(colourInside).toBe(before)
  const turned = await shownBox(page.locator('.pdf-page'))
  expect(turned.height / turned.width).toBeCloseTo(4 / 3, 1)

  await page.keyboard.press('ControlOrMeta+Shift+4')
  await expect(page.locator('.segments-row .area-picture img')).toHaveAttribute('alt', 'Area of the picture')
})

test('a photograph that EXIF turns is upright, in its size and on the screen', async ({ page, postil }) => {
  await read(page, postil, 'photo.jpg', jpegFile(6))
  const box = await shownBox(page.locator('.pdf-page'))
  expect(box.height / box.width).toBeCloseTo(2, 1)
  // stored with blue on the left, it is blue above
  const colours = await page.locator('.pdf-picture').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')!
    const pixel = (y: number) => [...context.getImageData(canvas.width / 2, y, 1, 1).data.slice(0, 3)]
    return { above: pixel(canvas.height * 0.2), below: pixel(canvas.height * 0.8) }
  })
  expect(colours.above[2]).toBeGreaterThan(180)
  expect(colours.above[0]).toBeLessThan(60)
  expect(colours.below[0]).toBeGreaterThan(180)
})
