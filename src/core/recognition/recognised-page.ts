import type { PageInfo } from '../../shared/model/page-layout.ts'
import type { PdfItem } from '../../shared/text/pdf/model.ts'
import type { ReadPage } from '../exchange/documents/pdf-source.ts'
import type { RecognisedPage, RecognisedWord } from './tsv.ts'

/** Where a baseline is in the box of a line, from its top. */
const BASELINE = 0.8
const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u

/** Recognised words as a page of text, in the units of the page that was drawn. */
export function toPage({ words, width, height }: RecognisedPage, page: PageInfo): ReadPage {
  const across = width > 0 ? page.width / width : 1
  const down = height > 0 ? page.height / height : 1
  return {
    index: page.index,
    label: page.label,
    width: page.width,
    height: page.height,
    items: words.map(word => toItem(word, across, down)),
    remarks: [],
  }
}

function toItem({ text, left, width, top, height }: RecognisedWord, across: number, down: number): PdfItem {
  const size = height * down
  return {
    text,
    x: left * across,
    y: (top + height * BASELINE) * down,
    width: width * across,
    size,
    em: size,
    font: 'recognised',
    rtl: RIGHT_TO_LEFT.test(text),
    turn: 0,
    vertical: false,
    bold: false,
    italic: false,
  }
}
