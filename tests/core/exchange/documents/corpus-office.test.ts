import { describe, expect, it } from 'vitest'
import { docx } from '../../../../src/core/exchange/documents/docx.ts'
import { odt } from '../../../../src/core/exchange/documents/odt.ts'
import { pdf } from '../../../../src/core/exchange/documents/pdf.ts'
import type { ReadDocument, ReadOptions } from '../../../../src/core/exchange/documents/reader.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../../support/shared-data.ts'

const READERS = { docx, odt, pdf }

async function read(path: string, options: ReadOptions = {}): Promise<ReadDocument> {
  const extension = path.split('.').at(-1) as keyof typeof READERS
  const name = path.split('/').at(-1) ?? path
  return READERS[extension].read(sharedFile(`corpus/share/${path}`), name, options, () => undefined)
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    error => error.code,
  )
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
const codes = ({ warnings }: ReadDocument): string[] => warnings.map(warning => warning.code)
const count = ({ structure }: ReadDocument, kind: string): number =>
  structure.blocks.filter(block => block.kind === kind).length
const headings = ({ text, structure }: ReadDocument): string[] =>
  structure.blocks.filter(block => block.kind === 'heading').map(block => text.slice(block.start, block.end))

/** The share of the runs of `size` words of `truth` that `text` has too, each as often. */
function recall(truth: string, text: string, size: number): number {
  const grams = (all: string[]): string[] =>
    all.slice(size - 1).map((_, at) => all.slice(at, at + size).join(' '))
  const left = new Map<string, number>()
  for (const gram of grams(words(text))) left.set(gram, (left.get(gram) ?? 0) + 1)
  const wanted = grams(words(truth))
  const found = wanted.filter(gram => {
    const times = left.get(gram) ?? 0
    if (times > 0) left.set(gram, times - 1)
    return times > 0
  })
  return found.length / wanted.length
}

/** What every reader owes: blocks in order, nothing but white between them, every mark inside the text. */
function expectSound({ text, structure }: ReadDocument): void {
  let at = 0
  for (const block of structure.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(at)
    expect(text.slice(at, block.start).trim()).toBe('')
    at = block.end
  }
  expect(text.slice(at).trim()).toBe('')
  for (const { start, end } of [...structure.marks, ...structure.remarks, ...structure.pages]) {
    expect(start).toBeLessThanOrEqual(end)
    expect(end).toBeLessThanOrEqual(text.length)
  }
  const notes = new Set(structure.blocks.flatMap(block => block.note ?? []))
  for (const mark of structure.marks) if (mark.kind === 'note') expect(notes).toContain(mark.to)
}

