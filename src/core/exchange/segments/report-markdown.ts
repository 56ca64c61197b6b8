import type { Quotation, Report } from './report.ts'

/** Quotations as block quotes under their sections, each with its reference; how it was made at the end. */
export function writeMarkdownReport({ project, title, sections, notes }: Report): Uint8Array {
  const parts = [`# ${plain(project)}: ${plain(title)}`]
  for (const section of sections) {
    if (section.title !== '') parts.push(`## ${plain(section.title)}`)
    for (const quotation of section.quotations) parts.push(...quotationParts(quotation))
  }
  parts.push('---', notes.map(({ name, value }) => `- ${plain(name)}: ${plain(value)}`).join('\n'))
  return Buffer.from(`${parts.join('\n\n')}\n`)
}

function quotationParts({ before, quote, after, place, codes, coders, comment }: Quotation): string[] {
  const hasContext = before !== '' || after !== ''
  const passage = `${escaped(before)}${hasContext ? bold(quote) : escaped(quote)}${escaped(after)}`
  const what = codes.length === 0 ? 'no code' : codes.map(plain).join('; ')
  const reference = `— ${plain(place)} · ${what} · ${coders.map(plain).join(', ')}`
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
