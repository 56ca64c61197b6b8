import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/core/exchange/documents/encoding.ts'
import {
  decodeAs,
  encodingName,
  KNOWN_ENCODINGS,
} from '../../../../src/core/exchange/documents/encoding-names.ts'
import { plausibility } from '../../../../src/core/exchange/documents/encoding-plausibility.ts'
import { toFailureData } from '../../../../src/shared/errors.ts'

const codes = (bytes: Uint8Array, options = {}) =>
  decodeText(bytes, 'x.txt', options).warnings.map(warning => warning.code)

function refusal(bytes: Uint8Array, options = {}): string {
  try {
    decodeText(bytes, 'x.txt', options)
    return 'read'
  } catch (error) {
    return toFailureData(error).code
  }
}

/** Enough of each language for its letters to tell. */
const SAMPLES: readonly (readonly [encodings: string, text: string])[] = [
  [
    'windows-1252 macintosh ibm850',
    'Le café était très agréable à l’été. Déjà vu: « où êtes-vous, Noël ? »'.replace('’', "'"),
  ],
  [
    'windows-1252 macintosh ibm850 ibm437',
    'Die Würde des Menschen ist unantastbar. Über Flüchtlinge, Straße und Größe.',
  ],
  [
    'windows-1252 macintosh ibm850',
    '¿Cómo está usted? La educación de los niños es difícil; mañana será otro día.',
  ],
  [
    'windows-1252 macintosh',
    '“Well,” she said, “it’s the résumé of a naïve café owner – isn’t it?” He didn’t know.',
  ],
  [
    'windows-1250 iso-8859-2 ibm852',
    'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Źdźbło, łąka.',
  ],
  [
    'windows-1250 iso-8859-2',
    'Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Žluťoučký kůň úpěl.',
  ],
  [
    'windows-1251 koi8-r iso-8859-5 ibm866',
    'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом.',
  ],
  [
    'windows-1253 iso-8859-7',
    'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια. Άλλοι, και τα δικαιώματα.',
  ],
  [
    'windows-1254',
    'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler; İstanbul.',
  ],
  [
    'windows-1255 iso-8859-8',
    'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה.',
  ],
  [
    'windows-1256 iso-8859-6',
    'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا.',
  ],
  [
    'windows-1257',
    'Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteiktas protas ir sąžinė.',
  ],
  ['windows-874', 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม'],
  [
    'shift_jis euc-jp utf-16le utf-16be',
    'すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており。',
  ],
  [
    'gb18030 utf-16le',
    '人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神互相对待。',
  ],
  ['big5', '人人生而自由,在尊嚴和權利上一律平等。他們賦有理性和良心,並應以兄弟關係的精神互相對待。'],
  [
    'euc-kr',
    '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 이성과 양심을 부여받았으며.',
  ],
  ['utf-16le utf-16be utf-32le utf-32be', 'Plain English, without a mark of its byte order.'],
]

describe('guessing an encoding', () => {
  for (const [encodings, sample] of SAMPLES) {
    for (const encoding of encodings.split(' ')) {
      it(`reads ${encoding}: ${sample.slice(0, 24)}`, () => {
        const text = `${sample}\n${sample}\n`
        const read = decodeText(iconv.encode(text, encoding), 'x.txt')
        expect(read.text).toBe(text)
        expect(read.encodings[0]).toBe(read.encoding)
        expect(read.encodings.length).toBeGreaterThan(1)
        expect(read.warnings).toEqual([])
      })
    }
  }

  it('follows a byte order mark', () => {
    const text = 'Öß “x” 中'
    for (const encoding of ['utf8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'gb18030']) {
      expect(decodeText(iconv.encode(text, encoding, { addBOM: true }), 'x').text).toBe(text)
    }
  })

  it('reads mail of old Japan, which is ASCII with escapes', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42, 0x0a])
    expect(decodeText(bytes, 'x').text).toBe('あ\n')
  })

  it('keeps UTF-8 with a few broken bytes, and says so', () => {
    const bytes = Buffer.concat([
      Buffer.from('Zürich, Köln, Łódź, Málaga, Ærø\n'),
      Buffer.from([0xff]),
      Buffer.from(' end'),
    ])
    const read = decodeText(bytes, 'x')
    expect(read.encoding).toBe('utf-8')
    expect(read.text).toBe('Zürich, Köln, Łódź, Málaga, Ærø\n\uFFFD end')
    expect(codes(bytes)).toEqual(['bytes-undecodable'])
    expect(codes(Buffer.from('lost before us: \uFFFD'))).toEqual([])
  })

  it('lets the researcher decide, always', () => {
    const bytes = iconv.encode('Straße', 'windows-1252')
    expect(decodeText(bytes, 'x', { encoding: 'windows-1251' }).text).toBe('StraЯe')
    expect(decodeText(Buffer.from('ß'), 'x', { encoding: 'latin1' }).text).toBe('ÃŸ')
    expect(refusal(bytes, { encoding: 'klingon' })).toBe('file-encoding')
  })

  it('believes a file about itself only if its bytes bear it out', () => {
    const arabic = iconv.encode(
      'في قرية من القرى كان هناك رجل حكيم يعرف كل شيء عن الحياة وكان يعلم الناس.',
      'windows-1256',
    )
    expect(codes(arabic, { declared: 'utf-8' })).toEqual(['encoding-misdeclared'])
    expect(decodeText(arabic, 'x', { declared: 'windows-1256' }).warnings).toEqual([])
    const utf8 = Buffer.from('Größe und Maß')
    expect(decodeText(utf8, 'x', { declared: 'iso-8859-1' }).text).toBe('Größe und Maß')
    const czech = iconv.encode('Příliš žluťoučký kůň', 'iso-8859-2')
    expect(decodeText(czech, 'x', { declared: 'iso-8859-2' }).text).toBe('Příliš žluťoučký kůň')
  })

  it('refuses EBCDIC and what is no text', () => {
    // "Introduction to HTTP" and spaces, in code page 500
    const ebcdic = Uint8Array.from(
      [...'@@@@@\xC9\x95\xA3\x99\x96\x84\xA4\x83\xA3\x89\x96\x95@\xA3\x96@\xC8\xE3\xE3\xD7@@'].map(c =>
        c.charCodeAt(0),
      ),
    )
    expect(refusal(ebcdic)).toBe('file-encoding')
    expect(refusal(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256))).toBe('file-unknown')
  })
})