/** Every file that can be read without a password, with what a researcher would look for in it. */
const FILES: readonly (readonly [string, (document: ReadDocument) => void])[] = [
  [
    'eu/EU_Reg_2024-1351_AMMR.docx',
    document => expect(headings(document)).toContain('Article 34 – Dependent persons'),
  ],
  [
    'un/UDHR_ar.docx',
    document => expect([document.structure.direction, headings(document).length]).toEqual(['rtl', 32]),
  ],
  [
    'nasty_docx/mammoth_comments.docx',
    document =>
      expect(document.structure.remarks.map(remark => remark.text)).toEqual([
        'A tachyon walks into a bar.',
        'Fin.',
      ]),
  ],
  [
    'nasty_docx/mammoth_footnotes.docx',
    document => expect(document.text).toBe('Ouch1.2\nA tachyon walks into a bar.\nFin.'),
  ],
  ['nasty_docx/mammoth_text-box.docx', document => expect(document.text).toBe('Datum plane')],
  ['nasty_docx/mammoth_strict-format.docx', document => expect(document.text).toBe('Test')],
  [
    'nasty_docx/pandoc_notes.docx',
    document =>
      expect(document.structure.blocks.flatMap(block => (block.note ? block.marker : []))).toEqual([
        '1',
        'i',
      ]),
  ],
  [
    'nasty_docx/poi_ComplexNumberedLists.docx',
    document =>
      expect(document.structure.blocks.flatMap(block => block.marker ?? []).join(' ')).toBe(
        '1. 2. a. b. c. 3. 4. 1. 2. 3. 10. 11. 12. 13.',
      ),
  ],
  ['nasty_docx/redline_original.docx', document => expect(document.text).toContain('good for testing')],
  ['nasty_docx/redline_modified.docx', document => expect(document.text).not.toContain('for testing')],
  [
    'nasty_docx/redline_expected_redline.docx',
    document => expect(document.warnings[0]?.message).toMatch(/4 tracked insertions.*5 tracked deletions/),
  ],
  ['eu/EU_Reg_2024-1348_Asylum_Procedures.odt', document => expect(count(document, 'heading')).toBe(85)],
  ['interviews/QualCoder_ID2.odt', document => expect(document.text).toContain('€200.00')],
  [
    'nasty_odt/OASIS_OpenDocument-v1.2-part1.odt',
    document => expect([document.structure.pages.length, count(document, 'heading')]).toEqual([833, 2726]),
  ],
  ['nasty_odt/odftoolkit_damaged.odt', document => expect(document.text).toContain('Fallunterscheidung:')],
  ['nasty_odt/pandoc_trackedChanges.odt', document => expect(codes(document)).toEqual(['tracked-changes'])],
  ['eu/EU_Reg_2024-1347_Qualification.pdf', document => expect(count(document, 'note')).toBe(22)],
  [
    'eu/EU_Charter_Fundamental_Rights_OJ_2000_C364.pdf',
    document => expect(document.text).not.toContain('Official Journal of the European Communities'),
  ],
  [
    'eu/EU_Guidance_free_movement_C_2023_1392.pdf',
    document =>
      expect([
        count(document, 'note'),
        document.structure.marks.filter(mark => mark.kind === 'note').length,
      ]).toEqual([452, 452]),
  ],
  [
    'eu/ICDAR_eu-012_Finland_country_profile.pdf',
    document => expect(document.text).toContain('1995 59.0\t64.2\t61.6'),
  ],
  [
    'us/ICDAR_us-022_ICE_HSI_performance.pdf',
    document => expect(headings(document)).toContain('DOJ Prosecutions'),
  ],
  [
    'us/US_EO14159_Protecting_American_People_Against_Invasion.pdf',
    document => expect(document.text).not.toContain('VerDate'),
  ],
  ['us/US_EO14163_Refugee_Admissions_Program.pdf', document => expect(document.text).toContain('Refugee')],
  ['us/US_EO14165_Securing_Our_Borders.pdf', document => expect(document.text).toContain('Border')],
  [
    'us/US_EO14218_Open_Borders_Subsidization.pdf',
    document => expect(document.text).toContain('THE WHITE HOUSE'),
  ],
  [
    'us/Federal_Register_2020-17221_proposed_rule.pdf',
    document =>
      expect(document.text).toContain(
        'The most helpful comments reference a specific portion of the proposal',
      ),
  ],
  [
    'us/FOMC_press_conference_20110427.pdf',
    document => expect(document.text).not.toMatch(/Page \d+ of|FINAL/),
  ],
  [
    'us/FOMC_press_conference_20220921.pdf',
    document => expect(document.text).toContain('\nMICHELLE SMITH. Steve.\n'),
  ],
  [
    'us/FOMC_press_conferences_2011-2016_merged.pdf',
    document => expect(document.structure.pages.length).toBe(584),
  ],
  [
    'us/GPO_USLM_User_Guide.pdf',
    document =>
      expect(
        document.structure.blocks.find(block =>
          document.text.slice(block.start).startsWith('1.5.2.1 Namespaces'),
        )?.level,
      ).toBe(4),
  ],
  ['un/UDHR_ar.pdf', document => expect(document.text.split('\n')[0]).toBe('الإعلان العالمي لحقوق الإنسان')],
  [
    'un/UDHR_he.pdf',
    document => expect(document.text.split('\n')[0]).toBe('הכרזה לכל באי עולם בדבר זכויות האדם'),
  ],
  ['un/UDHR_hi.pdf', document => expect(count(document, 'heading')).toBe(32)],
  [
    'un/UDHR_zh.pdf',
    document => expect(document.text).toMatch(/^世界人权宣言\n序言\n鉴于对人类家庭所有成员/),
  ],
  ['interviews/PDPilot_interview_P1.pdf', document => expect(document.structure.turns).toHaveLength(94)],
  [
    'interviews/PDPilot_interview_P2.pdf',
    document => expect(document.structure.turns.length).toBeGreaterThan(50),
  ],
  [
    'interviews/PDPilot_interview_P4.pdf',
    document => expect(document.structure.turns.length).toBeGreaterThan(50),
  ],
  [
    'interviews/PDPilot_MAXQDA_code_system.pdf',
    document => expect(document.text).toContain('Sensitivity analysis\t2'),
  ],
  [
    'interviews/PDPilot_MAXQDA_coded_segments.pdf',
    document => expect(document.text.length).toBeGreaterThan(200_000),
  ],
  [
    'interviews/Mannheimer_Codebook.pdf',
    document => expect(document.text).toContain('consent - tiered consent\t3\t5'),
  ],
  [
    'interviews/Mannheimer_BSR_Interview_Guide.pdf',
    document => expect(headings(document)).toContain('Data quality'),
  ],
  [
    'interviews/Mannheimer_Consent_V2.pdf',
    document => expect(codes(document)).toEqual(['pdf-unreadable-text']),
  ],
  ['nasty_pdf/pdfjs_rotation.pdf', document => expect(document.text).toContain('\nSecond line here.')],
  ['nasty_pdf/pdfjs_vertical.pdf', document => expect(document.text).toBe('あいうえお\n日本語')],
  ['nasty_pdf/pdfjs_copy_paste_ligatures.pdf', document => expect(document.text).toContain('fffiflffiffl')],
  [
    'nasty_pdf/pdfjs_labelled_pages.pdf',
    document =>
      expect(document.structure.pages.map(page => page.label).join(' ')).toBe('i ii iii iv 1 2 3 a b 4 5'),
  ],
  ['nasty_pdf/pdfjs_nested_outline.pdf', document => expect(headings(document)).toHaveLength(9)],
  [
    'nasty_pdf/pdfjs_annotation-highlight.pdf',
    document => expect(document.text).toBe('Highlight\nLorem ipsum dolor sit amet'),
  ],
  ['nasty_pdf/ocrmypdf_linn.pdf', document => expect(codes(document)).toEqual(['pdf-no-text'])],
  ['nasty_pdf/ocrmypdf_livecycle.pdf', document => expect(codes(document)).toEqual(['pdf-no-text'])],
  [
    'nasty_pdf/ocrmypdf_truetype_font_nomapping.pdf',
    document => expect(codes(document)).toEqual(['pdf-unreadable-text']),
  ],
  [
    'nasty_pdf/US_EO14159_scanned_no_text.pdf',
    document => expect(document.warnings[0]?.message).toContain('no selectable text (6 pages)'),
  ],
  [
    'nasty_pdf/US_EO14159_scanned_OCR_layer.pdf',
    document => expect(document.text).toContain('Faithful Execution of the Immigration Laws'),
  ],
]

