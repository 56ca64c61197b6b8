import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { ask, expect, selectWords, test } from './postil.ts'

const corpus = resolve(process.env['POSTIL_SHARED'] ?? '../shared', 'data', 'corpus', 'share')
const transcripts = [
  'PDPilot_interview_P1.pdf',
  'PDPilot_interview_P2.pdf',
  'PDPilot_interview_P4.pdf',
  'QualCoder_ID2.odt',
  'QualCoder_transcript.txt',
  'Changelog_podcast_the-changelog-235.md',
].map(name => join(corpus, 'interviews', name))
const regulation = join(corpus, 'eu', 'EU_Reg_2024-1351_AMMR.docx')

test('six transcripts and a regulation: import, code, table, XLSX equal to the screen', async ({
  page,
  postil,
}) => {
  test.skip(!existsSync(regulation), 'not run: ../shared is not here')
  await page.goto(await postil.start())
  await page.getByRole('button', { name: 'New project…' }).click()
  await page.getByRole('textbox', { name: /Where to make it/ }).fill(join(postil.folder, 'study.postil'))
  await page.getByRole('button', { name: 'Make the project' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chooser).setFiles([...transcripts, regulation])
  await expect(page.getByRole('dialog')).toContainText('EU_Reg_2024-1351_AMMR', { timeout: 60_000 })
  await expect
    .poll(async () => (await ask<unknown[]>(page, 'documents.list')).length, { timeout: 60_000 })
    .toBe(7)
  await page.keyboard.press('Escape')

  const coded: [document: string, words: string, code: string][] = [
    ['EU_Reg_2024-1351_AMMR', 'fair sharing of responsibility', 'Shared responsibility'],
    ['EU_Reg_2024-1351_AMMR', 'solidarity', 'Solidarity'],
    ['QualCoder_transcript', 'the', 'Article'],
  ]
  for (const [document, words, code] of coded) {
    await page.locator('[data-place="documents"]').getByText(document, { exact: false }).first().click()
    await expect(page.locator('[data-place="text"]')).toContainText(words)
    await selectWords(page, words)
    await page.keyboard.press('c')
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-place="codes"]').getByText(code).first()).toBeVisible()
  }

  await page.keyboard.press('ControlOrMeta+Shift+t')
  await expect(page.getByRole('grid').or(page.getByRole('table')).first()).toContainText('Solidarity')
  const shown = await ask<{ columns: { title: string }[]; rows: { cells: (string | number | null)[] }[] }>(
    page,
    'analysis.frequency',
  )
  await page.keyboard.press('ControlOrMeta+e')
  await page.getByRole('dialog').getByText('XLSX', { exact: false }).first().click()
  const download = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export|^Save/ })
    .click()
  const path = await (await download).path()
  const sheet = await readSheet(path)
  expect(sheet[0]!.map(String)).toEqual(shown.columns.map(({ title }) => title))
  expect(sheet.slice(1).map(row => row.map(cell => cell ?? null))).toEqual(
    shown.rows.map(({ cells }) => cells),
  )
  const total = shown.rows.at(-1)!.cells.at(-1)
  expect(total).toBe(3)
})
