import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../../src/core/exchange/documents/reader.ts'
import { brokenLaw, readAs, refusalOf, shown, spoken, warned } from '../../../support/read-documents.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../../support/shared-data.ts'

const bytesOf = (path: string) => sharedFile(`corpus/share/${path}`)
const read = (path: string) => readAs(path.split('/').at(-1) ?? '', bytesOf(path))

function count({ structure }: ReadDocument, kind: string): number {
  return structure.blocks.filter(block => block.kind === kind).length
}

function speakers({ structure }: ReadDocument): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { speaker } of structure.turns) counts[speaker] = (counts[speaker] ?? 0) + 1
  return counts
}

/** What every file of the corpus is expected to become. */
const EXPECTED: Readonly<Record<string, (document: ReadDocument) => void>> = {
  'eu/SIRENE_Manual_2013-115.txt': document => {
    expect([document.encoding, count(document, 'paragraph')]).toEqual(['utf-8', 1443])
  },
  'eu/SIRENE_Manual_2016-1209.txt': document => expect(count(document, 'paragraph')).toBe(1791),
  'eu/SIRENE_Manual_2017-1528.txt': document => expect(count(document, 'paragraph')).toBe(1841),
  'eu/EU_Reg_2024-1347_Qualification.groundtruth.txt': document => {
    expect([count(document, 'paragraph'), document.structure.turns]).toEqual([430, []])
  },
  'eu/EU_Dir_2024-1346_Reception_Conditions.win1252.crlf.txt': document => {
    expect([document.encoding, count(document, 'paragraph')]).toEqual(['windows-1252', 449])
    expect(document.text).toContain('child’s right to education')
    expect(document.text).not.toContain('\r')
  },
  'eu/EU_Reg_2024-1359_Crisis.utf16le.bom.txt': document => {
    expect([document.encoding, document.text.slice(0, 10)]).toEqual(['utf-16le', 'REGULATION'])
  },
  'un/Refugee_Convention_1951_and_Protocol_1967.txt': document => {
    const paragraphs = shown(document).map(block => block.replace(/^paragraph /, ''))
    expect(paragraphs).toContain(
      'A. For the purposes of the present Convention, the term “refugee” shall\napply to any person who:',
    )
    expect(paragraphs).toContain('(2) Having lost his nationality, he has voluntarily re-acquired it; or')
    expect(paragraphs.find(paragraph => paragraph.startsWith('considering that the Charter'))).toContain(
      'Universal Dec-\n\nlaration',
    )
    expect(paragraphs.filter(paragraph => /^Article \d+$/.test(paragraph)).length).toBeGreaterThan(44)
    expect(document.structure.turns).toEqual([])
  },
  'us/Mueller_report_OCR.txt': document => {
    expect([document.encoding, document.structure.pages.length]).toEqual(['windows-1252', 448])
    expect(document.text).toContain('28 C.F.R. § 600.8(c)')
    expect(document.structure.turns).toEqual([])
  },
  'encodings/UDHR_el.iso8859-7.txt': document => {
    expect(document.encoding).toBe('iso-8859-7')
    expect(document.text).toContain('ΟΙΚΟΥΜΕΝΙΚΗ ΔΙΑΚΗΡΥΞΗ ΓΙΑ ΤΑ ΑΝΘΡΩΠΙΝΑ ΔΙΚΑΙΩΜΑΤΑ')
    expect(document.encodings).toContain('windows-1253')
  },
  'encodings/UDHR_ja.shiftjis.txt': document => {
    expect([document.encoding, document.text.includes('『世界人権宣言』')]).toEqual(['shift_jis', true])
  },
  'encodings/UDHR_zh.gb18030.txt': document => {
    expect([document.encoding, document.text.includes('世界人权宣言')]).toEqual(['gb18030', true])
  },
  'encodings/nul_and_control_bytes.txt': document => {
    expect(warned(document)).toEqual(['bytes-undecodable', 'characters-replaced'])
    expect(document.text).toContain('Line one\uFFFDwith NUL\nsoft\u00ADhyphen zero\u200Bwidth\ncafe\u0301')
  },
  'encodings/one_line_300kB.txt': document => {
    expect([document.text.length, document.structure.blocks.length]).toEqual([259_994, 1])
  },
  'interviews/QualCoder_transcript.txt': document => {
    expect(speakers(document)).toEqual({ id1: 3, id2: 2, id3: 2 })
  },
  'media/Apollo13_air_to_ground_timestamps.txt': document => {
    expect(speakers(document)).toEqual({ CDR: 168, CC: 388, LMP: 111, CMP: 227, SC: 6 })
    expect(spoken(document)[0]).toBe("CDR @108961000: Jack's complaining about seeing stars.")
  },
  'media/Apollo13_air_to_ground.srt': document => {
    expect(speakers(document)).toEqual({ CDR: 168, CC: 388, LMP: 111, CMP: 227, SC: 6 })
    expect(document.structure.turns.at(-1)?.time).toBe(((52 * 60 + 8) * 60 + 32) * 1000)
    expect(document.structure.marks.every(mark => mark.kind === 'sub')).toBe(true)
  },
  'media/Apollo13_air_to_ground.vtt': document => {
    expect(speakers(document)).toEqual({ CDR: 168, CC: 388, LMP: 111, CMP: 227, SC: 6 })
    expect(warned(document)).toEqual(['subtitle-notes'])
  },
  'media/ElephantsDream_captions.en.vtt': document => {
    expect([document.structure.turns.length, document.structure.turns[0]?.time]).toEqual([78, 15_000])
    expect(shown(document)[3]).toBe('paragraph Everything is safe.\nPerfectly safe.')
  },
  'media/ElephantsDream_captions.ar.vtt': document => expect(document.structure.direction).toBe('rtl'),
  'media/ElephantsDream_captions.ja.vtt': document => expect(document.structure.turns).toHaveLength(77),
  'media/webvtt_voices_spec_example.vtt': document => {
    expect(speakers(document)).toEqual({ Esme: 2, Mary: 2, '': 1 })
    expect(document.text.endsWith('Sur les playground, ici à Montpellier')).toBe(true)
  },
  'uk/UK_Immigration_Rules_appendix-fm-family-members.md': document => {
    expect(warned(document)).toEqual(['front-matter'])
    expect([count(document, 'heading'), count(document, 'item')]).toEqual([89, 276])
    expect(document.text).not.toMatch(/\]\(|^#|scraped_at/m)
  },
  'eu/EU_Reg_2024-1350_Resettlement.md': document => {
    expect([count(document, 'heading'), document.structure.turns]).toEqual([17, []])
    expect(shown(document).at(-1)).toBe('item 1 «2.» Article 9(24) shall apply from 12 June 2026.')
  },
  'interviews/Changelog_podcast_the-changelog-235.md': document => {
    expect(speakers(document)).toEqual({
      'Adam Stacoviak': 96,
      'Jerod Santo': 53,
      'Giovanni Caligaris': 52,
      'Stu Keroff': 30,
      'Shiya Lou': 62,
    })
    expect(document.text).not.toContain('**')
  },
  'eu/EU_Reg_2024-1358_Eurodac.rtf': document => {
    expect([document.title, count(document, 'heading'), count(document, 'paragraph')]).toEqual([
      '32024R1358',
      78,
      821,
    ])
    expect(document.text).toContain('system known as ‘Eurodac’')
  },
  'nasty_rtf/pandoc_footnote.rtf': document => {
    expect(shown(document).slice(1)).toEqual([
      'note «1» See Sahlins, Bateson, and Geertz for a complete bibliography.',
      'note «2» A complete bibliography will be found at the end of this chapter.',
    ])
    expect(document.text).toContain('amply annotated.1 It was her work')
  },
  'nasty_rtf/tika_testRTF-ms932.rtf': document => {
    expect([document.title, document.text]).toEqual(['タイトル', 'Hello\nこんにちは\nTest\nテスト'])
  },
  'nasty_rtf/tika_testRTFVarious.rtf': document => {
    expect(shown(document)).toEqual(
      expect.arrayContaining([
        'item 1 «•» Bullet 1',
        'item 1 «3)» Number bullet 3',
        'note «1» This is a footnote.',
      ]),
    )
    expect([
      count(document, 'cell'),
      document.text.includes('𐌲𐌿𐍄𐌹𐍃𐌺'),
      document.text.includes('ゾルゲと尾崎、淡々と最期'),
    ]).toEqual([6, true, true])
    expect(document.text.match(/Here is a text box/g)).toHaveLength(1)
  },
  'us/CongRec_1997-01-28_S704.htm': document => {
    expect(speakers(document)).toEqual({ 'Mr. KENNEDY': 1 })
    expect(document.structure.pages.map(page => page.label)).toEqual([
      'S704',
      'S705',
      'S706',
      'S707',
      'S708',
      'S709',
    ])
  },
  'us/CongRec_2005-07-20_H6117-3.htm': document => {
    expect(speakers(document)).toMatchObject({
      'The Acting CHAIRMAN': 126,
      'Mr. LANTOS': 50,
      'Mr. SMITH of New Jersey': 18,
      'Ms. ROS-LEHTINEN': 15,
    })
    expect(document.structure.turns).toHaveLength(390)
    expect(document.structure.pages).toHaveLength(57)
    expect(document.structure.blocks.every(block => block.kind === 'pre')).toBe(true)
  },
  'un/UDHR_en.html': document => {
    expect([count(document, 'heading'), count(document, 'item'), document.language]).toEqual([32, 32, 'en'])
  },
  'un/UDHR_fr.html': document => expect([document.language, count(document, 'item')]).toEqual(['fr', 32]),
  'un/UDHR_ar.html': document => expect(document.structure.direction).toBe('rtl'),
  'un/UDHR_he.html': document => expect(document.structure.direction).toBe('rtl'),
  'un/UDHR_tr.html': document =>
    expect(document.text.startsWith('İnsan hakları evrensel beyannamesi')).toBe(true),
  'eu/TFEU_consolidated_2012_EN.html': document => {
    expect(count(document, 'paragraph')).toBe(5056)
    expect(document.text).not.toContain('@import')
  },
  'eu/TFEU_consolidated_2012_FR.html': document => {
    expect(count(document, 'paragraph')).toBe(5056)
    expect(document.text).toMatch(/«\u00A0|\u00A0:|n\u00A0°|\d\u00A0\p{L}/u)
  },
  'eu/TEC_Art61_EN.html': document => {
    expect(shown(document)).toContain('paragraph Article 61')
    expect(document.text).not.toContain('@import')
  },
  'eu/Framework_Decision_2002-584_DE.html': document => {
    expect(shown(document)).toContain('paragraph - Menschenhandel,')
    expect(warned(document)).toEqual([])
  },
  'eu/COM_2021_206_proposal_DE.html': document => {
    expect([
      count(document, 'note'),
      document.structure.marks.filter(mark => mark.kind === 'note').length,
    ]).toEqual([81, 81])
    expect(shown(document)).toEqual(
      expect.arrayContaining(['heading 1 1. KONTEXT DES VORSCHLAGS', 'heading 3 Artikel\u00A01\nGegenstand']),
    )
    expect(shown(document).some(block => block.startsWith('item 1 «a)» harmonisierte Vorschriften'))).toBe(
      true,
    )
    expect(document.text).not.toMatch(/docVars|@import/)
    expect(new Set(document.structure.blocks.flatMap(block => block.table ?? [])).size).toBe(17)
  },
  'eu/Visa_Code_810-2009_DE.html': document => {
    expect([count(document, 'note'), count(document, 'cell')]).toEqual([27, 154])
    expect(shown(document)).toContain('note «1» ABl. L 81 vom 21.3.2001, S. 1 .')
    expect(shown(document).some(block => block.startsWith('item 2 «a)» des Rechts auf Freizügigkeit'))).toBe(
      true,
    )
  },
  'nasty_other/tika_testArabicMisleadingCharset.html': document => {
    expect([document.encoding, document.structure.direction, warned(document)]).toEqual([
      'windows-1256',
      'rtl',
      ['encoding-misdeclared'],
    ])
    expect(document.text.startsWith('في قرية من القرى')).toBe(true)
  },
}

const where = sharedData() ? 'here' : NOT_HERE

describe.skipIf(sharedData() === null)(`the corpus: text, Markdown, HTML, RTF, subtitles (${where})`, () => {
  for (const [path, expected] of Object.entries(EXPECTED)) {
    it(path, async () => {
      const document = await read(path)
      expect(brokenLaw(document)).toBeNull()
      expected(document)
    })
  }

  it('says the same of one conversation in three formats', async () => {
    const [vtt, srt, txt] = await Promise.all(
      ['vtt', 'srt']
        .map(kind => read(`media/Apollo13_air_to_ground.${kind}`))
        .concat(read('media/Apollo13_air_to_ground_timestamps.txt')),
    )
    expect(vtt?.text).toBe(srt?.text)
    expect(vtt?.structure.turns).toEqual(srt?.structure.turns)
    expect(txt?.structure.turns.map(turn => [turn.speaker, turn.time])).toEqual(
      srt?.structure.turns.map(turn => [turn.speaker, turn.time]),
    )
  })

  it('refuses EBCDIC and old Word files in words', async () => {
    expect(await refusalOf('english.txt', bytesOf('encodings/tika_english.cp500.txt'))).toBe('file-encoding')
    expect(await refusalOf('testWORD.doc', bytesOf('nasty_other/tika_testWORD.doc'))).toBe('file-legacy-doc')
    expect(await refusalOf('p.docx', bytesOf('nasty_docx/poi_bug53475-password-is-pass.docx'))).toBe(
      'file-password',
    )
  })
})
