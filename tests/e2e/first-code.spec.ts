import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, expect, selectWords, test } from './postil.ts'

test('a new user makes a project, imports a text and codes the first passage', async ({ page, postil }) => {
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  await expect(page.getByRole('heading', { name: 'study' })).toBeVisible()

  const letter = join(postil.folder, 'letter.txt')
  writeFileSync(
    letter,
    'We write to you as partners.\n\nMigration is a shared responsibility of all our countries.\n',
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles(letter)
  await expect(page.getByText('Migration is a shared responsibility')).toBeVisible()

  await selectWords(page, 'shared responsibility')
  await page.keyboard.press('c')
  await page.keyboard.type('Shared responsibility')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-place="codes"]').getByText('Shared responsibility').first()).toBeVisible()
  const rows = await ask<{ rows: { quote: string; code: string }[] }>(page, 'segments.list')
  expect(rows.rows.map(({ quote, code }) => [quote, code])).toEqual([
    ['shared responsibility', 'Shared responsibility'],
  ])

  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await ask<{ total: number }>(page, 'segments.list')).total).toBe(0)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(async () => (await ask<{ total: number }>(page, 'segments.list')).total).toBe(1)
})

test('the sample opens from the start screen, as a copy', async ({ page, postil }) => {
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'Open the sample project' }).first().click()
  await expect(page.getByRole('heading', { name: /Partnership in migration governance/ })).toBeVisible()
  const info = await ask<{ counts: { documents: number; codings: number; words: number; coders: number } }>(
    page,
    'project.info',
  )
  expect(info.counts).toMatchObject({ documents: 12, coders: 2 })
  expect(info.counts.words).toBeGreaterThan(25_000)
  expect(info.counts.codings).toBeGreaterThan(250)
})