/** Password, and what stands in the text. */
const LOCKED: readonly (readonly [string, string, string])[] = [
  ['nasty_docx/poi_bug53475-password-is-pass.docx', 'pass', 'password protected document'],
  ['nasty_pdf/pypdf_libreoffice-writer-password.pdf', 'openpassword', 'Lorem ipsum'],
  ['nasty_pdf/US_EO14159_password_user.pdf', 'user', 'Protecting the American People'],
]

describe.skipIf(sharedData() === null)(
  `the corpus of DOCX, ODT and PDF (${sharedData() ? 'here' : NOT_HERE})`,
  () => {
    it.each(FILES)('%s', async (path, expectations) => {
      const document = await read(path)
      expectSound(document)
      expectations(document)
    })

    it.each(LOCKED)('%s asks for its password', async (path, password, content) => {
      expect(await codeOf(read(path))).toBe('file-password')
      expect(await codeOf(read(path, { password: 'not this one' }))).toBe('file-wrong-password')
      expect((await read(path, { password })).text).toContain(content)
    })

    it('refuses what is fuzzed as damaged, and asks for the password of the rest', async () => {
      expect(await codeOf(read('nasty_pdf/pdfjs_poppler-395-0-fuzzed.pdf'))).toBe('file-damaged')
      expect(await codeOf(read('nasty_pdf/pdfjs_saslprep-r6.pdf'))).toBe('file-password')
    })

    it('recovers the text of the Qualification Regulation from its PDF', async () => {
      const truth = new TextDecoder().decode(
        sharedFile('corpus/share/eu/EU_Reg_2024-1347_Qualification.groundtruth.txt'),
      )
      const { text } = await read('eu/EU_Reg_2024-1347_Qualification.pdf')
      expect(recall(truth, text, 4)).toBeGreaterThanOrEqual(0.985)
    })

    it('reads from a scan with a text layer what its born-digital twin says', async () => {
      const twin = await read('us/US_EO14159_Protecting_American_People_Against_Invasion.pdf')
      const scan = await read('nasty_pdf/US_EO14159_scanned_OCR_layer.pdf')
      expect(recall(twin.text, scan.text, 1)).toBeGreaterThanOrEqual(0.98)
      expect(recall(twin.text, scan.text, 4)).toBeGreaterThanOrEqual(0.95)
    })

    it('reads the same Arabic from a PDF as from a Word document', async () => {
      const [printed, written] = [await read('un/UDHR_ar.pdf'), await read('un/UDHR_ar.docx')]
      expect(recall(written.text, printed.text, 1)).toBeGreaterThanOrEqual(0.99)
    })

    it('gives back both versions of a redline', async () => {
      const plain = ({ text }: ReadDocument) => words(text).join(' ')
      const redline = 'nasty_docx/redline_expected_redline.docx'
      expect(plain(await read(redline))).toBe(plain(await read('nasty_docx/redline_modified.docx')))
      const both = await read(redline, { changes: 'keep-both' })
      expect(both.structure.marks.filter(mark => mark.kind === 'deletion')).toHaveLength(5)
      expect(both.structure.marks.filter(mark => mark.kind === 'insertion')).toHaveLength(4)
    })
  },
)
