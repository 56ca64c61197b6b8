import { firstStrong } from '../../../shared/text/direction.ts'
import { xmlText } from './docx-xml.ts'
import { codesInWords, type Quotation, type Report } from './report.ts'

const OPEN = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
/** A4 with margins to write in. */
const CLOSE = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`

/** The body of a text for word processors: a heading a section, then quote, reference and comment. */
export function* docxBody({ project, title, sections, notes }: Report): Iterable<string> {
  yield OPEN
  yield paragraph('Title', [{ text: `${project}: ${title}` }])
  for (const section of sections) {
    if (section.title !== '') yield paragraph('Heading1', [{ text: section.title }])
    for (const quotation of section.quotations) yield quotationParts(quotation)
  }
  yield paragraph('Heading1', [{ text: 'How this was made' }])
  for (const { name, value } of notes)
    yield paragraph('Comment', [{ text: `${name}: `, isMarked: true }, { text: value }])
  yield CLOSE
}

interface Run {
  readonly text: string
  readonly isMarked?: boolean
}

function quotationParts(quotation: Quotation): string {
  const { before, quote, after, place, coders, comment } = quotation
  const hasContext = before !== '' || after !== ''
  const passage = linesOf([{ text: before }, { text: quote, isMarked: hasContext }, { text: after }])
  const reference = `${place} · ${codesInWords(quotation)} · ${coders.join(', ')}`
  const parts = [
    ...passage.map(runs => paragraph('Quote', runs)),
    paragraph('Reference', [{ text: reference }]),
    ...(comment === '' ? [] : linesOf([{ text: comment }]).map(runs => paragraph('Comment', runs))),
  ]
  return parts.join('')
}

/** Each line of a passage is a paragraph of its own; those without words are left out. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, ...look } of runs) {
    const [first, ...more] = text.split('\n')
    lines.at(-1)!.push({ text: first!, ...look })
    for (const line of more) lines.push([{ text: line, ...look }])
  }
  return lines.filter(line => line.some(({ text }) => text.trim() !== ''))
}

function paragraph(style: string, runs: readonly Run[]): string {
  const isRtl = firstStrong(runs.map(({ text }) => text).join('')) === 'rtl'
  const bidi = isRtl ? '<w:bidi/>' : ''
  const written = runs.filter(({ text }) => text !== '').map(run => runOf(run, isRtl))
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>${written.join('')}</w:p>`
}

function runOf({ text, isMarked }: Run, isRtl: boolean): string {
  const look = `${isMarked ? '<w:rStyle w:val="Passage"/>' : ''}${isRtl ? '<w:rtl/>' : ''}`
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`
  const pieces = text.split('\t').map(piece => `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`)
  return `<w:r>${properties}${pieces.join('<w:tab/>')}</w:r>`
}
