import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fakeEngine, pathWith } from '../support/fake-engine.ts'
import { pdfFile } from '../support/pdf-files.ts'
import { ask, expect, type Postil, selectWords, test } from './postil.ts'

const OLD = `Officers must ask for the reason of every journey.

Families are heard together. A child is never heard alone.

The court decides in writing.

Nothing in this chapter limits the rights of the applicant.
`
const NEW = `Preface to the corrected edition.

Officers must ask for the reason of every journey.

Families are heard together. No child is ever heard alone.

Nothing in this chapter limits the rights of the applicant.
`

interface Listed {
  readonly rows: readonly { readonly quote: string }[]
}
interface Reviews {
  readonly review: readonly unknown[]
  readonly lost: readonly unknown[]
}

const quotes = async (page: Page) => (await ask<Listed>(page, 'segments.list')).rows.map(({ quote }) => quote)

/** A project with one text, and a passage coded in each of three ways to fare. */
async function coded(page: Page, postil: Postil): Promise<string> {
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  const policy = join(postil.folder, 'policy.txt')
  writeFileSync(policy, OLD)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles(policy)
  await expect(page.getByText('Families are heard together')).toBeVisible()
  const [{ id }] = await ask<[{ id: string }]>(page, 'documents.list')
  for (const words of [
    'Officers must ask',
    'A child is never heard alone.',
    'The court decides in writing.',
  ]) {
    const start = OLD.indexOf(words)
    const span = { start, end: start + words.length }
    await ask(page, 'segments.apply', { documentId: id, span, codeIds: [], paths: ['Duty'] })
  }
  return id
}

async function replaceByMenu(page: Page, file: string): Promise<void> {
  await page.getByRole('treeitem', { name: /policy/ }).click({ button: 'right' })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Replace by a better version…' }).click()
  await (await chooser).setFiles(file)
}

test('a corrected version takes the place of a document, and the report is worked through by keyboard', async ({
  page,
  postil,
}) => {
  const documentId = await coded(page, postil)
  const better = join(postil.folder, 'corrected.txt')
  writeFileSync(better, NEW)
  await replaceByMenu(page, better)

  const report = page.getByRole('region', { name: 'Segments of the replaced document' })
  await expect(report).toContainText('1 in place · 1 to review · 1 lost')
  await expect(report).toContainText('policy.txt → corrected.txt')
  await expect(
    page.getByRole('article').or(page.locator('[data-place="text"]')).getByText('Preface'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: '2 segments of policy to look at' })).toBeVisible()

  const list = report.getByRole('listbox')
  await list.focus()
  await expect(report.getByRole('option', { selected: true })).toContainText('No child is ever heard alone.')
  await page.keyboard.press('Enter')
  await expect(report).toContainText('2 in place · 0 to review · 1 lost')
  await expect(report.getByRole('option', { selected: true })).toContainText('The court decides in writing.')

  // the lost one finds its place by hand
  await selectWords(page, 'Nothing in this chapter')
  await report.getByRole('button', { name: /Put on selection/ }).click()
  await expect(report).toContainText('3 in place · 0 to review · 0 lost')
  expect(await quotes(page)).toEqual([
    'Officers must ask',
    'No child is ever heard alone.',
    'Nothing in this chapter',
  ])
  await expect(page.getByRole('button', { name: /to look at/ })).toHaveCount(0)

  // and all of it is taken back, step by step, to the text as it was
  for (let step = 0; step < 3; step++) await ask(page, 'history.undo')
  await expect(report).toHaveCount(0)
  await expect(page.locator('[data-place="text"]').getByText('The court decides in writing.')).toBeVisible()
  expect(await quotes(page)).toEqual([
    'Officers must ask',
    'A child is never heard alone.',
    'The court decides in writing.',
  ])
  expect((await ask<Reviews>(page, 'documents.reviews', { documentId })).lost).toEqual([])
})

test('what is open stays open until it is settled, also over closing and opening', async ({
  page,
  postil,
}) => {
  await coded(page, postil)
  const better = join(postil.folder, 'corrected.txt')
  writeFileSync(better, NEW)
  await replaceByMenu(page, better)
  const report = page.getByRole('region', { name: 'Segments of the replaced document' })
  await report.getByRole('button', { name: 'Close the report' }).click()
  await expect(report).toHaveCount(0)
  await page.reload()
  const badge = page.getByRole('button', { name: '2 segments of policy to look at' })
  await badge.click()
  await expect(report).toContainText('1 in place · 1 to review · 1 lost')
  await report.getByRole('listbox').focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Delete')
  await expect(report).toContainText('1 in place · 0 to review · 0 lost')
  await expect(badge).toHaveCount(0)
})

test('a scan says what it is, and its text is recognised by a program of this machine', async ({
  page,
  postil,
}) => {
  const programs = join(postil.folder, 'programs')
  mkdirSync(programs)
  fakeEngine(programs, {
    pages: [['Families are heard together and in private.'], ['The court decides in writing.']],
  })
  const path = process.env['PATH']
  process.env['PATH'] = pathWith(programs)
  const address = await postil.start()
  process.env['PATH'] = path
  await page.goto(address)
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  const scan = join(postil.folder, 'scan.pdf')
  writeFileSync(scan, pdfFile([[], []]))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles(scan)
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click()
  const banner = page.getByRole('region', { name: 'About this PDF' })
  await expect(banner).toContainText(
    'This PDF has no selectable text (2 pages). You can code areas of the page, or import a version with text.',
  )
  await banner.getByRole('button', { name: 'Recognise text…' }).click()
  const question = page.getByRole('dialog', { name: /Recognise the text/ })
  await expect(question.getByRole('combobox', { name: 'Language' })).toHaveValue('eng')
  await question.getByRole('button', { name: 'Recognise', exact: true }).click()
  await expect(page.getByText('The text of “scan” has been recognised.').last()).toBeVisible()
  await expect(banner).toHaveCount(0)
  await expect(page.getByText('Recognised text', { exact: true })).toBeVisible()
  const [{ id }] = await ask<[{ id: string }]>(page, 'documents.list')
  const { text } = await ask<{ text: string }>(page, 'documents.text', { documentId: id })
  expect(text.split(/\s+/)).toContain('Families')

  await ask(page, 'history.undo')
  await expect(banner).toBeVisible()
  // what the page still asks for is given up before its host goes
  await page.goto('about:blank')
})
