import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/shared/errors.ts'
import { brokenLaw, readAs } from '../../../support/read-documents.ts'

/** Something of everything, to be cut, doubled and spoiled. */
const WHOLE: Readonly<Record<string, string>> = {
  'a.rtf':
    '{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Title\\par{\\listtext 1.\\tab}\\pard\\ls1 a\\par\\trowd\\intbl x\\cell y\\cell\\row\\pard b\\chftn{\\footnote\\pard n}{\\field{\\*\\fldinst HYPERLINK "u"}{\\fldrslt l}}\\u233?\\\'e9{\\shp{\\*\\shpinst{\\shptxt box\\par}}}{\\*\\atnauthor A}{\\*\\annotation c}\\par}',
  'a.html':
    '<html dir=rtl><style>.a{font-weight:bold}</style><h1>T</h1><p class=a>x<sup><a href="#n" id=r>1</a></sup></p><table><tr><th>a<td rowspan=2>b<tr><td>c</table><ol><li>i<ul><li>j</ul></ol><pre>\n k\n</pre><p id=n><a href="#r">1</a> note</p>',
  'a.md':
    '---\nt: x\n---\n\n# T\n\na **b** [c](d)[^1]\n\n- e\n  1. f\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>g</b>\n\n> h\n\n[^1]: n\n',
  'a.vtt': 'WEBVTT\n\nNOTE n\n\n00:01.000 --> 00:02.000\n<v A>b <i>c</i>\n\n00:02.000 --> 00:03.000\nB: d\n',
  'a.srt': '1\n00:00:01,000 --> 00:00:02,000\nA: b\n\n2\n00:00:02,000 --> 00:00:03,000\n<i>c\n',
  'a.txt': 'T\n=\n\nA: b\n[00:01] B: c\n\n(a) d\n(b) e\n\f\n[[Page 2]]\n# f\n',
}

const PIECES = [
  '{',
  '}',
  '\\',
  '\\par ',
  '\\cell ',
  '\\row ',
  '\\intbl ',
  '{\\footnote ',
  '\\u-10179?',
  '\\bin9 ',
  '<',
  '>',
  '<td>',
  '<table>',
  '</table>',
  '<li>',
  '<pre>',
  '&',
  '\n\n',
  '\0',
  '\r',
  '-->',
  '**',
  '|',
  '`',
  '[^1]',
  '\uD800',
  '\xFF',
]

type Harm = { at: number; length: number; piece: string; kind: 'insert' | 'cut' | 'double' | 'end' }
const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(600),
  length: fc.nat(80),
  piece: fc.constantFrom(...PIECES),
  kind: fc.constantFrom('insert', 'cut', 'double', 'end'),
})

function spoiled(text: string, { at, length, piece, kind }: Harm): string {
  const place = at % (text.length + 1)
  if (kind === 'insert') return text.slice(0, place) + piece + text.slice(place)
  if (kind === 'cut') return text.slice(0, place) + text.slice(place + length)
  if (kind === 'double')
    return text.slice(0, place) + text.slice(place, place + length).repeat(3) + text.slice(place)
  return text.slice(0, place)
}

describe('damaged files', () => {
  for (const [name, whole] of Object.entries(WHOLE)) {
    it(`either read lawfully or are refused in words: ${name}`, async () => {
      expect(brokenLaw(await readAs(name, whole))).toBeNull()
      await fc.assert(
        fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 8 }), async harms => {
          const text = harms.reduce(spoiled, whole)
          try {
            expect(brokenLaw(await readAs(name, text))).toBeNull()
          } catch (error) {
            if (!(error instanceof Failure)) throw error
          }
        }),
        { numRuns: 300 },
      )
    })
  }
})
