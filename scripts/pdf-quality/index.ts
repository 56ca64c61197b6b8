// npm run -s pdf-quality: measures what PDFs become on ../shared/data and writes docs/pdf-quality.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../src/shared/errors.ts'
import { NOT_HERE, sharedData } from '../../tests/support/shared-data.ts'
import { pdfPaths, type Quality, readQuality } from './corpus.ts'
import { damagedSentence, fileTable, meanStops, measure, nastyTable, recallTable } from './page.ts'
import { quotesKept } from './quotes.ts'
import { damagedFiles, firstOfTwenty, speedInWorker } from './speed.ts'

const TARGET = fileURLToPath(new URL('../../docs/pdf-quality.md', import.meta.url))
const FOR_DAMAGE = [
  'us/US_EO14163_Refugee_Admissions_Program.pdf',
  'un/UDHR_he.pdf',
  'eu/EU_Charter_Fundamental_Rights_OJ_2000_C364.pdf',
  'us/ICDAR_us-022_ICE_HSI_performance.pdf',
]

if (sharedData() === null) {
  console.log(NOT_HERE)
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'postil-pdf-quality-'))
try {
  writeFileSync(TARGET, await page())
  console.log(`Written: ${TARGET}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function page(): Promise<string> {
  const files: Quality[] = []
  for (const path of pdfPaths()) files.push(await readQuality(path))
  const rows = []
  for (const file of files) {
    const row = await measure(file)
    if (row) rows.push(row)
  }
  const good = files.filter(({ read }) => !(read instanceof Failure)).map(({ path }) => path)
  const { mean, compared } = meanStops(rows)
  const quotes = await quotesKept(good)
  const speed = await speedInWorker()
  const twenty = await firstOfTwenty(good)
  const damaged = await damagedFiles(FOR_DAMAGE, folder)
  return `# What PDFs become: measured

Written by \`npm run -s pdf-quality\` from the PDFs in \`../shared/data/corpus/share\`; not edited by hand. Times are of the machine it ran on (${cpus().length} processors, shared with other work), so read them as bounds.

## Words

${recallTable(files)}

${quotes.kept} of ${quotes.segments} random passages, coded and listed again, have as their quote exactly \`text.slice(start, end)\`.

## Places

Where each character begins is worked out from the widths of the glyphs (\`src/shared/text/pdf/advances.ts\`) and compared with what the drawing commands of the page say, glyph by glyph, on the first 20 pages of each file: ${compared.toLocaleString('en')} characters, ${mean.toFixed(2)} pt off on average (goal: under 0.3 pt). A test holds for every file that each character that can be seen is in exactly one run, on its page, within it.

“Columns” counts pairs of lines that stand one below the other in a column and have a line of another column between them in the text; rows of tables and notes apart.

${fileTable(rows)}

Pages a second are of processor time, in a process that has just begun; the first file pays for it.

## Speed

| what | measured | goal |
| --- | --- | --- |
| ${speed.pages} pages in a worker | ${Math.round(speed.perSecond)} pages/s | 100 pages/s |
| 20 PDFs at once, two workers: the first is read after | ${twenty.first.toFixed(1)} s (all: ${twenty.all.toFixed(1)} s) | 3 s |

## Files that give trouble

${damagedSentence(damaged)}

${nastyTable(files)}
`
}
