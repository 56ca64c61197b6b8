import { codesInWords, type Quotation, type Report } from './report.ts'

/** Quotations as block quotes under their sections, each with its reference; how it was made at the end. */
export function* markdownReport({ project, title, sections, notes }: Report): Iterable<string> {
  yield `# ${plain(project)}: ${plain(title)}\n\n`
  for (const section of sections) {
    if (section.title !== '') yield `## ${plain(section.title)}\n\n`
    for (const quotation of section.quotations) yield `${quotationParts(quotation).join('\n\n')}\n\n`
  }
  yield `---\n\n${notes.map(({ name, value }) => `- ${plain(name)}: ${plain(value)}`).join('\n')}\n`
}

function quotationParts(quotation: Quotation): string[] {
  const { before, quote, after, place, coders, comment } = quotation
  const hasContext = before !== '' || after !== ''
  const passage = `${escaped(before)}${hasContext ? bold(quote) : escaped(quote)}${escaped(after)}`
  const reference = `— ${plain(place)} · ${plain(codesInWords(quotation))} · ${coders.map(plain).join(', ')}`
  const parts = [`${quoted(passage.trim())}\n>\n> ${reference}`]
  if (comment !== '') parts.push(escaped(comment))
  return parts
}

const quoted = (text: string) =>
  text
    .split(/\n+/)
    .map(line => `> ${line}`)
    .join('\n>\n')

/** Bold does not reach over paragraphs, nor does it begin or end with white space. */
const bold = (text: string) => escaped(text).replace(/[^\s\n](?:[^\n]*[^\s\n])?/g, words => `**${words}**`)

/** What would be read as markup is kept as it stands. */
const escaped = (text: string) =>
  text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/gm, '$1\\$2')

const plain = (text: string) => escaped(text.replace(/\s+/g, ' ').trim())
