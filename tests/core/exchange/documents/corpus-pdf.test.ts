import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpackLayout } from '../../../../src/core/exchange/documents/page-layout-codec.ts'
import type { PrintedPages, ReadDocument } from '../../../../src/core/exchange/documents/reader.ts'
import { Failure } from '../../../../src/shared/errors.ts'
import type { PageLayout } from '../../../../src/shared/model/page-layout.ts'
import { columnOrder } from '../../../support/column-order.ts'
import { glyphsOf } from '../../../support/pdf-glyphs.ts'
import { brokenLayout } from '../../../support/printed-pages.ts'
import { brokenLaw, readAs } from '../../../support/read-documents.ts'
import { fourGramRecall } from '../../../support/recall.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../../support/shared-data.ts'
import { stopsError } from '../../../support/stops-error.ts'

const SHARE = 'corpus/share'
const where = sharedData() ? 'here' : NOT_HERE

const files = sharedData()
  ? readdirSync(join(sharedData() ?? '', SHARE), { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => path.endsWith('.pdf'))
      .sort()
  : []

const read = (path: string) => readAs(path.split('/').at(-1) ?? '', sharedFile(`${SHARE}/${path}`))
const layoutsOf = ({ printed }: ReadDocument): PageLayout[] =>
  (printed as PrintedPages).layouts.map((layout, index) => unpackLayout(index, layout))

/** What the nasty ones must do, where it is not to be read like any other. */
const REFUSED: Readonly<Record<string, string>> = {
  'nasty_pdf/US_EO14159_password_user.pdf': 'file-password',
  'nasty_pdf/pdfjs_saslprep-r6.pdf': 'file-password',
  'nasty_pdf/pypdf_libreoffice-writer-password.pdf': 'file-password',
  'nasty_pdf/pdfjs_poppler-395-0-fuzzed.pdf': 'file-damaged',
}
const WARNED: Readonly<Record<string, string>> = {
  'nasty_pdf/US_EO14159_scanned_no_text.pdf': 'pdf-no-text',
  'nasty_pdf/ocrmypdf_linn.pdf': 'pdf-no-text',
  'nasty_pdf/ocrmypdf_livecycle.pdf': 'pdf-no-text',
  'nasty_pdf/ocrmypdf_truetype_font_nomapping.pdf': 'pdf-unreadable-text',
}

describe.skipIf(files.length === 0)(`the corpus: PDF (${where})`, () => {
  for (const path of files) {
    it(`${path} keeps the laws of text and pages, or is refused in words`, async () => {
      const document = await read(path).catch((error: Failure) => error)
      const refused = document instanceof Failure ? document.code : null
      expect(refused).toBe(REFUSED[path] ?? null)
      if (document instanceof Failure) return
      expect(brokenLaw(document)).toBeNull()
      expect(brokenLayout(document.text, document.printed)).toBeNull()
      const warned = WARNED[path]
      if (warned !== undefined) expect(document.warnings.map(({ code }) => code)).toContain(warned)
    })
  }

  it('gives the words of the regulation, and of the scan that has been recognised', async () => {
    const truth = new TextDecoder().decode(
      sharedFile(`${SHARE}/eu/EU_Reg_2024-1347_Qualification.groundtruth.txt`),
    )
    const { text } = await read('eu/EU_Reg_2024-1347_Qualification.pdf')
    expect(fourGramRecall(truth, text)).toBeGreaterThan(0.985)
    const born = await read('us/US_EO14159_Protecting_American_People_Against_Invasion.pdf')
    const scanned = await read('nasty_pdf/US_EO14159_scanned_OCR_layer.pdf')
    expect(fourGramRecall(born.text, scanned.text)).toBeGreaterThan(0.95)
    expect([born.printed?.text, scanned.printed?.text]).toEqual(['printed', 'recognised'])
  })

  it('reads three columns one after the other', async () => {
    const document = await read('us/Federal_Register_2020-17221_proposed_rule.pdf')
    const orders = layoutsOf(document).map(layout =>
      columnOrder(document.text, layout, document.structure, document.printed?.pages[0]?.height ?? 0),
    )
    const three = orders.filter(({ columns }) => columns === 3)
    expect(three.length).toBeGreaterThan(6)
    expect(three.reduce((sum, { pairs }) => sum + pairs, 0)).toBeGreaterThan(1000)
    expect(orders.reduce((sum, { broken }) => sum + broken, 0)).toBe(0)
  })

  it('knows where each character is printed, to a third of a point', async () => {
    for (const path of [
      'us/Federal_Register_2020-17221_proposed_rule.pdf',
      'eu/EU_Reg_2024-1347_Qualification.pdf',
      'us/FOMC_press_conference_20110427.pdf',
      'un/UDHR_he.pdf',
    ]) {
      const document = await read(path)
      const drawn = await glyphsOf(sharedFile(`${SHARE}/${path}`), 8)
      const { mean, compared, looked } = stopsError(document.text, layoutsOf(document), drawn)
      expect.soft(mean, path).toBeLessThan(0.3)
      expect.soft(compared / looked, path).toBeGreaterThan(0.95)
    }
  })

  it('knows the pages by the names they have themselves', async () => {
    const { printed } = await read('nasty_pdf/pdfjs_labelled_pages.pdf')
    expect(printed?.pages.slice(0, 4).map(({ label }) => label)).toEqual(['i', 'ii', 'iii', 'iv'])
  })
})