describe('decoding', () => {
  it('undoes encoding, for each encoding and all its letters', () => {
    for (const encoding of KNOWN_ENCODINGS) {
      if (encoding === 'iso-2022-jp' || encoding.startsWith('utf')) continue
      const all = Array.from({ length: 256 }, (_, byte) => decodeAs(Uint8Array.of(byte), encoding)).join('')
      const letters = [...new Set(all.match(/\p{L}/gu) ?? [])]
      fc.assert(
        fc.property(fc.array(fc.constantFrom('a', ' ', '\n', ...letters), { maxLength: 60 }), picked => {
          const text = picked.join('')
          expect(decodeAs(iconv.encode(text, encoding), encoding)).toBe(text)
        }),
        { numRuns: 25 },
      )
    }
  })

  it('undoes Unicode for every well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        fc.pre(!text.startsWith('\uFEFF'))
        for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'gb18030']) {
          // GB18030 has no place of its own for a few private characters
          if (encoding === 'gb18030' && /[\uE000-\uF8FF\u{E0000}-\u{10FFFF}]/u.test(text)) continue
          expect(decodeAs(iconv.encode(text, encoding), encoding)).toBe(text)
        }
      }),
    )
  })

  it('knows encodings by their many names', () => {
    expect(encodingName('ISO-8859-1')).toBe('windows-1252')
    expect(encodingName('Shift_JIS')).toBe('shift_jis')
    expect(encodingName('gb2312')).toBe('gb18030')
    expect(encodingName('unicode-1-1-utf-8')).toBe('utf-8')
    expect(encodingName('x-mac-roman')).toBe('macintosh')
    expect(encodingName('nonsense')).toBeNull()
    expect(KNOWN_ENCODINGS.every(name => encodingName(name) === name)).toBe(true)
  })
})

describe('plausibility', () => {
  it('sees letters in the wrong company', () => {
    expect(plausibility('Straße, Łódź, naïve – “so”')).toBe(1)
    expect(plausibility('StraÃŸe')).toBeLessThan(0.6)
    expect(plausibility('don\u00D5t, doesn\u00D5t')).toBe(0)
    expect(plausibility('日本語 and NATO')).toBe(1)
    expect(plausibility('caf騎 r騁')).toBe(0)
  })
})
